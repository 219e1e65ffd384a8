import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colleague, logAt, saveExport, saveFile } from '../support/e2eWorkbooks.ts';
import { expect, test } from './support/app.ts';
import {
  beginWork,
  expectHistory,
  goTo,
  historyWith,
  type Newcomer,
  publishedHistory,
} from './support/person.ts';

// People attach the wrong file, and mail programs cut the right one.

const password = 'Sofia-2025';

/** A photo under a workbook's name, nothing, half a download, a locked workbook, and one that is fine. */
async function saveFiles(
  folder: string,
): Promise<Readonly<Record<'photo' | 'empty' | 'cut' | 'locked' | 'good', string>>> {
  const at = (name: string): string => join(folder, 'mail', name);
  const paths = {
    photo: at('attendance.xlsx'),
    empty: at('empty.xlsx'),
    cut: at('cut.xlsx'),
    locked: at('locked.xlsx'),
    good: at('report.xlsx'),
  };
  saveFile(
    paths.photo,
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, ...Array(500).fill(7)]),
  );
  saveFile(paths.empty, '');
  const sofia = colleague(1);
  logAt(sofia, 'BG10', 'Cloud policy');
  await saveExport(sofia, paths.good);
  const whole = readFileSync(paths.good);
  saveFile(paths.cut, whole.subarray(0, Math.floor(whole.length * 0.6)));
  const plovdiv = colleague(2);
  logAt(plovdiv, 'BG10', 'Digital identity');
  await saveExport(plovdiv, paths.locked, { password });
  return paths;
}

interface Reader {
  readonly officer: Newcomer;
  readonly receive: string;
  readonly choose: string;
  readonly photo: string;
  readonly empty: string;
  readonly cut: string;
  readonly locked: string;
  readonly wrongPassword: string;
  readonly passwordOf: string;
  readonly open: string;
  readonly nothing: string;
  readonly commit: string;
  readonly imported: string;
}

const english: Reader = {
  officer: { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' },
  receive: 'Receive',
  choose: 'Choose files…',
  photo:
    'The file “attendance.xlsx” is not a spreadsheet, whatever its name says (JPEG). Choose an Excel or OpenDocument workbook or a CSV file.',
  empty: 'The file “empty.xlsx” is empty (0 bytes). Ask the sender to send it again.',
  cut: 'The file “cut.xlsx” is damaged or incomplete. Ask for it to be sent again, or open it in Excel and save it under a new name.',
  locked:
    'The file “locked.xlsx” is protected by a password. Enter the password, or save it in Excel without one.',
  wrongPassword:
    'The password does not open the file “locked.xlsx”. Check capital letters and the keyboard language and try again.',
  passwordOf: 'Password of locked.xlsx',
  open: 'Open',
  nothing: 'Nothing to import',
  commit: 'Import 6 records',
  imported: 'imported',
};

const korean: Reader = {
  officer: { language: 'ko', name: '이서연', workspace: '본부' },
  receive: '받기',
  choose: '파일 선택…',
  photo:
    '“attendance.xlsx” 파일은 이름과 달리 스프레드시트가 아닙니다(JPEG). Excel이나 OpenDocument 통합 문서 또는 CSV 파일을 선택하세요.',
  empty: '“empty.xlsx” 파일이 비어 있습니다(0바이트). 보낸 사람에게 다시 보내 달라고 요청하세요.',
  cut: '“cut.xlsx” 파일이 손상되었거나 완전하지 않습니다. 다시 보내 달라고 요청하거나 Excel에서 열어 새 이름으로 저장하세요.',
  locked: '“locked.xlsx” 파일은 암호로 보호되어 있습니다. 암호를 입력하거나 Excel에서 암호 없이 저장하세요.',
  wrongPassword:
    '입력한 암호로 “locked.xlsx” 파일을 열 수 없습니다. 대소문자와 입력 언어를 확인하고 다시 시도하세요.',
  passwordOf: 'locked.xlsx의 암호',
  open: '열기',
  nothing: '가져올 내용이 없습니다',
  commit: '기록 6건 가져오기',
  imported: '가져옴',
};

for (const reader of [english, korean]) {
  test(`wrong files are refused with a sentence each and the good ones come in (${reader.officer.language})`, async ({
    app,
    folder,
  }) => {
    const { page } = app;
    const files = await saveFiles(folder);
    await beginWork(page, reader.officer);
    await goTo(page, reader.receive);
    const choose = page.getByRole('button', { name: reader.choose });
    await app.upload([files.photo, files.empty, files.cut], () => choose.click());
    for (const sentence of [reader.photo, reader.empty, reader.cut]) {
      await expect(page.getByText(sentence, { exact: true })).toBeVisible();
    }
    await expect(page.getByRole('button', { name: reader.nothing })).toBeDisabled();

    const add = page.getByRole('button', { name: /^(Add files…|파일 추가…)$/ });
    await app.upload([files.locked, files.good], () => add.click());
    await expect(page.getByText(reader.locked, { exact: true })).toBeVisible();
    await page.getByLabel(reader.passwordOf).fill('plovdiv');
    await page.getByRole('button', { name: reader.open, exact: true }).click();
    await expect(page.getByText(reader.wrongPassword, { exact: true })).toBeVisible();
    await page.getByLabel(reader.passwordOf).fill(password);
    await page.getByRole('button', { name: reader.open, exact: true }).click();
    await page.getByRole('button', { name: reader.commit }).click();
    for (const name of ['locked.xlsx', 'report.xlsx']) {
      const line = page.getByRole('row', { name });
      await expect(line.getByText(reader.imported, { exact: true })).toBeVisible();
      // New, changed, deleted.
      for (const [index, count] of ['3', '0', '0'].entries()) {
        await expect(line.getByRole('cell').nth(index + 1)).toHaveText(count);
      }
    }
    for (const sentence of [reader.photo, reader.empty, reader.cut]) {
      await expect(page.getByText(sentence, { exact: true })).toBeVisible();
    }
    if (reader === english)
      await expectHistory(page, historyWith(["Korea-Bulgaria('10)", 10, 7, 12], ['Total', 76, 111, 117]));
  });
}

test('a refused file leaves every number as it was', async ({ app, folder }) => {
  const { page } = app;
  const files = await saveFiles(folder);
  await beginWork(page, english.officer);
  await goTo(page, 'Receive');
  await app.upload([files.cut, files.locked], () =>
    page.getByRole('button', { name: 'Choose files…' }).click(),
  );
  await expect(page.getByText(english.cut, { exact: true })).toBeVisible();
  await expectHistory(page, publishedHistory);
  await goTo(page, 'Changes');
  await expect(page.getByRole('heading', { name: 'No workbook was imported yet' })).toBeVisible();
});
