// @vitest-environment happy-dom
import { notifications } from '@mantine/notifications';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fileSaveErrorText } from '../../../../renderer/stores/fileSaveErrorText.ts';
import { usePrint } from '../../../../renderer/stores/usePrint.ts';
import { useSaveFile } from '../../../../renderer/stores/useSaveFile.ts';
import { useSaveWorkbook } from '../../../../renderer/stores/useSaveWorkbook.ts';
import { err } from '../../../../shared/core/result.ts';
import type { HostErrorCode } from '../../../../shared/ipc/host.ts';
import type { PageSheet, WorkbookDocument } from '../../../../shared/workbook/grid.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../features/openScreen.tsx';

afterEach(closeScreen);

const sheet: PageSheet = {
  ...{ kind: 'page', name: 'Log', visibility: 'visible', columnWidths: [10], merges: [], landscape: false },
  rows: [[{ value: 'Advice on open data', look: 'body' }]],
};
const workbook: WorkbookDocument = {
  ...{ title: 'Log', author: 'Kim Minji', language: 'en', createdAt: 0 },
  sheets: [sheet],
};

/** All ways in which a page hands a file to the person. */
function Saving() {
  const [print, saveFile, saveWorkbook] = [usePrint(), useSaveFile(), useSaveWorkbook()];
  const file = { suggestedName: 'log.csv', mediaType: 'text/csv', bytes: Uint8Array.of(1) };
  return (
    <>
      <h1>Log</h1>
      <button type="button" onClick={() => void print('log.pdf')}>
        PDF
      </button>
      <button type="button" onClick={() => void saveFile(file)}>
        file
      </button>
      <button type="button" onClick={() => void saveWorkbook(workbook, 'log')}>
        workbook
      </button>
    </>
  );
}

const advice = {
  en: /may have it open.*Close the file or choose another folder or name/,
  ko: /다른 프로그램에서 파일을 열고 있거나.*파일을 닫거나/,
} as const;

test.each(['en', 'ko'] as const)(
  'a file that is open in another program is told as that, not as a full disk (%s)',
  async (language) => {
    const { laptop, store } = await laptopWithCenters();
    laptop.host.files.save = async () => err({ code: 'NO_PERMISSION', detail: 'EPERM: rename' });
    laptop.host.printToPdf = async () => err({ code: 'IN_USE', detail: 'EBUSY: rename' });
    const { user } = await openScreen(Saving, { laptop, store }, { language });
    for (const name of ['PDF', 'file', 'workbook']) {
      await user.click(screen.getByRole('button', { name }));
      const told = await screen.findByText(advice[language], undefined, { timeout: 4000 });
      expect(told.textContent).not.toMatch(/NO_PERMISSION|IN_USE|EPERM|EBUSY/);
      act(() => notifications.clean());
      await waitFor(() => expect(screen.queryByText(advice[language])).toBeNull());
    }
  },
  30_000,
);

const codes: readonly HostErrorCode[] = [
  ...([
    'NO_SPACE',
    'READ_ONLY',
    'NO_PERMISSION',
    'IN_USE',
    'NOT_FOUND',
    'TOO_LARGE',
    'OUT_OF_ORDER',
  ] as const),
  ...(['DAMAGED', 'REFUSED', 'NEWER', 'LOCKED', 'NOT_SEALED', 'IO'] as const),
];

test.each(codes)('%s has a sentence in both languages that says what to do', (code) => {
  expect(fileSaveErrorText(code, 'en')).toMatch(/^The file was not saved.*, then save again\./);
  expect(fileSaveErrorText(code, 'ko')).toMatch(/저장하지 못했습니다\. .*다시 저장하세요\./);
  expect(fileSaveErrorText(code, 'en')).not.toContain(code);
});
