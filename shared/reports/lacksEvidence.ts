import type { IsoDate } from '../core/dates.ts';
import { isRecordId, type RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { isSpending } from '../records/spending.ts';
import type { StoredRecord } from '../sync/record.ts';

export type EvidenceGapCode =
  | 'MILESTONE'
  | 'DELIVERABLE'
  | 'ADVICE'
  | 'TRAINING'
  | 'MEETING'
  | 'SPENDING'
  | 'FILE';

/** Records of one type that an auditor would ask about, for one reason. */
export interface EvidenceGap {
  readonly code: EvidenceGapCode;
  readonly type: string;
  readonly label: Label;
  /** Never empty. */
  readonly ids: readonly RecordId[];
}

export interface EvidenceGapOptions {
  readonly today: IsoDate;
  /** Only records of this center. */
  readonly centerId?: RecordId | null;
}

interface GapRule extends Omit<EvidenceGap, 'ids'> {
  lacks(record: StoredRecord, set: RecordSet, today: IsoDate): boolean;
}

const gapRules: readonly GapRule[] = [
  {
    code: 'MILESTONE',
    type: 'milestone',
    label: { en: 'Milestones done, without evidence', ko: '증빙이 없는 완료 단계' },
    lacks: ({ values }) => values.status === 'done' && !isProven(values),
  },
  {
    code: 'DELIVERABLE',
    type: 'deliverable',
    label: { en: 'Deliverables done, without evidence', ko: '증빙이 없는 제출 산출물' },
    lacks: ({ values }) => values.doneOn !== undefined && !isProven(values),
  },
  {
    code: 'ADVICE',
    type: 'consultation',
    label: { en: 'Advice adopted, without evidence', ko: '증빙이 없는 반영 완료 자문' },
    lacks: ({ values }) => values.result === 'adopted' && !isProven(values),
  },
  {
    code: 'TRAINING',
    type: 'training',
    label: { en: 'Trainings without attendance sheet', ko: '참석자 명부가 없는 연수·교육' },
    lacks: ({ values }, set, today) =>
      isOver(values.end, today) && !isNoted(values) && !hasFileOf('attendanceSheet', values, set),
  },
  {
    code: 'MEETING',
    type: 'meeting',
    label: { en: 'Meetings without minutes', ko: '회의록이 없는 회의' },
    lacks: ({ values }, set, today) =>
      isOver(values.date, today) &&
      values.minutes === undefined &&
      !isNoted(values) &&
      !hasFileOf('minutes', values, set),
  },
  {
    code: 'SPENDING',
    type: 'budgetEntry',
    label: { en: 'Spending without receipt', ko: '영수증이 없는 지출' },
    lacks: ({ values }, set) => isSpending(values) && !isNoted(values) && !hasFileOf('receipt', values, set),
  },
  {
    code: 'FILE',
    type: 'evidence',
    label: { en: 'Evidence with neither file nor place', ko: '파일도 보관 위치도 없는 증빙' },
    lacks: ({ values }) => values.sha256 === undefined && values.keptAt === undefined,
  },
];

/**
 * What lacks evidence, by reason, in a fixed order; reasons that nothing falls under are left out. A place that is
 * named in words counts as evidence, because paper has no file; a file that is only named, or was deleted, does not
 * make an attendance sheet, minutes or a receipt.
 */
export function lacksEvidence(set: RecordSet, options: EvidenceGapOptions): readonly EvidenceGap[] {
  const { today, centerId = null } = options;
  return gapRules.flatMap(({ lacks, ...gap }) => {
    const ids = set
      .all(gap.type)
      .filter((record) => centerId === null || record.centerId === centerId)
      .filter((record) => lacks(record, set, today))
      .map(({ id }) => id);
    return ids.length === 0 ? [] : [{ ...gap, ids }];
  });
}

type Values = StoredRecord['values'];

const isOver = (day: unknown, today: IsoDate): boolean => typeof day === 'string' && day <= today;
const isNoted = ({ evidenceNote }: Values): boolean => evidenceNote !== undefined;
const isProven = (values: Values): boolean => isNoted(values) || values.evidenceFiles !== undefined;

function hasFileOf(kind: string, { evidenceFiles }: Values, set: RecordSet): boolean {
  const ids: readonly unknown[] = Array.isArray(evidenceFiles) ? evidenceFiles : [];
  return ids.filter(isRecordId).some((id) => {
    const file = set.find('evidence', id);
    return file !== null && !file.deleted && file.values.kind === kind;
  });
}
