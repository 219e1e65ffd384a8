import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { saveFile } from '../support/e2eWorkbooks.ts';
import {
  englishTrainings,
  koreanLog,
  koreanLogOfNextYear,
  koreanTrainings,
  koreanTrainingsInDoubt,
  koreanTrainingsWithoutUnit,
} from '../support/oldLogs.ts';
import { expect, test } from './support/app.ts';
import { beginWork, expertInBulgaria, expertInKorean, goTo } from './support/person.ts';

// An expert's own log from the years before Fieldbook comes in: matched once, remembered for the next year.

test('자체 양식의 옛 자문 대장을 열을 지정해 가져오고, 다음 해에는 모든 행에 넣은 값만 확인한다', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const old = join(folder, 'mail', '자문실적_2019.xlsx');
  const next = join(folder, 'mail', '자문실적_2020.xlsx');
  saveFile(old, koreanLog());
  saveFile(next, koreanLogOfNextYear());
  await beginWork(page, expertInKorean);
  await goTo(page, '받기');
  await app.upload([old], () => page.getByRole('button', { name: '파일 선택…' }).click());

  await expect(page.getByRole('heading', { name: '자문실적_2019.xlsx의 열 지정' })).toBeFocused();
  const columns = page.getByRole('list', { name: '2019년 실적 시트의 열' });
  await expect(columns.getByRole('combobox', { name: 'B 열의 항목' })).toHaveValue('date');
  await expect(columns.getByRole('combobox', { name: 'F 열의 항목' })).toHaveValue('advice');
  await expect(columns.getByRole('combobox', { name: 'I 열의 항목' })).toHaveValue('');
  await expect(page.getByText('1분기', { exact: false }).first()).toBeVisible();

  // 04/03/2019 can be two days; the column asks once.
  await page.getByRole('radio', { name: '일이 먼저' }).check();
  await expect(columns.getByText('2019-03-04')).toBeVisible();
  await page.getByRole('combobox', { name: '모든 행의 분야' }).selectOption({ index: 1 });
  await page
    .getByRole('combobox', { name: '모든 행의 요청 사항' })
    .selectOption({ label: 'E 자문 주제 열과 같음' });
  await page.getByRole('combobox', { name: '모든 행의 반영 결과' }).selectOption('none');
  await expect(page.getByRole('combobox', { name: '예시통계청의 처리' })).toHaveValue('new');
  await expect(page.getByRole('combobox', { name: '박지호의 처리' })).toHaveValue('new');
  await page.getByRole('button', { name: '미리 보기로 계속' }).click();

  await expect(page.getByRole('heading', { name: '처리 내용' })).toBeVisible();
  await expect(page.getByText('“2019년 실적” 시트의 합계 행은 가져오지 않습니다(10, 14행).')).toBeVisible();
  const rows = page.getByRole('region', { name: '표시할 행' });
  await expect(rows.getByText('G12 셀', { exact: false })).toBeVisible();
  await expect(rows.getByText('값: 없음', { exact: false })).toBeVisible();

  await page.getByRole('button', { name: /^기록 \d+건 가져오기$/ }).click();
  await expect(page.getByText('가져왔습니다. 추가 8건, 변경 0건, 삭제 0건.')).toBeVisible();
  await goTo(page, '컨설팅');
  await expect(page.getByText('민원 창구 통합').first()).toBeVisible();

  await goTo(page, '받기');
  await page.getByRole('button', { name: '더 받기' }).click();
  await app.upload([next], () => page.getByRole('button', { name: '파일 선택…' }).click());
  // What was entered for all rows of one year is only a suggestion for the next.
  await expect(page.getByRole('heading', { name: '자문실적_2020.xlsx의 열 지정' })).toBeFocused();
  await expect(
    page.getByText('같은 머리글의 이전 표와 똑같이 지정했습니다.', { exact: false }),
  ).toBeVisible();
  await expect(page.getByText('이전 표의 값(확인 필요)')).toHaveCount(2);
  await expect(page.getByRole('combobox', { name: '모든 행의 반영 결과' })).toHaveValue('none');
  await page.getByRole('button', { name: '미리 보기로 계속' }).click();
  await page.getByRole('button', { name: '기록 1건 가져오기' }).click();
  await expect(page.getByText('가져왔습니다. 추가 1건, 변경 0건, 삭제 0건.')).toBeVisible();
});

