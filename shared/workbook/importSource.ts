import type { Language } from '../core/language.ts';
import type { ImportSource } from './importPlan.ts';
import type { IncomingWorkbook } from './incomingRows.ts';

/** What a file says of itself: who exported it, who saved it, what kind of workbook it is. */
export function sourceOf(
  name: string,
  { state, saved, contentHash, hasEdits }: IncomingWorkbook,
  language: Language,
): ImportSource {
  const header = state?.header;
  return {
    name,
    workbookId: header?.workbookId ?? null,
    contentHash,
    origin:
      header === undefined ? 'foreign' : header.template ? 'template' : hasEdits ? 'edited' : 'exported',
    exportedBy: header?.by ?? '',
    exportedAt: header?.at ?? null,
    language: header?.language ?? language,
    sample: header?.sample ?? false,
    ...(saved === null ? {} : { savedBy: saved.by, savedAt: saved.at }),
  };
}
