import { defineTexts } from '../../i18n/texts.ts';

export const forgetTexts = defineTexts('forget', {
  title: { en: 'Forget everything', ko: '모든 자료 삭제' },
  lead: {
    en: 'For a laptop that is given back: deletes all records with their history, backups on this computer, files of evidence, drafts, settings, the log, and data that were set aside for a new beginning. Copies in a second folder and files that were sent stay where they are.',
    ko: '노트북을 반납할 때 사용합니다. 모든 기록과 변경 이력, 이 컴퓨터의 백업, 증빙 파일, 초안, 설정, 로그와 새로 시작할 때 옮겨 둔 데이터를 삭제합니다. 두 번째 폴더의 사본과 보낸 파일은 그대로 남습니다.',
  },
  begin: { en: 'Forget everything…', ko: '모든 자료 삭제…' },
  dialogTitle: {
    en: 'Delete all that Fieldbook has on this computer?',
    ko: '이 컴퓨터의 Fieldbook 자료를 모두 삭제하시겠습니까?',
  },
  first: {
    en: 'This cannot be taken back. If anybody needs these records, make a hand-over pack first, and check it.',
    ko: '삭제하면 되돌릴 수 없습니다. 이 기록이 필요한 사람이 있으면 먼저 인수인계 파일을 만들어 확인하세요.',
  },
  changesHere: {
    en: {
      one: '{count} change is on this computer.',
      other: '{count} changes are on this computer.',
    },
    ko: '이 컴퓨터에 변경 {count}건이 저장되어 있습니다.',
  },
  packFirst: { en: 'Make a pack first', ko: '먼저 인수인계 파일 만들기' },
  goOn: { en: 'Delete without a pack', ko: '파일 없이 계속' },
  typeName: {
    en: 'To confirm, type the name of the workspace: {name}',
    ko: '확인을 위해 작업 공간의 이름을 입력하세요: {name}',
  },
  confirm: { en: 'Delete everything for good', ko: '모두 영구 삭제' },
  cancel: { en: 'Keep everything', ko: '취소' },
  working: {
    en: 'Deleting, and looking whether all is gone…',
    ko: '삭제하고 남은 것이 없는지 확인하고 있습니다…',
  },
  failed: {
    en: 'Something could not be deleted, perhaps because another program has it open. Close other programs and windows and start Fieldbook anew; then delete again.',
    ko: '삭제하지 못한 파일이 있습니다. 다른 프로그램에서 사용 중일 수 있습니다. 다른 프로그램과 창을 닫고 Fieldbook을 다시 시작한 뒤 다시 삭제하세요.',
  },
});
