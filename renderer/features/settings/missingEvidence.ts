import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';

const namesShown = 5;

/** Names of the files of evidence that records name and that are not among those with these SHA-256. */
export const missingEvidence = (
  records: RecordSet,
  there: { has(sha256: string): boolean },
): readonly string[] =>
  recordsOf(records, 'evidence').flatMap(({ values: { sha256, fileName = '' } }) =>
    sha256 === undefined || there.has(sha256) ? [] : [fileName],
  );

/** The first names, for a sentence. */
export const shownNames = (names: readonly string[]): string =>
  names.slice(0, namesShown).join(', ') + (names.length > namesShown ? ', …' : '');
