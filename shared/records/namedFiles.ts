import { isSha256 } from '../ipc/evidenceStore.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { RecordSet } from './recordSet.ts';

/** SHA-256 of the files that records name which are not deleted, also of values that stand beside the one that counts. */
export const namedFiles = (records: RecordSet): ReadonlySet<string> =>
  new Set(records.all('evidence').flatMap(filesOf));

/** SHA-256 of the files that one record of evidence names. */
export const filesOf = ({ values, siblings }: StoredRecord): readonly string[] =>
  [values.sha256, ...(siblings.sha256 ?? []).map(({ value }) => value)].filter(isSha256);
