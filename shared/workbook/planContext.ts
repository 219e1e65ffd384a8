import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import type { Stamp } from '../sync/stamp.ts';
import type { EarlierCopy } from './earlierCopies.ts';

export interface PlanContext {
  /** What this replica holds now. */
  readonly records: RecordSet;
  /** The reader's language. */
  readonly language: Language;
  readonly today: IsoDate;
  /** Milliseconds since 1970; tells stamps that are far ahead. */
  readonly now: number;
  /** The center of rows that do not name theirs; null where there is no one center. */
  readonly defaultCenterId: RecordId | null;
  readonly blankClears: boolean;
  /** For what a workbook without hidden state changes in records that are here: an edit made by the importer. */
  readonly importStamp: Stamp;
  /** `workbookId contentHash` of imports that were committed before. */
  readonly imported: ReadonlySet<string>;
  /** The same of imports that were committed and taken back: what they brought is known here and not in force. */
  readonly takenBack?: ReadonlySet<string>;
  /**
   * Copies that were imported and are in force, in the order of their import, as far as one of the files may be a later
   * state of them.
   */
  readonly earlierCopies?: readonly EarlierCopy[];
}

/** How an import is known again: the `imported` key of its source. */
export const importKey = (source: {
  readonly workbookId: string | null;
  readonly contentHash: string;
}): string => `${source.workbookId ?? ''} ${source.contentHash}`;
