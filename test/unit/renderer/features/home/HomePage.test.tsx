// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { HomePage } from '../../../../../renderer/features/home/HomePage.tsx';
import { SettingsPage } from '../../../../../renderer/features/settings/SettingsPage.tsx';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import { creation, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const bulgaria = builtInCenterId('BG10');
const workspace = { kind: 'center', centerId: bulgaria } as const;

test('an empty workspace says how to begin; one click adds sample data, another removes them', async () => {
  const base = await laptopWithCenters();
  const { user, store } = await openScreen(HomePage, base, { language: 'en', workspace });
  expect(screen.getByRole('heading', { name: 'This workspace is still empty' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add sample data' }));
  expect(await screen.findByRole('region', { name: 'Last entries' })).toBeTruthy();
  const samples = () => recordTypes.flatMap((type) => store.records.all(type).filter(({ sample }) => sample));
  const added = samples().length;
  expect(added).toBeGreaterThan(20);
  expect((await store.changeSets(1))[0]).toMatchObject({ kind: 'sample', by: 'Kim Minji' });
  closeScreen();

  await openScreen(SettingsPage, base, { language: 'ko', workspace });
  await user.click(screen.getByRole('button', { name: '예시 데이터 삭제' }));
  await waitFor(() => expect(samples()).toEqual([]));
  expect(store.records.all('center')).toHaveLength(6);
  // The same sample comes back instead of being made twice.
  await user.click(await screen.findByRole('button', { name: '예시 데이터 추가' }));
  await waitFor(() => expect(samples()).toHaveLength(added));
});

test('what is overdue is said in words, and each finding leads to its record', async () => {
  const { laptop, store } = await laptopWithCenters();
  const id = laptop.newId();
  const values = {
    center: bulgaria,
    date: '2026-11-02',
    topic: 'Digital identity',
    nextAction: 'Send the draft law',
    nextActionDue: '2026-11-20',
  };
  await saved(store, creation('consultation', id, values));
  await openScreen(HomePage, { laptop, store }, { language: 'en', workspace });
  const due = screen.getByRole('region', { name: 'Due' });
  expect(due.textContent).toContain('3 days overdue');
  expect(screen.getByRole('link', { name: 'Send the draft law' }).getAttribute('href')).toContain(id);
  const quality = screen.getByRole('region', { name: 'Data quality' });
  expect(quality.textContent).toContain('“Question” is required.');
});

test('headquarters sees all centers and when they were last active', async () => {
  const { laptop, store } = await laptopWithCenters();
  const values = { center: bulgaria, date: '2026-11-02', topic: 'Digital identity' };
  await saved(store, creation('consultation', laptop.newId(), values));
  await openScreen(HomePage, { laptop, store }, { language: 'ko' });
  expect(screen.getByRole('row', { name: /한-불가리아\('10\)/ }).textContent).toContain('2026. 11. 2.');
  expect(screen.getByRole('row', { name: /한-페루\('17\)/ }).textContent).toContain('아직 없음');
});
