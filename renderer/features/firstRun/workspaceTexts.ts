import { defineTexts } from '../../i18n/texts.ts';

export const workspaceTexts = defineTexts('workspaceQuestion', {
  title: { en: 'Which center is this computer for?', ko: '이 컴퓨터에서 어느 센터의 일을 합니까?' },
  missing: {
    en: 'The center that this computer worked for is not among the records that are here now. Choose the right one before you go on: new entries go to it, and what you send is about it. No record was changed.',
    ko: '이 컴퓨터의 작업 공간이던 센터가 현재 기록에 없습니다. 계속하기 전에 알맞은 센터를 선택하세요. 새 기록은 그 센터의 기록으로 저장되고, 보내기도 그 센터를 대상으로 합니다. 변경된 기록은 없습니다.',
  },
  unknown: {
    en: 'The records are on this computer. Choose the center that you work for: new entries go to it, and what you send is about it.',
    ko: '기록은 이 컴퓨터에 있습니다. 일할 센터를 선택하세요. 새 기록은 그 센터의 기록으로 저장되고, 보내기도 그 센터를 대상으로 합니다.',
  },
  records: { en: { one: '{count} record', other: '{count} records' }, ko: '기록 {count}건' },
  goOn: { en: 'Work with this', ko: '선택하고 계속' },
  taken: {
    en: 'This computer now works for {name}, the only center with records here. It can be changed under Settings.',
    ko: '기록이 있는 유일한 센터인 {name}을(를) 이 컴퓨터의 작업 공간으로 정했습니다. 설정에서 바꿀 수 있습니다.',
  },
});
