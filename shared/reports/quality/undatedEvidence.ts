import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import { evidenceDaysIn } from '../../records/evidenceDay.ts';
import { isPersonalRecord } from '../../records/personalRecords.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { recordsOf } from '../../records/recordsOf.ts';
import type { Finding } from '../../schema/validate.ts';
import type { StoredRecord } from '../../sync/record.ts';

const undated: Label = {
  en: 'Neither a date nor a dated record that names it says of which day the evidence is, so that no report lists it. Enter its date, or attach it to what it proves.',
  ko: '작성일이 없고 날짜가 있는 기록에 연결되어 있지도 않아 어느 보고서의 증빙 목록에도 나오지 않습니다. 작성일을 입력하거나 해당 기록에 첨부하세요.',
};

export const undatedFinding: Finding = {
  level: 'warning',
  code: 'EVIDENCE_UNDATED',
  field: 'takenOn',
  message: undated,
  params: {},
};

/** Evidence of a center (null: of all) that no report lists, because nothing says of which day it is. */
export function undatedEvidence(set: RecordSet, centerId: RecordId | null): readonly StoredRecord[] {
  const dayOf = evidenceDaysIn(set);
  return recordsOf(set, 'evidence')
    .filter((record) => (centerId === null || record.centerId === centerId) && dayOf(record) === null)
    .map((record) => record as StoredRecord)
    .filter((record) => !isPersonalRecord(record));
}
