// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { HomePage } from '../../../../../renderer/features/home/HomePage.tsx';
import { SettingsPage } from '../../../../../renderer/features/settings/SettingsPage.tsx';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordTypes } from '../../../../../shared/records/registry.ts';
import { creation, edit, saved } from '../../storage/laptop.ts';
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

test('a plan that is a draft is not compared with what was done', async () => {
  const { laptop, store } = await laptopWithCenters();
  const [plan, target] = [laptop.newId(), laptop.newId()];
  const planned = (status: string) => ({ center: bulgaria, year: 2026, version: 1, status });
  await saved(store, creation('plan', plan, planned('draft')));
  const values = { center: bulgaria, plan, indicator: 'events', target: 4 };
  await saved(store, creation('planLine', target, values));
  await openScreen(
    HomePage,
    { laptop, store },
    { language: 'en', workspace, person: { name: 'Kim', role: 'head' } },
  );
  const section = screen.getByRole('region', { name: 'Plan and actual, 2026' });
  expect(section.textContent).toContain('The plan for 2026 is not approved yet');
  expect(section.textContent).not.toContain('Events');
  closeScreen();
  await saved(store, edit('plan', plan, planned('approved')));
  await openScreen(
    HomePage,
    { laptop, store },
    { language: 'en', workspace, person: { name: 'Kim', role: 'head' } },
  );
  expect(screen.getByRole('region', { name: 'Plan and actual, 2026' }).textContent).toContain('Behind');
});

test('headquarters sees all centers and when they were last active', async () => {
  const { laptop, store } = await laptopWithCenters();
  const values = { center: bulgaria, date: '2026-11-02', topic: 'Digital identity' };
  await saved(store, creation('consultation', laptop.newId(), values));
  await openScreen(HomePage, { laptop, store }, { language: 'ko' });
  expect(screen.getByRole('row', { name: /한-불가리아\('10\)/ }).textContent).toContain('2026. 11. 2.');
  expect(screen.getByRole('row', { name: /한-페루\('17\)/ }).textContent).toContain('아직 없음');
});

test('a number that counts trainings and events opens the list of each', async () => {
  const { laptop, store } = await laptopWithCenters();
  const add = (type: 'training' | 'event', day: string) =>
    saved(
      store,
      creation(type, laptop.newId(), {
        center: bulgaria,
        title: { en: 'Course' },
        ...(type === 'training' ? { start: day } : { date: day }),
      }),
    );
  await add('training', '2026-03-02');
  await add('training', '2026-04-02');
  await add('event', '2026-05-02');
  const { user, services } = await openScreen(HomePage, { laptop, store }, { language: 'en', workspace });
  const buttonOf = (list: string) =>
    screen.getByRole('button', { name: `Workshop, Seminar, etc., ${list}. Show the records.` });
  await user.click(buttonOf('Events, 2026: 1'));
  const selected = () => services.session.getState().selection;
  expect(selected()).toMatchObject({ type: 'event' });
  expect(selected()?.ids).toHaveLength(1);
  await user.click(buttonOf('Trainings, 2026: 2'));
  expect(selected()).toMatchObject({ type: 'training' });
  expect(selected()?.ids).toHaveLength(2);
});

test('decisions are only called carried out where there are any', async () => {
  const { laptop, store } = await laptopWithCenters();
  const values = { center: bulgaria, date: '2026-11-02', topic: 'Digital identity' };
  await saved(store, creation('consultation', laptop.newId(), values));
  const settings = { language: 'en', workspace, person: { name: 'Kim', role: 'head' } } as const;
  await openScreen(HomePage, { laptop, store }, settings);
  const decisions = () => screen.getByRole('region', { name: 'Decisions to carry out' }).textContent;
  expect(decisions()).toContain('No decision of the committee is entered yet.');
  closeScreen();
  const decided = { center: bulgaria, text: 'Open in May', status: 'done' };
  await saved(store, creation('decision', laptop.newId(), decided));
  await openScreen(HomePage, { laptop, store }, settings);
  expect(decisions()).toContain('Every decision of the committee is carried out.');
});
