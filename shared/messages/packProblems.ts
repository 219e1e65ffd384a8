import type { Label } from '../core/language.ts';
import type { PackProblem } from '../handOver/handOverPack.ts';

/** What a person is told of a hand-over pack that cannot be taken over, and what to do. */
export const packProblemTexts: Readonly<Record<PackProblem['code'], Label>> = {
  NOT_A_PACK: {
    en: 'This file is not a hand-over pack. Choose the file whose name ends in .fbpack.',
    ko: '이 파일은 인수인계 파일이 아닙니다. 이름이 .fbpack으로 끝나는 파일을 선택하세요.',
  },
  WRONG_PASSPHRASE: {
    en: 'The passphrase does not open this pack. Check capital letters and the keyboard language and try again; without it nobody can open the pack.',
    ko: '입력한 암호로 이 인수인계 파일을 열 수 없습니다. 대소문자와 입력 언어를 확인하고 다시 입력하세요. 암호가 없으면 누구도 파일을 열 수 없습니다.',
  },
  DAMAGED: {
    en: 'This pack is damaged or was changed; nothing was taken over. Copy it anew from where it was made, or have a new one made.',
    ko: '인수인계 파일이 손상되었거나 변경되었습니다. 아무것도 가져오지 않았습니다. 원본을 다시 복사하거나 새 파일을 받으세요.',
  },
  NEWER: {
    en: 'This pack was made with a newer Fieldbook. Install that version here first; nothing was changed.',
    ko: '더 새로운 Fieldbook에서 만든 인수인계 파일입니다. 먼저 새 버전을 설치하세요. 변경된 내용은 없습니다.',
  },
};
