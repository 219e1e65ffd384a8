import type { FieldSpec } from '../schema/fieldSpec.ts';
import { splitPath } from '../schema/migrations.ts';
import type { Stamp } from '../sync/stamp.ts';
import { type EditStamp, editStampOf, newRowStampOf } from './editStamps.ts';
import type { IncomingRow, IncomingSheet, IncomingWorkbook } from './incomingRows.ts';

/** Neither the row nor its workbook says when its values were written. */
export const isUnstamped = ({ state, isNew, isPasted, told }: IncomingRow): boolean =>
  state === null && !isNew && isPasted !== true && told === undefined;

/** The stamps of what somebody wrote into a row; the importer's own where nothing tells when that was. */
export function rowStampOf(
  { state }: IncomingWorkbook,
  importStamp: Stamp,
  { definition }: IncomingSheet,
  row: IncomingRow,
): EditStamp {
  if (isUnstamped(row)) return () => importStamp;
  const header = state?.header ?? null;
  if (header !== null && !row.isNew) return editStampOf(header, row.id);
  return newRowStampOf(header, row.id, (path) => isReference(definition.spec(splitPath(path).field)));
}

/** Whether a field names records. */
export const isReference = (spec: FieldSpec | null): boolean => spec?.kind === 'ref' || spec?.kind === 'refs';
