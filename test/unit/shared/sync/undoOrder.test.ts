import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { canonicalJson } from '../../../../shared/core/json.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import type { ChangeSet } from '../../../../shared/sync/changeSet.ts';
import { conflictsOf } from '../../../../shared/sync/conflicts.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { centerLaptop, replica } from '../../../support/centerLaptop.ts';
import { documentToGrid, type Replica } from '../../../support/exchange.ts';

const numRuns = Number(process.env.FIELDBOOK_RUNS ?? 200);
const seed = process.env.FIELDBOOK_SEED === undefined ? {} : { seed: Number(process.env.FIELDBOOK_SEED) };
const timeout = Math.max(120_000, numRuns * 1500);

const types = ['organization', 'person', 'consultation'] as const;

/** What one laptop does to one of the two consultations that all had at the start, or to their organization. */
interface Deed {
  readonly kind: (typeof deedKinds)[number];
  readonly which: number;
  readonly text: string;
}

const deedKinds = ['topic', 'nextAction', 'hours', 'question', 'experts', 'name', 'delete'] as const;

const deedArbitrary: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...deedKinds),
  which: fc.nat(1),
  text: fc.constantFrom('red', 'green', 'blue'),
});

interface Start {
  readonly consultations: readonly RecordId[];
  readonly ministry: RecordId;
  readonly experts: readonly RecordId[];
}

function take(one: Replica, { kind, which, text }: Deed, { consultations, ministry, experts }: Start): void {
  const id = consultations[which];
  const edit = (values: AnyValues): void => {
    if (id !== undefined && one.records.find('consultation', id)?.deleted === false)
      one.edit('consultation', id, values);
  };
  switch (kind) {
    case 'topic':
    case 'nextAction':
      edit({ [kind]: text });
      return;
    case 'hours':
      edit({ hours: text.length });
      return;
    case 'question':
      edit({ question: undefined });
      return;
    case 'experts':
      edit({ experts: text === 'red' ? experts : experts.slice(0, 1) });
      return;
    case 'name':
      one.edit('organization', ministry, { name: { en: text, ko: '예시부' } });
      return;
    case 'delete':
      if (id !== undefined && one.records.find('consultation', id)?.deleted === false)
        one.delete('consultation', id);
  }
}

/** Workbooks of laptops that worked at the same time, without knowing of each other, and what all had before. */
function filesOf(laptops: readonly (readonly Deed[])[]) {
  const { laptop: origin, ministry, expert, first, second } = centerLaptop();
  const other = origin.create('person', { name: { en: 'Jiwoo Kim', ko: '김지우' }, gender: 'female' });
  const start = documentToGrid(origin.export());
  const files = laptops.map((own, index) => {
    const one = replica(`laptop00000${index}`, index + 2);
    one.import(start);
    one.now += index * 137;
    for (const deed of own)
      take(one, deed, { consultations: [first, second], ministry, experts: [expert, other] });
    return documentToGrid(one.export());
  });
  return { start, files };
}

function officeWith(start: WorkbookGrid, files: readonly WorkbookGrid[]) {
  const office = replica('headquarters', 9);
  office.import(start);
  office.now += 1_000_000;
  const batches: (ChangeSet | null)[] = files.map((file) => {
    const known = office.batches.length;
    office.import(file);
    return office.batches[known] ?? null;
  });
  return { office, batches };
}

