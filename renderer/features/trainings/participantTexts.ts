import type { LineProblem } from '../../../shared/participants/planParticipants.ts';
import { defineTexts, type TextEntry } from '../../i18n/texts.ts';

const problems = {
  NAME_MISSING: { en: 'The line has no name.', ko: '이름이 없는 행입니다.' },
  NAME_TOO_LONG: { en: 'The name is too long: “{value}”.', ko: '이름이 너무 깁니다: ‘{value}’' },
  BAD_GENDER: {
    en: '“{value}” is no gender. Write F, M, other or not disclosed, or leave the cell empty.',
    ko: '‘{value}’은(는) 성별로 읽을 수 없습니다. 여, 남, 기타, 미공개로 적거나 비워 두세요.',
  },
  BAD_COMPLETED: {
    en: '“{value}” is neither yes nor no. Write yes or no, or leave the cell empty.',
    ko: '‘{value}’은(는) 예/아니요로 읽을 수 없습니다. 예 또는 아니요로 적거나 비워 두세요.',
  },
  TOO_LONG: { en: 'The text is too long: “{value}”.', ko: '내용이 너무 깁니다: ‘{value}’' },
  AMBIGUOUS: {
    en: 'Several people are called “{value}”. Add a column with their organization.',
    ko: '‘{value}’ 이름의 사람이 여러 명입니다. 소속 기관 열을 추가하세요.',
  },
  TWICE: {
    en: '“{value}” stands further up in the list already.',
    ko: '‘{value}’은(는) 목록의 앞 행에 이미 있습니다.',
  },
} as const satisfies Readonly<Record<LineProblem, TextEntry>>;

export const participantTexts = defineTexts('participants', {
  ...problems,
  count: { en: { one: '{count} participant', other: '{count} participants' }, ko: '참가자 {count}명' },
  completedCount: { en: '{count} completed', ko: '수료 {count}명' },
  none: {
    en: 'Nobody is entered for this training yet. Paste the list from Excel, or add people one by one.',
    ko: '아직 입력한 참가자가 없습니다. Excel 명단을 붙여 넣거나 한 명씩 추가하세요.',
  },
  paste: { en: 'Paste a list from Excel', ko: 'Excel 명단 붙여넣기' },
  addOne: { en: 'Add one', ko: '한 명 추가' },
  list: { en: 'Participants', ko: '참가자' },
  completed: { en: 'Completed', ko: '수료' },
  completedBy: { en: 'Completed: {name}', ko: '수료: {name}' },
  ticked: { en: 'Marked as completed: {name}.', ko: '수료로 표시했습니다: {name}' },
  unticked: { en: 'No longer marked as completed: {name}.', ko: '수료 표시를 지웠습니다: {name}' },
  allCompleted: { en: 'Mark all as completed', ko: '모두 수료로 표시' },
  allTicked: { en: 'All are marked as completed.', ko: '모두 수료로 표시했습니다.' },
  attendance: { en: 'Attendance from this list', ko: '명단 기준 참가 인원' },
  attendanceSame: { en: 'The training says the same.', ko: '연수·교육 기록의 인원과 같습니다.' },
  attendanceDiffers: { en: 'The training says: {text}.', ko: '연수·교육 기록의 인원: {text}' },
  attendanceNone: { en: 'The training says nothing yet.', ko: '연수·교육 기록에 인원이 없습니다.' },
  takeOver: { en: 'Take over into the training', ko: '연수·교육 기록에 반영' },
  tookOver: { en: 'Attendance taken over.', ko: '참가 인원을 반영했습니다.' },
  title: { en: 'Paste a list of participants', ko: '참가자 명단 붙여넣기' },
  lead: {
    en: 'Copy the cells in Excel, with their header row if there is one, and paste them here (Ctrl+V). Nothing is saved before you have seen what each line does.',
    ko: 'Excel에서 셀을 복사하여(제목 행이 있으면 함께) 여기에 붙여 넣으세요(Ctrl+V). 행마다 처리될 내용을 확인한 뒤에 저장됩니다.',
  },
  box: { en: 'The copied cells', ko: '복사한 셀' },
  header: { en: 'The first line names the columns', ko: '첫 행은 제목 행입니다' },
  columns: { en: 'What the columns hold', ko: '열의 내용' },
  column: { en: 'Column {number}: {example}', ko: '{number}열: {example}' },
  leaveOut: { en: 'Leave out', ko: '제외' },
  noName: {
    en: 'Say which column holds the names, then the lines are read.',
    ko: '이름이 있는 열을 선택하면 행을 읽습니다.',
  },
  line: { en: 'Line', ko: '행' },
  name: { en: 'Name', ko: '이름' },
  effect: { en: 'What it does', ko: '처리 내용' },
  isTotal: { en: 'Row of totals, left out', ko: '합계 행이므로 제외' },
  isNew: { en: 'New person', ko: '새 인물' },
  isKnown: { en: 'Known person: {who} ({where})', ko: '등록된 인물: {who}({where})' },
  isEntered: { en: 'Is in the list already: {who} ({where})', ko: '이미 명단에 있음: {who}({where})' },
  namesakes: {
    en: 'not the one of this name who is known here ({where})',
    ko: '이름이 같은 등록된 인물({where})과 다른 사람',
  },
  noOrganization: { en: 'no organization entered', ko: '소속 기관 미입력' },
  fillsIn: { en: 'adds {fields}', ko: '{fields} 추가' },
  isCompleted: { en: 'completed', ko: '수료' },
  orgToNotes: {
    en: 'organization “{name}” is not known here; its name is kept in the notes',
    ko: '등록되지 않은 소속 기관 ‘{name}’은(는) 비고에 남깁니다',
  },
  summary: {
    en: '{fresh} new, {known} known, {entered} in the list already, {bad} not read',
    ko: '새 인물 {fresh}명, 등록된 인물 {known}명, 이미 명단에 있음 {entered}명, 읽지 못함 {bad}행',
  },
  badStay: {
    en: 'Lines that cannot be read are left out. Correct them in the box above and they are read again.',
    ko: '읽지 못한 행은 제외됩니다. 위 상자에서 고치면 다시 읽습니다.',
  },
  save: { en: { one: 'Enter {count} line', other: 'Enter {count} lines' }, ko: '{count}행 입력' },
  saved: {
    en: { one: '{count} line of the list was entered.', other: '{count} lines of the list were entered.' },
    ko: '명단 {count}행을 입력했습니다.',
  },
  cancel: { en: 'Cancel', ko: '취소' },
  tooMany: { en: 'Only the first {count} lines are read.', ko: '처음 {count}행만 읽습니다.' },
});
