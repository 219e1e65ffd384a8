import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { evidenceOf, hasEvidence } from '../records/evidenceNote.ts';
import { liveRecordsOf, type RecordSet } from '../records/recordSet.ts';
import { isSpending } from '../records/spending.ts';
import type { LiveRecords } from '../schema/defineRecord.ts';
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
  lacks(record: StoredRecord, live: LiveRecords, today: IsoDate): boolean;
}

const gapRules: readonly GapRule[] = [
  {
    code: 'MILESTONE',
    type: 'milestone',
    label: { en: 'Milestones done, without evidence', ko: '증빙이 없는 완료 단계' },
    lacks: ({ values }, live) => values.status === 'done' && !hasEvidence(values, live),
  },
  {
    code: 'DELIVERABLE',
    type: 'deliverable',
    label: { en: 'Deliverables done, without evidence', ko: '증빙이 없는 제출 산출물' },
    lacks: ({ values }, live) => values.doneOn !== undefined && !hasEvidence(values, live),
  },
  {
    code: 'ADVICE',
    type: 'consultation',
    label: { en: 'Advice adopted, without evidence', ko: '증빙이 없는 반영 완료 자문' },
    lacks: ({ values }, live) => values.result === 'adopted' && !hasEvidence(values, live),
  },
  {
    code: 'TRAINING',
    type: 'training',
    label: { en: 'Trainings without attendance sheet', ko: '참석자 명부가 없는 연수·교육' },
    lacks: ({ values }, live, today) =>
      isOver(values.end, today) && !isNoted(values) && !hasFileOf('attendanceSheet', values, live),
  },
  {
    code: 'MEETING',
    type: 'meeting',
    label: { en: 'Meetings without minutes', ko: '회의록이 없는 회의' },
    lacks: ({ values }, live, today) =>
      isOver(values.date, today) &&
      values.minutes === undefined &&
      !isNoted(values) &&
      !hasFileOf('minutes', values, live),
  },
  {
    code: 'SPENDING',
    type: 'budgetEntry',
    label: { en: 'Spending without receipt', ko: '영수증이 없는 지출' },
    lacks: ({ values }, live) =>
      isSpending(values) && !isNoted(values) && !hasFileOf('receipt', values, live),
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
 * named in words counts as evidence, because paper has no file. Evidence that was deleted proves nothing, and a file that
 * is of another kind makes no attendance sheet, minutes or receipt.
 */
export function lacksEvidence(set: RecordSet, options: EvidenceGapOptions): readonly EvidenceGap[] {
  const { today, centerId = null } = options;
  const live = liveRecordsOf(set);
  return gapRules.flatMap(({ lacks, ...gap }) => {
    const ids = set
      .all(gap.type)
      .filter((record) => centerId === null || record.centerId === centerId)
      .filter((record) => lacks(record, live, today))
      .map(({ id }) => id);
    return ids.length === 0 ? [] : [{ ...gap, ids }];
  });
}

type Values = StoredRecord['values'];

const isOver = (day: unknown, today: IsoDate): boolean => typeof day === 'string' && day <= today;
const isNoted = ({ evidenceNote }: Values): boolean => evidenceNote !== undefined;
const hasFileOf = (kind: string, values: Values, live: LiveRecords): boolean =>
  evidenceOf(values, live).some((file) => file.values.kind === kind);
