import type { Label } from '../../../shared/core/language.ts';
import type { WorkType } from '../../../shared/reports/inCharge.ts';
import { defineTexts } from '../../i18n/texts.ts';

export const handOverTexts = defineTexts('handOver', {
  title: { en: 'Hand over work', ko: '업무 인계' },
  lead: {
    en: 'Choose who leaves and who follows. What is ticked becomes the successor’s in one step that can be undone; who gave an advice stays as it was.',
    ko: '전임자와 후임자를 선택하세요. 선택한 업무가 한 번에 후임자에게 넘어가며 실행 취소할 수 있습니다. 자문을 제공한 전문가는 바뀌지 않습니다.',
  },
  back: { en: 'People', ko: '인력 현황' },
  print: { en: 'Print or save as PDF', ko: '인쇄 또는 PDF로 저장' },
  fileName: { en: 'handover {date}.pdf', ko: '인계서 {date}.pdf' },
  from: { en: 'Who leaves', ko: '전임자' },
  to: { en: 'Who follows', ko: '후임자' },
  choosePerson: { en: 'Choose a person', ko: '사람 선택' },
  nobody: { en: 'Nobody of that name', ko: '해당하는 사람이 없습니다' },
  staff: { en: 'Serving at the center', ko: '센터 근무자' },
  others: { en: 'Other people', ko: '그 밖의 인물' },
  work: { en: 'Open work', ko: '진행 중인 업무' },
  chooseFirst: {
    en: 'Choose who leaves, and all that is open stands here.',
    ko: '전임자를 선택하면 진행 중인 업무가 표시됩니다.',
  },
  nothing: {
    en: 'This person has no open work. Nothing has to be handed over.',
    ko: '진행 중인 업무가 없습니다. 인계할 내용이 없습니다.',
  },
  unowned: { en: 'nobody in charge so far', ko: '담당자 없음' },
  selected: { en: '{count} of {total} ticked', ko: '{total}건 중 {count}건 선택' },
  all: { en: 'Tick all', ko: '모두 선택' },
  none: { en: 'Tick none', ko: '모두 해제' },
  handOver: {
    en: { one: 'Hand over {count} entry', other: 'Hand over {count} entries' },
    ko: '{count}건 인계',
  },
  samePerson: {
    en: 'Who leaves and who follows is the same person. Choose another successor.',
    ko: '전임자와 후임자가 같은 사람입니다. 다른 후임자를 선택하세요.',
  },
  noSuccessor: { en: 'Choose who follows.', ko: '후임자를 선택하세요.' },
  noneTicked: { en: 'Tick what is handed over.', ko: '인계할 업무를 선택하세요.' },
  done: {
    en: { one: '{count} entry handed over to {name}', other: '{count} entries handed over to {name}' },
    ko: '{name}에게 {count}건을 인계했습니다',
  },
  doneNotice: {
    en: 'Handed over. Print the sheet below for both to sign.',
    ko: '인계했습니다. 아래 인계서를 인쇄하여 양쪽이 서명하세요.',
  },
  takenBack: {
    en: 'Some of these entries are not with the successor any more: the handover was undone, or they were changed since.',
    ko: '일부 업무가 후임자에게 있지 않습니다. 인계가 취소되었거나 그 뒤에 변경되었습니다.',
  },
  again: { en: 'Another handover', ko: '새 인계' },
  due: { en: 'due {date}', ko: '기한 {date}' },
});

/** The fixed words of the sheet, in both languages whatever the screen's language. */
export const sheetLabels = {
  heading: { en: 'Handover of work', ko: '업무 인계서' },
  from: { en: 'Handed over by', ko: '인계자' },
  to: { en: 'Taken over by', ko: '인수자' },
  center: { en: 'Center', ko: '센터' },
  date: { en: 'Date', ko: '일자' },
  count: { en: 'Entries', ko: '건수' },
  work: { en: 'Work', ko: '업무' },
  due: { en: 'Due', ko: '기한' },
  status: { en: 'Status', ko: '상태' },
  none: { en: 'Nothing is ticked.', ko: '선택한 업무 없음' },
  notChosen: { en: 'Not chosen', ko: '미선택' },
} as const satisfies Readonly<Record<string, Label>>;

/** Beside a consultation that no action is left of, in the place of its next action. */
export const openCaseLabel: Label = {
  en: 'open case without a next action',
  ko: '진행 중인 사례(후속 조치 미정)',
};

export const workLabels: Readonly<Record<WorkType, Label>> = {
  consultation: { en: 'Consultations', ko: '컨설팅' },
  decision: { en: 'Decisions', ko: '결정 사항' },
  project: { en: 'Projects', ko: '공동협력과제' },
  training: { en: 'Trainings', ko: '연수·교육' },
  followUp: { en: 'Follow-ups', ko: '후속사업' },
};
