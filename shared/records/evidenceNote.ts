import { isRecordId } from '../core/ids.ts';
import type { LiveRecords } from '../schema/defineRecord.ts';
import { evidence, longText } from '../schema/fields.ts';
import type { StoredRecord } from '../sync/record.ts';

/** Where the evidence of an activity is kept, in words: for paper, and for files that lie elsewhere. */
export const evidenceNote = (group: string) =>
  longText({
    label: { en: 'Evidence (where it is kept)', ko: '증빙(보관 위치)' },
    help: {
      en: 'Minutes, attendance sheets, photos or letters: what there is, and where it can be found.',
      ko: '회의록, 참석자 명부, 사진, 공문 등 증빙의 종류와 보관 위치를 적으세요.',
    },
    aliases: ['evidence', 'documents', 'attachments', 'proof', '증빙', '증빙자료', '근거자료', '첨부'],
    maxLength: 2000,
    group,
  });

/**
 * The evidence records of an activity. It has no alias of the note's: a column “Evidence” in somebody's own table
 * tells in words what there is, and would fail as the names of records.
 */
export const evidenceFiles = (group: string, since = 1) =>
  evidence({
    label: { en: 'Evidence files', ko: '증빙 파일' },
    help: {
      en: 'The entries under Evidence that belong here: minutes, photos, attendance sheets.',
      ko: '증빙 목록에서 이 기록에 해당하는 회의록, 사진, 참석자 명부 등을 선택하세요.',
    },
    aliases: ['files', 'attached files', 'evidence list', '증빙 목록', '첨부 파일'],
    group,
    ...(since > 1 ? { since } : {}),
  });

interface EvidenceValues {
  readonly evidenceNote?: unknown;
  readonly evidenceFiles?: unknown;
}

/**
 * Whether a record says in words or by a file what proves it. A place that is named in words counts, because paper has no
 * file; an entry under Evidence counts while it is there: not when it was deleted, nor before it has arrived.
 */
export const hasEvidence = (values: EvidenceValues, live: LiveRecords): boolean =>
  values.evidenceNote !== undefined || evidenceOf(values, live).length > 0;

/** The evidence records of a record that are there. */
export function evidenceOf(
  { evidenceFiles: ids }: EvidenceValues,
  live: LiveRecords,
): readonly StoredRecord[] {
  const given: readonly unknown[] = Array.isArray(ids) ? ids : [];
  return given.filter(isRecordId).flatMap((id) => live.get('evidence', id) ?? []);
}
