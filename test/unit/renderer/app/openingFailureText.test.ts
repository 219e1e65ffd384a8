import { expect, test } from 'vitest';
import type { OpeningFailure } from '../../../../renderer/app/openApplication.ts';
import { openingFailureText } from '../../../../renderer/app/openingFailureText.ts';
import type { HostErrorCode } from '../../../../shared/ipc/host.ts';

const journalOf = (cause: HostErrorCode): OpeningFailure => ({
  stage: 'store',
  error: { code: 'JOURNAL', cause, detail: '' },
});
const unread = [
  /^The journal, in which every change is kept, could not be read/,
  /^모든 변경을 보관하는 저널을/,
];

/** How the sentence for each cause begins, in both languages. */
const sentences: Readonly<Record<HostErrorCode, readonly RegExp[]>> = {
  IN_USE: [/^Fieldbook is already open in another window/, /^Fieldbook이 다른 창에서 이미/],
  NO_PERMISSION: [/^Fieldbook may not keep data here/, /^이곳에는 데이터를 보관할 수 없습니다/],
  NO_SPACE: [/^The disk is full/, /^디스크 공간이 부족하여/],
  READ_ONLY: [/^The disk with the data cannot be written/, /^데이터가 있는 디스크에 쓸 수 없습니다/],
  NEWER: [
    /by a newer Fieldbook\. They were not touched\. Install/,
    /더 새로운 Fieldbook에서 저장되었습니다\. 데이터는/,
  ],
  REFUSED: [/^Fieldbook could not start because of an error of its own/, /^Fieldbook 자체 오류로/],
  TOO_LARGE: unread,
  NOT_FOUND: unread,
  OUT_OF_ORDER: unread,
  DAMAGED: unread,
  LOCKED: unread,
  NOT_SEALED: unread,
  IO: unread,
};

test.each(Object.entries(sentences) as [HostErrorCode, readonly RegExp[]][])(
  'a journal that is %s is told as that in both languages',
  (cause, [en, ko]) => {
    expect(openingFailureText(journalOf(cause), 'en')).toMatch(en ?? /never/);
    expect(openingFailureText(journalOf(cause), 'ko')).toMatch(ko ?? /never/);
  },
);

test('a database of a newer Fieldbook is told with its format, another window and an own error as what they are', () => {
  const newer: OpeningFailure = {
    stage: 'store',
    error: { code: 'NEWER_DATABASE', installed: 9, supported: 7 },
  };
  expect(openingFailureText(newer, 'en')).toContain('(format 9; this one knows 7)');
  expect(openingFailureText({ stage: 'store', error: { code: 'IN_USE', detail: '' } }, 'en')).toContain(
    'another window',
  );
  expect(openingFailureText(null, 'ko')).toContain('자체 오류');
});
