import { defineTexts } from '../../i18n/texts.ts';

export const caseTexts = defineTexts('caseThread', {
  open: { en: 'Open case', ko: '진행 중인 사례' },
  closed: { en: 'Closed case', ko: '종결된 사례' },
  visits: { en: { one: '{count} visit', other: '{count} visits' }, ko: '자문 {count}회' },
  thread: { en: 'Visits in order', ko: '자문 경과' },
  thisOne: { en: 'this record', ko: '현재 기록' },
  undated: { en: 'no date', ko: '날짜 없음' },
  asked: { en: 'Asked', ko: '요청' },
  advised: { en: 'Advised', ko: '자문' },
  result: { en: 'Came of it', ko: '결과' },
  next: { en: 'Next action', ko: '후속 조치' },
  dueOn: { en: '{action} (due {date})', ko: '{action} (기한 {date})' },
  doneOn: { en: '{action} (done {date})', ko: '{action} ({date} 완료)' },
  nextVisit: { en: 'Log the next visit', ko: '다음 자문 기록' },
  markDone: { en: 'Action done', ko: '조치 완료' },
  markDoneOf: { en: 'Action done: {action}', ko: '조치 완료: {action}' },
  markedDone: { en: 'Action done: {action}', ko: '조치를 완료로 표시했습니다: {action}' },
  adopt: { en: 'Record the adoption', ko: '반영 완료 기록' },
  adopted: { en: 'The adoption is recorded.', ko: '반영 완료를 기록했습니다.' },
  adoptTitle: { en: 'The advice was adopted', ko: '자문 반영 완료' },
  adoptLead: {
    en: '“{topic}” counts as adopted. An auditor will ask what shows it.',
    ko: '‘{topic}’ 자문을 반영 완료로 기록합니다. 이를 확인할 증빙이 필요합니다.',
  },
  evidence: { en: 'What shows it, and where it is kept', ko: '증빙 내용과 보관 위치' },
  evidenceHelp: {
    en: 'For example the number of a decree or a letter. Files are attached under the tab “Evidence”.',
    ko: '법령이나 공문의 번호 등을 적으세요. 파일은 ‘증빙’ 탭에서 첨부합니다.',
  },
  evidenceThere: {
    en: 'Evidence is entered already. Add to it if there is more.',
    ko: '증빙이 이미 등록되어 있습니다. 추가할 내용이 있으면 적으세요.',
  },
  evidenceMissing: {
    en: 'Say what shows the adoption, or attach a file under the tab “Evidence” first.',
    ko: '반영을 확인할 증빙을 적거나 먼저 ‘증빙’ 탭에서 파일을 첨부하세요.',
  },
  close: { en: 'Close the case', ko: '사례 종결' },
  caseClosed: { en: 'The case is closed.', ko: '사례를 종결했습니다.' },
  reopen: { en: 'Open it again', ko: '다시 진행' },
  reopened: { en: 'The case is open again.', ko: '사례를 다시 진행합니다.' },
  actionsOpen: {
    en: {
      one: '{count} next action is still to be done, so the case stays open.',
      other: '{count} next actions are still to be done, so the case stays open.',
    },
    ko: '남은 후속 조치가 {count}건 있어 사례가 종결되지 않습니다.',
  },
  cancel: { en: 'Cancel', ko: '취소' },
});
