// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { HistoryPage } from '../../../../../renderer/features/history/HistoryPage.tsx';
import { builtInBaselineId, builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { creation, edit, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const vietnam = builtInCenterId('VN11');

/** First line of each cell of a row: the sum. */
function sumsOf(name: string): readonly (string | null)[] {
  const row = screen.getByRole('row', { name: new RegExp(`^${name.replace(/[()']/g, '\\$&')}`) });
  return within(row)
    .getAllByRole('button')
    .map((button) => button.firstElementChild?.textContent ?? null);
}

test('a fresh installation shows the published table, and says that it does', async () => {
  await openScreen(HistoryPage, await laptopWithCenters(), { language: 'en' });
  expect(sumsOf("Korea-Bulgaria('10)")).toEqual(['10', '5', '12']);
  expect(sumsOf("Korea-Peru('17)")).toEqual(['6', '28', '19']);
  expect(sumsOf('Total')).toEqual(['76', '109', '117']);
  expect(screen.getByText(/equals the figures on the programme’s page \(76 \/ 109 \/ 117\)/)).toBeTruthy();
});

test('reads the same in Korean', async () => {
  await openScreen(HistoryPage, await laptopWithCenters(), { language: 'ko' });
  expect(sumsOf("한-불가리아('10)")).toEqual(['10', '5', '12']);
  expect(sumsOf('합계')).toEqual(['76', '109', '117']);
});

test('a recorded training is added, told apart, and opened from its number by key', async () => {
  const { laptop, store } = await laptopWithCenters();
  const { user } = await openScreen(HistoryPage, { laptop, store }, { language: 'en' });
  const training = {
    center: vietnam,
    title: { en: 'Open data basics' },
    start: '2026-03-02',
    end: '2026-03-06',
  };
  await act(async () => {
    await saved(store, creation('training', laptop.newId(), training));
  });
  const cell = screen.getByRole('button', {
    name: /Korea-Vietnam.*Workshop.*: 19 \(18 published, 1 recorded\)/,
  });
  cell.focus();
  await user.keyboard('{Enter}');
  const behind = await screen.findByRole('complementary', { name: 'Behind the number' });
  expect(within(behind).getByRole('link', { name: 'Open data basics' })).toBeTruthy();
  expect(within(behind).getByText('no evidence')).toBeTruthy();
  expect(within(behind).getByText(/Source: eGCC programme page/)).toBeTruthy();
  expect(
    screen.getByText(/Korea-Vietnam\('11\), Workshop.*: 18 published \+ 1 recorded here = 19/),
  ).toBeTruthy();
});

test('sample records are counted only when asked for, and then marked', async () => {
  const { laptop, store } = await laptopWithCenters();
  await saved(store, {
    kind: 'sample',
    by: 'Kim',
    plan: (_records, issue) =>
      planCreate(
        definitionOf('consultation'),
        { center: vietnam, topic: 'Identity', date: '2026-03-02' },
        { id: laptop.newId(), by: 'Kim', at: 1, sample: true },
        issue,
      ),
  });
  const { user } = await openScreen(HistoryPage, { laptop, store }, { language: 'en' });
  expect(sumsOf("Korea-Vietnam('11)")).toEqual(['26', '13', '18']);
  expect(screen.getByText('1 sample record is not counted.')).toBeTruthy();
  await user.click(screen.getByRole('switch', { name: 'Include sample data' }));
  expect(sumsOf("Korea-Vietnam('11)")).toEqual(['26', '14', '18']);
  expect(screen.getByText(/It is for trying things out, not for publication/)).toBeTruthy();
});

test('a published figure that was changed here is named', async () => {
  const { laptop, store } = await laptopWithCenters();
  await saved(store, edit('baseline', builtInBaselineId('BG10', 'projects'), { value: 12 }));
  await openScreen(HistoryPage, { laptop, store }, { language: 'en' });
  expect(screen.getByText(/published figure was changed here from 10 to 12/)).toBeTruthy();
});

test('an old record is shown in the published figure and not added, with the way to its day', async () => {
  const { laptop, store } = await laptopWithCenters();
  await saved(
    store,
    creation('consultation', laptop.newId(), { center: vietnam, topic: 'Identity', date: '2012-03-02' }),
  );
  const { user } = await openScreen(HistoryPage, { laptop, store }, { language: 'en' });
  expect(sumsOf("Korea-Vietnam('11)")).toEqual(['26', '13', '18']);
  const cell = screen.getByRole('button', {
    name: /Korea-Vietnam.*Consulting: 13 .*1 more is in the published figure and not added/,
  });
  expect(within(cell).getByText('1 recorded in it')).toBeTruthy();
  await user.click(cell);
  const behind = await screen.findByRole('complementary', { name: 'Behind the number' });
  expect(within(behind).getByText('In the published figure, not added')).toBeTruthy();
  expect(within(behind).getByRole('link', { name: 'Identity' })).toBeTruthy();
  const link = within(behind).getByRole('link', { name: 'Enter the day of the figure' });
  expect(link.getAttribute('href')).toContain(builtInBaselineId('VN11', 'consulting'));
});

test('every difference is explained, in a line for each center', async () => {
  const { laptop, store } = await laptopWithCenters();
  for (const code of ['BG10', 'VN11', 'UZ13', 'ID16', 'PE17', 'KE17']) {
    const center = builtInCenterId(code);
    await saved(store, creation('consultation', laptop.newId(), { center, date: '2026-03-02' }));
    await saved(
      store,
      creation('project', laptop.newId(), { center, start: '2026-03-02', status: 'running' }),
    );
    await saved(
      store,
      creation('training', laptop.newId(), { center, start: '2026-03-02', end: '2026-03-03' }),
    );
  }
  await openScreen(HistoryPage, { laptop, store }, { language: 'en' });
  const lines = screen
    .getAllByText(/ published \+ \d+ recorded here = /)
    .map(({ textContent }) => textContent);
  expect(lines).toHaveLength(6);
  expect(lines.at(-1)).toBe(
    "Korea-Kenya('17): Project 8 published + 1 recorded here = 9; Consulting 15 published + 1 recorded here = 16; Workshop, Seminar, etc. 12 published + 1 recorded here = 13.",
  );
});
