import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import type { Stamp } from '../../../../shared/sync/stamp.ts';
import { hasSeen } from '../../../../shared/sync/versions.ts';
import type { ExportOptions } from '../../../../shared/workbook/exportWorkbook.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { bulgaria, replica } from '../../../support/centerLaptop.ts';
import { contentOf, documentToGrid, type Replica, withCell } from '../../../support/exchange.ts';

/** 200 in the short form; the long one is asked for. */
const numRuns = Number(process.env.FIELDBOOK_RUNS ?? 200);

type Step =
  | { readonly kind: 'create'; readonly at: number; readonly topic: string }
  | {
      readonly kind: 'edit';
      readonly at: number;
      readonly record: number;
      readonly field: number;
      readonly text: string;
    }
  | { readonly kind: 'delete'; readonly at: number; readonly record: number }
  | { readonly kind: 'send'; readonly at: number; readonly form: number }
  | {
      readonly kind: 'handEdit';
      readonly file: number;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | { readonly kind: 'receive'; readonly at: number; readonly file: number };

const text = fc.constantFrom('red', 'green', 'blue', '=1+1', '한글');
const small = fc.nat(30);
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('create' as const), at: small, topic: text }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      at: small,
      record: small,
      field: small,
      text,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: small, record: small }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), at: small, form: small }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('handEdit' as const),
      file: small,
      row: small,
      column: small,
      text,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('receive' as const), at: small, file: small }) },
);

const forms: readonly Partial<ExportOptions>[] = [
  {},
  { centerId: bulgaria },
  { redact: true, language: 'ko' },
  { scope: { kind: 'period', from: '2026-11-01', to: '2026-11-30' } },
];

/** What the steps made, to be checked against. */
class World {
  readonly replicas: readonly Replica[];
  readonly files: WorkbookGrid[] = [];
  readonly written: { readonly id: RecordId; readonly path: string; readonly stamp: Stamp }[] = [];

  constructor(count: number) {
    this.replicas = Array.from({ length: count }, (_, index) => {
      const one = replica(`replica0000${index}`, index + 1);
      one.now += index * 137;
      return one;
    });
  }

  take(step: Step): void {
    switch (step.kind) {
      case 'create': {
        const id = this.#at(step.at).create('consultation', {
          center: bulgaria,
          date: '2026-11-05',
          topic: step.topic,
        });
        this.#note(this.#at(step.at), id);
        return;
      }
      case 'edit': {
        const one = this.#at(step.at);
        const record = pick(one.records.all('consultation'), step.record);
        if (record === undefined) return;
        one.edit('consultation', record.id, edits[step.field % edits.length]?.(step.text) ?? {});
        this.#note(one, record.id);
        return;
      }
      case 'delete': {
        const one = this.#at(step.at);
        const record = pick(one.records.all('consultation'), step.record);
        if (record === undefined) return;
        one.delete('consultation', record.id);
        this.#note(one, record.id);
        return;
      }
      case 'send':
        this.files.push(documentToGrid(this.#at(step.at).export(forms[step.form % forms.length] ?? {})));
        return;
      case 'handEdit': {
        const file = pick(this.files, step.file);
        const sheet = file?.sheets.find(({ name }) => name === 'Consultations' || name === '컨설팅');
        const rows = (sheet?.rows.length ?? 1) - 1;
        const header = pick(['Topic', 'Question', 'Hours'], step.column);
        if (file === undefined || sheet?.name !== 'Consultations' || rows < 1 || header === undefined) return;
        const value = header === 'Hours' ? step.text.length : step.text;
        this.files.push(withCell(file, sheet.name, step.row % rows, header, value));
        return;
      }
      case 'receive': {
        const file = pick(this.files, step.file);
        if (file !== undefined) this.#at(step.at).import(file);
      }
    }
  }

  /** Everybody sends to everybody until nobody learns anything new. */
  exchangeAll(): void {
    // What was only ever in a file is brought in first, at whoever opens it.
    for (const [index, file] of this.files.entries()) this.#at(index).import(file);
    for (let round = 0; round < 4; round++) {
      const files = this.replicas.map((one) => documentToGrid(one.export()));
      let news = 0;
      for (const one of this.replicas) for (const file of files) news += one.import(file).changes.length;
      if (news === 0) return;
    }
    throw new Error('no end of news after four rounds');
  }

  #at(index: number): Replica {
    const one = this.replicas[index % this.replicas.length];
    if (one === undefined) throw new Error('no replica');
    return one;
  }

  #note(one: Replica, id: RecordId): void {
    const record = one.records.find('consultation', id);
    for (const [path, stamp] of Object.entries(record?.stamps ?? {})) this.written.push({ id, path, stamp });
  }
}

const edits: readonly ((value: string) => AnyValues)[] = [
  (topic) => ({ topic }),
  (question) => ({ question }),
  (value) => ({ hours: value.length }),
  () => ({ hours: undefined }),
  (value) => ({ mode: value === 'red' ? 'online' : 'phone' }),
];

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}

describe('replicas that exchange workbooks', () => {
  it('end in the same state, whatever was edited where and sent in which order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.array(stepArbitrary, { minLength: 4, maxLength: 30 }),
        (count, steps) => {
          const world = new World(count);
          for (const step of steps) world.take(step);
          world.exchangeAll();
          const [first, ...others] = world.replicas.map((one) => contentOf(one.records, recordTypes));
          for (const other of others) expect(other).toEqual(first);
        },
      ),
      { numRuns },
    );
  }, 600_000);

  it('lose no value that anybody wrote: it counts, stands beside, or was seen by who replaced it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(stepArbitrary, { minLength: 4, maxLength: 30 }),
        (count, steps) => {
          const world = new World(count);
          for (const step of steps) world.take(step);
          world.exchangeAll();
          const [one] = world.replicas;
          for (const { id, path, stamp } of world.written) {
            const record = one?.records.find('consultation', id);
            const versions = [
              { stamp: record?.stamps[path], knows: record?.knows[path] ?? [] },
              ...(record?.siblings[path] ?? []),
            ];
            expect(versions.some((version) => version.stamp === stamp || hasSeen(version.knows, stamp))).toBe(
              true,
            );
          }
        },
      ),
      { numRuns },
    );
  }, 600_000);
});
