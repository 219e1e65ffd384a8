import fc from 'fast-check';
import type { RecordId } from '../../shared/core/ids.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import type { Change } from '../../shared/sync/changeSet.ts';
import type { FieldConflict, Resolution } from '../../shared/sync/conflicts.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import type { ExportOptions } from '../../shared/workbook/exportWorkbook.ts';
import type { GridRow, WorkbookGrid } from '../../shared/workbook/grid.ts';
import { copyOf } from '../../shared/workbook/planImport.ts';
import { bulgaria, replica } from './centerLaptop.ts';
import { documentToGrid, type Replica, withCell, withRows } from './exchange.ts';

/** One thing that somebody does somewhere; the numbers are taken round among what there is. */
export interface Step {
  readonly kind: (typeof stepKinds)[number][0];
  /** The replica at which it happens. */
  readonly at: number;
  /** The record, file or batch that it is about. */
  readonly of: number;
  readonly how: number;
  readonly text: string;
}

/** With their weights. */
const stepKinds = [
  ['create', 2],
  ['edit', 6],
  ['editSet', 3],
  ['editName', 3],
  ['delete', 2],
  ['restore', 1],
  ['resolve', 2],
  ['undo', 2],
  ['send', 4],
  ['handEdit', 4],
  ['handMove', 2],
  ['receive', 7],
] as const;

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(...stepKinds.map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
  at: fc.nat(30),
  of: fc.nat(30),
  how: fc.nat(30),
  text: fc.constantFrom('red', 'green', 'blue', '=1+1', '한글'),
});

const forms: readonly Partial<ExportOptions>[] = [
  {},
  {},
  { centerId: bulgaria },
  { redact: true, language: 'ko' },
  { scope: { kind: 'period', from: '2026-11-01', to: '2026-11-30' } },
];

const edits: readonly ((value: string) => AnyValues)[] = [
  (topic) => ({ topic }),
  (question) => ({ question }),
  (value) => ({ hours: value.length }),
  () => ({ hours: undefined }),
  (value) => ({ mode: value === 'red' ? 'online' : 'phone', topic: `${value}!` }),
];

const namesEdited: readonly ((name: Readonly<Record<string, string>>, text: string) => AnyValues)[] = [
  (name, en) => ({ name: { ...name, en } }),
  (name, ko) => ({ name: { ...name, ko } }),
  (name, local) => ({ name: { ...name, local } }),
  ({ ko: _, ...name }) => ({ name }),
];

/** What people type into the sheet of consultations. */
const typed: readonly (readonly [header: string, value: (text: string) => string | number | null])[] = [
  ['Topic', (text) => text],
  ['Question', (text) => text],
  ['Hours', (text) => text.length],
  ['Hours', () => '[CLEAR]'],
  ['Experts', (text) => (text === 'red' ? 'Expert A' : 'Expert B; Expert C')],
  ['Topic', () => null],
];

/** Replicas and the files between them, and all that was ever written at any of them. */
export class World {
  readonly replicas: readonly Replica[];
  readonly files: WorkbookGrid[] = [];
  readonly #people: readonly RecordId[];
  readonly #copies = new Map<Replica, ReturnType<typeof copyOf>>();

  constructor(count: number) {
    this.replicas = Array.from({ length: count }, (_, index) => {
      const one = replica(`replica0000${index}`, index + 1);
      one.now += index * 137;
      return one;
    });
    const first = this.at(0);
    this.#people = ['A', 'B', 'C'].map((name) => first.create('person', { name: { en: `Expert ${name}` } }));
    first.create('organization', { name: { en: 'Agency', ko: '기관' }, type: 'agency', country: 'BG' });
    const start = documentToGrid(first.export());
    for (const one of this.replicas) one.import(start);
  }

  at(index: number): Replica {
    const one = this.replicas[index % this.replicas.length];
    if (one === undefined) throw new Error('no replica');
    return one;
  }

  /** Every change that was committed anywhere. */
  get written(): readonly Change[] {
    return this.replicas.flatMap(({ batches }) => batches.flatMap(({ changes }) => changes));
  }

  take(step: Step): void {
    const one = this.at(step.at);
    switch (step.kind) {
      case 'create':
        one.create('consultation', { center: bulgaria, date: '2026-11-05', topic: step.text });
        return;
      case 'edit':
        this.#change(one, step, () => pick(edits, step.how)?.(step.text));
        return;
      case 'editSet':
        this.#change(one, step, (record) => ({ experts: toggled(record, pick(this.#people, step.how)) }));
        return;
      case 'editName': {
        const record = pick(one.records.all('organization'), step.of);
        if (record === undefined) return;
        const name = Object(record.values.name);
        one.edit('organization', record.id, pick(namesEdited, step.how)?.(name, step.text) ?? {});
        return;
      }
      case 'delete': {
        const record = pick(one.records.all('consultation'), step.of);
        if (record !== undefined) one.delete('consultation', record.id);
        return;
      }
      case 'restore':
        restore(one, step);
        return;
      case 'resolve':
        resolve(one, step);
        return;
      case 'undo': {
        const batch = pick(one.batches, step.of);
        if (batch !== undefined) one.undo(batch);
        return;
      }
      case 'send':
        this.files.push(documentToGrid(one.export(pick(forms, step.how))));
        return;
      case 'handEdit':
        this.#keep(pick(this.files, step.of), (file) => handEdited(file, step, this.files.length));
        return;
      case 'handMove':
        this.#keep(pick(this.files, step.of), (file) => moved(file, step));
        return;
      case 'receive': {
        const file = pick(this.files, step.of);
        if (file !== undefined) this.receive(one, file);
      }
    }
  }

