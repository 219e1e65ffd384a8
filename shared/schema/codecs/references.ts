import { isRecordId, type RecordId } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { GridCell } from '../../workbook/grid.ts';
import type { CellContext, CellProblem, FieldCodec } from '../codec.ts';
import type { FieldSpec } from '../fieldSpec.ts';
import { cellProblem, cellText, isEmptyCell, isErrorCell, noValue, oneColumn } from './cells.ts';
import { listElements, listSeparator, sortedSet } from './choices.ts';

/** The record type that holds evidence; `evidence` fields refer to it. */
export const evidenceType = 'evidence';

/** The record type that a field refers to; null for a field that refers to none. */
export function referredType(spec: FieldSpec): string | null {
  switch (spec.kind) {
    case 'ref':
    case 'refs':
      return spec.to;
    case 'evidence':
      return evidenceType;
    default:
      return null;
  }
}

export const refCodec: FieldCodec<'ref'> = {
  kind: 'ref',
  merge: 'whole',
  columns: (spec) => oneColumn('text', spec.width ?? 26, true),
  toCells: (value, spec, context) => [value === undefined ? null : nameOf(spec.to, value, context)],
  fromCells: (cells, spec, context) => {
    const cell = cells[0] ?? null;
    if (isEmptyCell(cell)) return noValue;
    if (isErrorCell(cell)) return err([cellProblem(cell, 'CELL_ERROR')]);
    const found = findOne(spec.to, cellText(cell), context);
    return found.ok ? ok(found.value) : err([found.error]);
  },
  fromJson: (json) => (isRecordId(json) ? json : null),
  check: () => [],
  toText: (value, spec, context) => nameOf(spec.to, value, context),
};

export const refsCodec: FieldCodec<'refs'> = {
  kind: 'refs',
  merge: 'elements',
  columns: (spec) => oneColumn('text', spec.width ?? 30, true),
  toCells: (value, spec, context) => [value === undefined ? null : namesOf(spec.to, value, context)],
  fromCells: (cells, spec, context) => findAll(spec.to, cells[0] ?? null, context),
  fromJson: idSetFromJson,
  check: () => [],
  toText: (value, spec, context) => namesOf(spec.to, value, context),
};

export const evidenceCodec: FieldCodec<'evidence'> = {
  kind: 'evidence',
  merge: 'elements',
  columns: (spec) => oneColumn('text', spec.width ?? 30, true),
  toCells: (value, _spec, context) => [value === undefined ? null : namesOf(evidenceType, value, context)],
  fromCells: (cells, _spec, context) => findAll(evidenceType, cells[0] ?? null, context),
  fromJson: idSetFromJson,
  check: () => [],
  toText: (value, _spec, context) => namesOf(evidenceType, value, context),
};

function idSetFromJson(json: unknown): readonly RecordId[] | null {
  if (!Array.isArray(json) || json.length === 0 || !json.every(isRecordId)) return null;
  return sortedSet<RecordId>(json);
}

function findAll(
  type: string,
  cell: GridCell,
  context: CellContext,
): Result<readonly RecordId[] | undefined, readonly CellProblem[]> {
  if (isEmptyCell(cell)) return noValue;
  if (isErrorCell(cell)) return err([cellProblem(cell, 'CELL_ERROR')]);
  const results = listElements(cell).map((element) => findOne(type, element, context));
  const problems = results.flatMap((result) => (result.ok ? [] : [result.error]));
  if (problems.length > 0) return err(problems);
  return ok(sortedSet(results.flatMap((result) => (result.ok ? [result.value] : []))));
}

function namesOf(type: string, ids: readonly RecordId[], context: CellContext): string {
  return ids.map((id) => nameOf(type, id, context)).join(listSeparator);
}

// A record that this workbook does not hold is named by its id, which is understood on the way back.
function nameOf(type: string, id: RecordId, { references }: CellContext): string {
  return references.titleOf(type, id) ?? id;
}

function findOne(type: string, text: string, { references }: CellContext): Result<RecordId, CellProblem> {
  const found = references.find(type, text);
  const [first] = found;
  if (first === undefined) {
    return err(cellProblem(text, 'UNKNOWN_REFERENCE', 0, { type: references.labelOf(type) }));
  }
  if (found.length > 1) {
    return err(
      cellProblem(text, 'AMBIGUOUS_REFERENCE', 0, { type: references.labelOf(type), count: found.length }),
    );
  }
  return ok(first);
}
