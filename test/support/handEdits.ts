import { expect } from 'vitest';
import { definitionOf, recordTypes } from '../../shared/records/registry.ts';
import { conflictsOf } from '../../shared/sync/conflicts.ts';
import type { WorkbookGrid } from '../../shared/workbook/grid.ts';
import type { ImportPlan, PlanNote, RowStatus } from '../../shared/workbook/importPlan.ts';
import type { PlanContext } from '../../shared/workbook/planImport.ts';
import { centerLaptop, replica } from './centerLaptop.ts';
import { EditedWorkbook } from './editedWorkbook.ts';
import { contentOf, documentToGrid, type Replica } from './exchange.ts';

export type Center = ReturnType<typeof centerLaptop>;

/** A center's laptop that has sent its workbook, with two consultations in rows 2 and 3. */
export async function sentWorkbook(language: 'en' | 'ko' = 'en') {
  const center = centerLaptop();
  center.laptop.edit('consultation', center.first, { hours: 2 });
  // The same each time, so it is written once.
  const document = center.laptop.export({ language });
  const book = books.get(language) ?? EditedWorkbook.of(document);
  books.set(language, book);
  return { ...center, book: await book };
}

const books = new Map<'en' | 'ko', Promise<EditedWorkbook>>();

/** One thing that people do to a workbook, and what the preview has to say of it. */
export interface HandEdit {
  readonly name: string;
  readonly edit: (book: EditedWorkbook) => EditedWorkbook;
  /** All notes of the preview. */
  readonly notes: readonly PlanNote[];
  /** How many rows there are of each status other than unchanged. */
  readonly counts?: Partial<Readonly<Record<RowStatus, number>>>;
  /** The fields that change, as `field: after`. */
  readonly changes?: readonly string[];
  /** Codes of problems, in the order of the rows. */
  readonly problems?: readonly string[];
  readonly context?: Partial<PlanContext>;
}

/** Plans the edited file where it was exported, compares the preview, and then lets two replicas take it in. */
export async function expectHandled({
  edit,
  notes,
  counts,
  changes,
  problems,
  context,
}: HandEdit): Promise<void> {
  const center = await sentWorkbook();
  const grid = await edit(center.book).read();
  const plan = center.laptop.plan(grid, context);
  expect(plan.notes).toEqual(notes);
  expect(countsOf(plan)).toEqual(counts ?? {});
  expect(changesOf(plan)).toEqual(changes ?? []);
  expect(plan.rows.flatMap((row) => row.problems.map(({ code }) => code))).toEqual(problems ?? []);
  expectAlike(center.laptop, grid, context);
}

/** Whoever takes the file in, in whatever state, ends with the same records, and again changes nothing. */
export function expectAlike(laptop: Replica, grid: WorkbookGrid, context: Partial<PlanContext> = {}): void {
  const office = replica('headquarters', 2);
  office.import(grid, context);
  laptop.import(grid, context);
  exchange(laptop, office);
  expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  for (const one of [laptop, office]) expect(one.plan(grid, context).changes).toEqual([]);
}

/** Both send all that they have, until both have all. */
export function exchange(one: Replica, other: Replica): void {
  for (let round = 0; round < 2; round++) {
    other.import(documentToGrid(one.export()));
    one.import(documentToGrid(other.export()));
  }
}

export function countsOf({ counts }: ImportPlan): Partial<Record<RowStatus, number>> {
  const { unchanged: _, ...others } = counts;
  return Object.fromEntries(Object.entries(others).filter(([, count]) => count > 0));
}

/** `field: after` of every cell of a known record that is taken or in conflict. */
export function changesOf({ rows }: ImportPlan): readonly string[] {
  const known = rows.filter(({ status }) => status !== 'added');
  return known.flatMap(({ cells }) => cells.map(({ field, after }) => `${field}: ${after}`));
}

/** The values that stand side by side in a consultation, by field; none when nothing is in conflict. */
export function conflictsIn(
  { records }: Replica,
  id: Center['first'],
): readonly (readonly [string, readonly unknown[]])[] {
  const record = records.find('consultation', id);
  if (record === null) return [];
  return conflictsOf(definitionOf('consultation'), record).map(({ path, versions }) => [
    path,
    versions.map(({ value }) => value).sort(),
  ]);
}