  receive(one: Replica, file: WorkbookGrid): number {
    const earlierCopies = this.#copies.get(one) ?? [];
    const { source, changes } = one.import(file, { earlierCopies });
    this.#copies.set(one, [...earlierCopies, ...copyOf(source, changes)]);
    return changes.length;
  }

  /** Everybody sends to everybody until nobody learns anything new. */
  exchangeAll(): void {
    // What was only ever in a file is brought in first, at whoever opens it.
    for (const [index, file] of this.files.entries()) this.receive(this.at(index), file);
    for (let round = 0; round < 4; round++) {
      const files = this.replicas.map((one) => documentToGrid(one.export()));
      let news = 0;
      for (const one of this.replicas) for (const file of files) news += this.receive(one, file);
      if (news === 0) return;
    }
    throw new Error('no end of news after four rounds');
  }

  #change(one: Replica, step: Step, values: (record: StoredRecord) => AnyValues | undefined): void {
    const record = pick(one.records.all('consultation'), step.of);
    if (record !== undefined) one.edit('consultation', record.id, values(record) ?? {});
  }

  #keep(file: WorkbookGrid | undefined, change: (file: WorkbookGrid) => WorkbookGrid | null): void {
    const changed = file === undefined ? null : change(file);
    if (changed !== null) this.files.push(changed);
  }
}

function toggled({ values }: StoredRecord, person: RecordId | undefined): readonly RecordId[] | undefined {
  const experts: readonly RecordId[] = Array.isArray(values.experts) ? values.experts : [];
  if (person === undefined) return experts;
  const next = experts.includes(person)
    ? experts.filter((one) => one !== person)
    : [...experts, person].sort();
  return next.length === 0 ? undefined : next;
}

/** Takes back the last deletion of a record. */
function restore(one: Replica, { of }: Step): void {
  const record = pick(one.records.deleted('consultation'), of);
  const batch = one.batches.findLast(({ changes }) =>
    changes.some(({ id, path, after }) => id === record?.id && path === '$deleted' && after !== null),
  );
  if (batch !== undefined) one.undo(batch);
}

function resolve(one: Replica, { how }: Step): void {
  const choose = (conflict: FieldConflict): Resolution => {
    if (conflict.kind === 'deletion') return { kind: how % 2 === 0 ? 'delete' : 'restore' };
    const version = pick(conflict.versions, how);
    return version === undefined ? { kind: 'value', value: null } : { kind: 'version', stamp: version.stamp };
  };
  for (const type of ['consultation', 'organization']) {
    for (const { id } of [...one.records.all(type), ...one.records.deleted(type)]) {
      if (one.resolve(type, id, choose)) return;
    }
  }
}

/** One cell typed into, by somebody whose program gives a name and a time or not. */
function handEdited(file: WorkbookGrid, { how, at, text }: Step, time: number): WorkbookGrid | null {
  const rows = rowsIn(file, 'Consultations');
  if (how % 4 === 3) {
    const count = rowsIn(file, 'Organizations');
    const header = pick(['Name (English)', 'Name (Korean)', 'Name (local language)'], at) ?? '';
    return count < 1
      ? null
      : saved(withCell(file, 'Organizations', at % count, header, `${text}?`), how, time);
  }
  const [header, value] = pick(typed, how) ?? ['Topic', () => text];
  return rows < 1 ? null : saved(withCell(file, 'Consultations', at % rows, header, value(text)), how, time);
}

/** Later files were saved later. */
const saved = (file: WorkbookGrid, how: number, at: number): WorkbookGrid => ({
  ...file,
  ...(how % 3 === 0 ? {} : { saved: { by: how % 3 === 1 ? 'Kim' : 'Lee', at } }),
});

/** Rows sorted, copied, deleted, or made from others. */
function moved(file: WorkbookGrid, { how, at, text }: Step): WorkbookGrid | null {
  if (rowsIn(file, 'Consultations') < 1) return null;
  return withRows(file, 'Consultations', ([header = [], ...rows]) => {
    const row = pick(rows, at) ?? [];
    const made = row.map((cell, column): GridRow[number] =>
      header[column] === 'ID' ? null : header[column] === 'Topic' ? `${text} new` : cell,
    );
    const changed = [rows.toReversed(), [...rows, row], rows.toSpliced(at % rows.length, 1), [...rows, made]];
    return [header, ...(pick(changed, how) ?? rows)];
  });
}

const rowsIn = (file: WorkbookGrid, name: string): number =>
  (file.sheets.find((sheet) => sheet.name === name)?.rows.length ?? 1) - 1;

export function pick<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}
