// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SendPage } from '../../../../../renderer/features/exchange/SendPage.tsx';
import type { FieldbookStore } from '../../../../../renderer/storage/fieldbookStore.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import type { AnyValues } from '../../../../../shared/schema/fieldSpec.ts';
import { creation, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const create = (store: FieldbookStore, type: string, values: AnyValues) =>
  saved(store, creation(type, derivedRecordId('send', type, JSON.stringify(values)), values));

test.each([
  {
    language: 'en',
    without: 'Leave personal data out',
    region: 'What stays out',
    rows: ['People: Gender1', 'People: E-mail2', 'People: Phone0', 'Evidence marked as personal data1'],
    evidence: 'Evidence',
  },
  {
    language: 'ko',
    without: '개인정보 제외',
    region: '제외되는 항목',
    rows: ['인물: 성별1', '인물: 이메일2', '인물: 전화번호0', '개인정보로 표시된 증빙1'],
    evidence: '증빙',
  },
] as const)('what stays out of a workbook is counted before it is sent ($language)', async (words) => {
  const { laptop, store } = await laptopWithCenters();
  await create(store, 'person', { name: { en: 'A' }, email: 'a@example.org', gender: 'female' });
  await create(store, 'person', { name: { en: 'B' }, email: 'b@example.org' });
  const center = builtInCenterId('BG10');
  const sheet = { center, kind: 'attendanceSheet', sensitivity: 'personal' };
  await create(store, 'evidence', { ...sheet, fileName: 'names.pdf' });
  await create(store, 'evidence', { ...sheet, fileName: 'hall.jpg', sensitivity: 'public' });
  const { user } = await openScreen(SendPage, { laptop, store }, { language: words.language });

  const evidenceRow = () =>
    screen.getByRole('rowheader', { name: words.evidence }).closest('tr')?.textContent;
  expect(evidenceRow()).toBe(`${words.evidence}2`);
  expect(screen.queryByRole('region', { name: words.region })).toBeNull();
  await user.click(screen.getByRole('radio', { name: words.without }));
  const region = await screen.findByRole('region', { name: words.region });
  const rows = within(region).getAllByRole('row').slice(1);
  expect(rows.map(({ textContent }) => textContent)).toEqual(words.rows);
  expect(evidenceRow()).toBe(`${words.evidence}1`);
});

test('nothing is saved while the contents shown are still those of another choice', async () => {
  const { laptop, store } = await laptopWithCenters();
  const center = builtInCenterId('BG10');
  const sheet = { center, kind: 'attendanceSheet', sensitivity: 'personal' };
  await create(store, 'evidence', { ...sheet, fileName: 'names.pdf' });
  await create(store, 'evidence', { ...sheet, fileName: 'hall.jpg', sensitivity: 'public' });
  const { user } = await openScreen(SendPage, { laptop, store }, { language: 'en' });
  const save = screen.getByRole('button', { name: 'Save the workbook…' });
  const contents = screen.getByRole('rowheader', { name: 'Evidence' });
  const order: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) order.push(target === save ? 'save' : 'contents');
  });
  observer.observe(save, { attributes: true, attributeFilter: ['disabled'] });
  const table = contents.closest('table') ?? expect.fail('no contents');
  observer.observe(table, { childList: true, characterData: true, subtree: true });
  await user.click(screen.getByRole('radio', { name: 'Leave personal data out' }));
  for (const change of observer.takeRecords()) order.push(change.target === save ? 'save' : 'contents');
  // Switched off before the contents change, and on again with them.
  expect(order).toContain('contents');
  expect(order.filter((one) => one === 'save')).toHaveLength(2);
  expect(order[0]).toBe('save');
  expect(save).toHaveProperty('disabled', false);
});

test.each([
  ['en', 'Save the workbook…', /^The chosen center is not among the records here/],
  ['ko', '통합 문서 저장…', /^선택한 센터가 이 컴퓨터의 기록에 없어/],
] as const)(
  'nothing is sent as everything for a center that there is not (%s)',
  async (language, save, told) => {
    const { laptop, store } = await laptopWithCenters();
    const workspace = { kind: 'center', centerId: derivedRecordId('send', 'center', 'gone') } as const;
    await openScreen(SendPage, { laptop, store }, { language, workspace });
    expect((await screen.findByRole('alert')).textContent).toMatch(told);
    expect(screen.getByRole('button', { name: save })).toHaveProperty('disabled', true);
    expect(screen.queryByText(/all-centers/)).toBeNull();
  },
);