test('two foreign files: one is matched by keyboard, the other put aside, and the same log again is found out', async ({
  app,
  folder,
}) => {
  const { page } = app;
  const courses = join(folder, 'mail', 'courses.xlsx');
  const log = join(folder, 'mail', 'log.xlsx');
  saveFile(courses, englishTrainings());
  saveFile(log, koreanLog());
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'Receive');
  await app.upload([courses, log], () => page.getByRole('button', { name: 'Choose files…' }).click());

  await expect(page.getByRole('heading', { name: 'Match the columns of courses.xlsx' })).toBeFocused();
  await expect(page.getByText('1 more file waits to be matched.')).toBeVisible();
  const columns = page.getByRole('list', { name: 'Columns of Courses' });
  await expect(columns.getByRole('combobox', { name: 'Field for column D' })).toHaveValue(
    'attendance/female',
  );
  await expect(columns.getByRole('combobox', { name: 'Field for column F' })).toHaveValue('');
  const kind = page.getByRole('combobox', { name: 'Kind for all rows' });
  await kind.focus();
  await chooseByKey(page, 'Local');
  await expect(kind).toHaveValue('local');
  // The header names the currency; left aside, it is asked for, and taken again it is not.
  const currency = columns.getByRole('checkbox', { name: 'Amounts are in USD, as the table says' });
  await expect(currency).toBeChecked();
  await currency.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('combobox', { name: 'Cost (currency) for all rows' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('combobox', { name: 'Cost (currency) for all rows' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue with the next file' }).press('Enter');

  await expect(page.getByRole('heading', { name: 'Match the columns of log.xlsx' })).toBeFocused();
  await page.getByRole('button', { name: 'Put this file aside' }).press('Enter');
  await expect(page.getByText('“log.xlsx” is a table in its own form.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 records' }).click();
  await expect(page.getByRole('row', { name: /^courses\.xlsx imported 2 0 0/ })).toBeVisible();

  // The same courses read in another way: nothing is merged, and both rows look known.
  await page.getByRole('button', { name: 'Receive more' }).click();
  await app.upload([courses], () => page.getByRole('button', { name: 'Choose files…' }).click());
  await expect(page.getByRole('combobox', { name: 'Kind for all rows' })).toHaveValue('local');
  await page.getByRole('button', { name: 'Continue to the preview' }).click();
  await expect(page.getByText('Already imported, nothing to change')).toBeVisible();
  await page.getByRole('button', { name: 'Match columns…' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByRole('button', { name: 'Forget it' })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Kind for all rows' }).selectOption('online');
  await page.getByRole('combobox', { name: 'Field for column H' }).selectOption('');
  await page.getByRole('button', { name: 'Continue to the preview' }).click();
  const rows = page.getByRole('region', { name: 'Rows to show' });
  await expect(rows.getByText('Looks like “Cloud basics” of the same day', { exact: false })).toBeVisible();
  const cloud = rows.getByRole('article').filter({ hasText: 'Cloud basics' });
  await cloud.getByRole('radio', { name: 'leave it out' }).click();
  await expect(cloud).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Take row 3 in again' })).toBeVisible();
  const data = rows.getByRole('article').filter({ hasText: 'Open data' });
  await data.getByRole('radio', { name: 'a new record' }).click();
  await expect(rows.getByText('Looks like “Open data”', { exact: false })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Import 1 record', exact: true })).toBeVisible();
  await data.getByRole('radio', { name: 'that record: update it' }).click();
  await expect(page.getByRole('button', { name: 'Take row 4 in again' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeVisible();
});

test('기간이 한 칸에 있고 금액이 천원 단위인 교육 실적을 가져온다', async ({ app, folder }) => {
  const { page } = app;
  const log = join(folder, 'mail', '교육실적.xlsx');
  saveFile(log, koreanTrainings());
  await beginWork(page, expertInKorean);
  await goTo(page, '받기');
  await app.upload([log], () => page.getByRole('button', { name: '파일 선택…' }).click());

  const columns = page.getByRole('list', { name: '실적 시트의 열' });
  await expect(columns.getByRole('combobox', { name: 'B 열의 항목' })).toHaveValue('start~end');
  await expect(columns.getByText('2026-03-02 ~ 2026-03-06')).toBeVisible();
  // No title names the year of “4.8.~5.2.”; other rows of the column do.
  const year = columns.getByRole('textbox', { name: /^연도가 없는 날짜는 몇 년의 날짜입니까/ });
  await expect(year).toHaveValue('2026');
  await year.fill('2025');
  await expect(columns.getByText('2025-04-08 ~ 2025-05-02')).toBeVisible();
  await year.fill('2026');
  await expect(columns.getByText('2026-04-08 ~ 2026-05-02')).toBeVisible();
  const factor = columns.getByRole('checkbox', { name: '표에 적힌 단위대로 금액에 1,000을 곱함' });
  await expect(columns.getByText('KRW 1,200,500')).toBeVisible();
  await factor.uncheck();
  await expect(columns.getByText('KRW 1,200.5')).toBeVisible();
  await factor.check();
  await page.getByRole('combobox', { name: '모든 행의 유형' }).selectOption('local');
  await page.getByRole('button', { name: '미리 보기로 계속' }).click();

  await expect(page.getByRole('region', { name: '표시할 행' }).getByText('KRW 1,200,500')).toBeVisible();
  await page.getByRole('button', { name: '기록 2건 가져오기' }).click();
  await expect(page.getByText('가져왔습니다. 추가 2건, 변경 0건, 삭제 0건.')).toBeVisible();
  await goTo(page, '연수·교육');
  await page.getByText('클라우드 기초').first().click();
  await expect(page.getByRole('textbox', { name: /^종료일/ })).toHaveValue('2026-03-06');

  // The next year's table does not say in what its amounts are.
  const next = join(folder, 'mail', '교육실적_2027.xlsx');
  saveFile(next, koreanTrainingsWithoutUnit());
  await goTo(page, '받기');
  await page.getByRole('button', { name: '더 받기' }).click();
  await app.upload([next], () => page.getByRole('button', { name: '파일 선택…' }).click());
  const unit = columns.getByRole('radiogroup', { name: /금액 단위\(KRW × 1,000\)가 있었으나/ });
  await expect(columns.getByText('2027-03-02 ~ 2027-03-02')).toBeVisible();
  await unit.getByRole('radio', { name: '적힌 그대로' }).check();
  await expect(page.getByText('관련된 행은 반려됩니다.', { exact: false })).toBeVisible();
  await unit.getByRole('radio', { name: '이전과 같이 KRW × 1,000' }).check();
  await expect(columns.getByText('KRW 1,300,500')).toBeVisible();
  await page.getByRole('button', { name: '미리 보기로 계속' }).click();
  await expect(page.getByRole('button', { name: '기록 2건 가져오기' })).toBeVisible();
});

test('금액 단위가 분명하지 않으면 읽기 전에 묻는다', async ({ app, folder }) => {
  const { page } = app;
  const log = join(folder, 'mail', '교육실적_2028.xlsx');
  saveFile(log, koreanTrainingsInDoubt());
  await beginWork(page, expertInKorean);
  await goTo(page, '받기');
  await app.upload([log], () => page.getByRole('button', { name: '파일 선택…' }).click());

  const columns = page.getByRole('list', { name: '실적 시트의 열' });
  const unit = columns.getByRole('radiogroup', {
    name: /\(단위: 천원\) · 비용\(원\)”\)가 분명하지 않습니다/,
  });
  await expect(unit.getByRole('radio', { checked: true })).toHaveCount(0);
  await unit.getByRole('radio', { name: '1,000배', exact: true }).check();
  await expect(columns.getByText('KRW 1,300,500')).toBeVisible();
  await expect(columns.getByText('KRW -50,500')).toBeVisible();
  // “700,000원” in a table of thousands is asked about apart.
  const own = columns.getByRole('radiogroup', { name: /^표의 금액 단위는 KRW × 1,000인데/ });
  await expect(columns.getByText('KRW 700,000')).toHaveCount(0);
  await own.getByRole('radio', { name: '적힌 그대로' }).check();
  await expect(columns.getByText('KRW 700,000')).toBeVisible();
  await page.getByRole('combobox', { name: '모든 행의 유형' }).selectOption('local');
  await page.getByRole('button', { name: '미리 보기로 계속' }).click();
  // A loss is no cost of a course; the dash is none at all.
  await expect(page.getByRole('button', { name: '기록 3건 가져오기' })).toBeVisible();
});

/** Types the beginning of an option into a focused drop-down, as its keyboard users do. */
async function chooseByKey(page: Page, beginning: string): Promise<void> {
  await page.keyboard.type(beginning, { delay: 20 });
}