/** The values of all records, with those that wait for a decision; who wrote them is left out. */
function seenIn({ records }: Replica) {
  return types
    .flatMap((type) => [...records.all(type), ...records.deleted(type)])
    .map((record) => ({
      id: record.id,
      deleted: record.deleted,
      values: record.values,
      waiting: conflictsOf(definitionOf(record.type), record)
        .filter(({ kind }) => kind === 'value')
        .map(({ path, versions }) => [path, ...versions.map(({ value }) => canonicalJson(value)).sort()])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The same without which of the waiting values counts: done again, a value counts as the latest. */
const undecided = (one: Replica) =>
  seenIn(one).map(({ values, waiting, ...rest }) => {
    const open = new Set(waiting.map(([path = '']) => path.split('/')[0]));
    const decided = Object.entries(values).filter(([field]) => !open.has(field));
    return { ...rest, waiting, values: Object.fromEntries(decided) };
  });

const laptopsArbitrary = fc.array(fc.array(deedArbitrary, { minLength: 1, maxLength: 5 }), {
  minLength: 2,
  maxLength: 4,
});

describe('imports of laptops that worked at the same time', () => {
  it('are taken back in any order, and leave what would be there without them', { timeout }, () => {
    fc.assert(
      fc.property(
        laptopsArbitrary,
        fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
        (laptops, order) => {
          const { start, files } = filesOf(laptops);
          const { office, batches } = officeWith(start, files);
          const gone = new Set<number>();
          for (const at of order) {
            const index = at % files.length;
            const batch = batches[index] ?? null;
            if (gone.has(index) || batch === null) continue;
            gone.add(index);
            office.undo(batch);
            const without = officeWith(
              start,
              files.filter((_, other) => !gone.has(other)),
            );
            expect(seenIn(office)).toEqual(seenIn(without.office));
          }
        },
      ),
      { numRuns, ...seed },
    );
  });

  it('come back when the undoing is undone, the last one first', { timeout }, () => {
    fc.assert(
      fc.property(
        laptopsArbitrary,
        fc.array(fc.nat(30), { minLength: 2, maxLength: 4 }),
        (laptops, order) => {
          const { start, files } = filesOf(laptops);
          const { office, batches } = officeWith(start, files);
          const undone: { readonly before: unknown; readonly by: ChangeSet }[] = [];
          for (const index of new Set(order.map((at) => at % files.length))) {
            const batch = batches[index] ?? null;
            if (batch === null) continue;
            const before = undecided(office);
            undone.push({ before, by: office.undo(batch) });
          }
          for (const { before, by } of undone.toReversed()) {
            office.undo(by);
            expect(undecided(office)).toEqual(before);
          }
        },
      ),
      { numRuns, ...seed },
    );
  });
});

it('that brought a record which was deleted since keep it away when the deletion is taken back, until they are done again', () => {
  const { start } = filesOf([]);
  const office = replica('headquarters', 9);
  office.import(start);
  const [batch] = office.batches;
  const [consultation] = office.records.all('consultation');
  if (batch === undefined || consultation === undefined) throw new Error('the workbook came in');
  office.delete('consultation', consultation.id);
  const deletion = office.batches.at(-1);
  const undone = office.undo(batch);
  if (deletion === undefined) throw new Error('it was deleted');
  expect(office.undo(deletion).changes).toEqual([]);
  expect(office.records.all('consultation')).toEqual([]);
  // Twice takes nothing back a second time.
  expect(office.undo(batch).changes).toEqual([]);
  office.undo(undone);
  expect(office.records.find('consultation', consultation.id)?.deleted).toBe(true);
  expect(office.records.all('consultation')).toHaveLength(1);
});

it('of two that disagree, the first taken back leaves the other without a question, and then the value from before', () => {
  const topics = (text: string): Deed => ({ kind: 'topic', which: 0, text });
  const { start, files } = filesOf([[topics('red')], [topics('blue')]]);
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const { office, batches } = officeWith(start, files);
    const seen = order.map((index) => {
      const batch = batches[index];
      if (batch != null) office.undo(batch);
      return seenIn(office).flatMap(({ values, waiting }) =>
        values.topic === undefined || values.topic === 'Cloud policy' ? [] : [[values.topic, waiting.length]],
      );
    });
    expect(seen).toEqual([[[order[0] === 0 ? 'blue' : 'red', 0]], [['Data sharing', 0]]]);
  }
});
