import type { AwaitedPart } from '../host/waits.ts';
import { defineTexts } from '../i18n/texts.ts';

/** One sentence for each part of the machine that does not answer: what that means for the data, and what to do. */
export const waitingTexts = defineTexts('waiting', {
  journal: {
    en: 'The disk with the journal has not answered for some seconds. What was shown as saved is kept; what is being saved now is not confirmed yet. Leave Fieldbook open; if this stays, check the disk.',
    ko: '저널이 있는 디스크가 몇 초째 응답하지 않습니다. 저장됨으로 표시된 내용은 그대로 있으며, 지금 저장 중인 내용은 아직 확인되지 않았습니다. Fieldbook을 닫지 마시고, 이 상태가 계속되면 디스크를 점검하세요.',
  },
  data: {
    en: 'The disk with Fieldbook’s data has not answered for some seconds. What was shown as saved is kept. Wait a moment; if this stays, check the disk and open Fieldbook again.',
    ko: 'Fieldbook 데이터가 있는 디스크가 몇 초째 응답하지 않습니다. 저장됨으로 표시된 내용은 그대로 있습니다. 잠시 기다리시고, 이 상태가 계속되면 디스크를 점검한 뒤 Fieldbook을 다시 여세요.',
  },
  encryption: {
    en: 'Encrypting or opening the data takes longer than usual. Leave Fieldbook open and the computer switched on.',
    ko: '데이터를 암호화하거나 여는 데 평소보다 오래 걸립니다. Fieldbook을 닫지 마시고 컴퓨터를 켜 두세요.',
  },
  file: {
    en: 'Where this file lies has not answered for some seconds. A USB stick or network folder can be slow or gone: check it, or choose another place. Nothing in Fieldbook is lost.',
    ko: '파일이 있는 위치가 몇 초째 응답하지 않습니다. USB나 네트워크 폴더가 느리거나 연결이 끊겼을 수 있으니 확인하거나 다른 위치를 선택하세요. Fieldbook의 데이터는 그대로 있습니다.',
  },
  backups: {
    en: 'The folder of backups has not answered for some seconds. A USB stick or network folder can be slow or gone: check it. After a while Fieldbook goes on without it; what was shown as saved is kept.',
    ko: '백업 폴더가 몇 초째 응답하지 않습니다. USB나 네트워크 폴더가 느리거나 연결이 끊겼을 수 있으니 확인하세요. 계속 응답이 없으면 백업 폴더 없이 진행하며 저장됨으로 표시된 내용은 그대로 있습니다.',
  },
  database: {
    en: 'The working store has not answered for some seconds. Everything shown as saved is in the journal. If it stays silent, Fieldbook goes on without it by itself.',
    ko: '작업 저장소가 몇 초째 응답하지 않습니다. 저장됨으로 표시된 내용은 모두 저널에 있습니다. 계속 응답이 없으면 작업 저장소 없이 업무를 이어 갑니다.',
  },
} satisfies Readonly<Record<AwaitedPart, { readonly en: string; readonly ko: string }>>);
