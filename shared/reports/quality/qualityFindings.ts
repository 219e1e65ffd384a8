import type { Label } from '../../core/language.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import type { Finding } from '../../schema/validate.ts';
import type { DueItem } from '../dueItems.ts';
import type { EvidenceGapCode } from '../lacksEvidence.ts';

const evidenceTexts: Readonly<Record<EvidenceGapCode, Label>> = {
  MILESTONE: {
    en: 'The milestone is done, and nothing proves it. Attach a file, or say where the paper is kept.',
    ko: '완료된 단계이지만 증빙이 없습니다. 파일을 첨부하거나 보관 위치를 적으세요.',
  },
  DELIVERABLE: {
    en: 'The deliverable is done, and nothing proves it. Attach its file, or say where it is kept.',
    ko: '제출된 산출물이지만 증빙이 없습니다. 파일을 첨부하거나 보관 위치를 적으세요.',
  },
  ADVICE: {
    en: 'The advice was adopted, and nothing proves it. Attach a file, or say where the paper is kept.',
    ko: '반영이 완료된 자문이지만 증빙이 없습니다. 파일을 첨부하거나 보관 위치를 적으세요.',
  },
  TRAINING: {
    en: 'The training is over and has no attendance sheet. Attach it, or say where it is kept.',
    ko: '끝난 연수·교육이지만 참석자 명부가 없습니다. 첨부하거나 보관 위치를 적으세요.',
  },
  MEETING: {
    en: 'The meeting was held and has no minutes. Enter or attach them, or say where they are kept.',
    ko: '개최한 회의이지만 회의록이 없습니다. 입력하거나 첨부하고, 또는 보관 위치를 적으세요.',
  },
  SPENDING: {
    en: 'The spending has no receipt. Attach it, or say where it is kept.',
    ko: '영수증이 없는 지출입니다. 첨부하거나 보관 위치를 적으세요.',
  },
  FILE: {
    en: 'The evidence has neither a file nor a place. Attach the file, or say where it is kept.',
    ko: '파일도 보관 위치도 없는 증빙입니다. 파일을 첨부하거나 보관 위치를 적으세요.',
  },
};

export function evidenceFinding(code: EvidenceGapCode): Finding {
  const field = code === 'FILE' ? 'keptAt' : 'evidenceFiles';
  return { level: 'warning', code: `LACKS_${code}`, field, message: evidenceTexts[code], params: {} };
}

const overdueTexts: Readonly<Record<DueItem['kind'], { readonly field: string; readonly message: Label }>> = {
  followUp: {
    field: 'nextActionDue',
    message: {
      en: 'The next action was due on {due}: {action} Do it and enter “Done on”, or agree on another day.',
      ko: '후속 조치 기한({due})이 지났습니다: {action} 이행 후 완료일을 입력하거나 기한을 다시 정하세요.',
    },
  },
  milestone: {
    field: 'plannedOn',
    message: {
      en: 'The milestone was planned for {due} and is not done. Enter when it was done, or plan it anew.',
      ko: '예정일({due})이 지났지만 완료되지 않은 단계입니다. 완료일을 입력하거나 예정일을 다시 정하세요.',
    },
  },
  projectEnd: {
    field: 'end',
    message: {
      en: 'The project was to end on {due} and is still running. Set its status, or extend it.',
      ko: '종료일({due})이 지났지만 아직 진행 중인 과제입니다. 상태를 바꾸거나 기간을 연장하세요.',
    },
  },
  deliverable: {
    field: 'doneOn',
    message: {
      en: 'The deliverable was due on {due} and is not done. Enter when it was done, or agree on another day.',
      ko: '제출 기한({due})이 지났지만 완료되지 않은 산출물입니다. 완료일을 입력하거나 기한을 다시 정하세요.',
    },
  },
  decision: {
    field: 'due',
    message: {
      en: 'The decision was to be carried out by {due}. Set its status, or agree on another day.',
      ko: '이행 기한({due})이 지난 결정 사항입니다. 상태를 바꾸거나 기한을 다시 정하세요.',
    },
  },
};

export function overdueFinding({ kind, due, action }: DueItem): Finding {
  const { field, message } = overdueTexts[kind];
  return { level: 'warning', code: 'OVERDUE', field, message, params: { due, action: sentence(action) } };
}

/** So that what stands behind begins a sentence of its own. */
const sentence = (text: string): string => (/[.!?。]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const conflictText: Label = {
  en: '“{field}” was changed by several people who did not know of each other, and nobody decided yet.',
  ko: '여러 사람이 서로 모르게 ‘{field}’을(를) 수정하였으며 아직 결정하지 않았습니다.',
};
const wholeRecord: Label = { en: 'The record', ko: '기록' };

export function conflictFinding(definition: AnyRecordDefinition, field: string): Finding {
  const label = definition.spec(field)?.label ?? wholeRecord;
  return { level: 'warning', code: 'CONFLICT', field, message: conflictText, params: { field: label } };
}
