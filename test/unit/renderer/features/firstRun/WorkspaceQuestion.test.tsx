// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { WorkspaceQuestion } from '../../../../../renderer/features/firstRun/WorkspaceQuestion.tsx';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { creation, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const gone = { kind: 'center', centerId: derivedRecordId('workspace', 'gone') } as const;
/** Nothing is asked there, so that the page has no heading of its own. */
const Page = () => (
  <>
    <h1>Fieldbook</h1>
    <WorkspaceQuestion />
  </>
);

async function laptopWithWork(...codes: readonly string[]) {
  const { laptop, store } = await laptopWithCenters();
  for (const code of codes) {
    const center = builtInCenterId(code);
    const title = { title: { en: 'Forum' }, kind: 'seminar', date: '2026-10-01', role: 'host' };
    await saved(store, creation('event', laptop.newId(), { ...title, center }));
  }
  return { laptop, store };
}

test('the only center with records is taken, and that is said', async () => {
  const { laptop, store } = await laptopWithWork('PE17');
  const { services } = await openScreen(Page, { laptop, store }, { language: 'en', workspace: gone });
  expect(
    await screen.findByText(/^This computer now works for Korea-Peru\('17\), the only center with records/),
  ).toBeDefined();
  expect(services.session.getState().settings.workspace).toEqual({
    kind: 'center',
    centerId: builtInCenterId('PE17'),
  });
});

test('of several centers with records one is asked for, and the choice is written and writes no record', async () => {
  const { laptop, store } = await laptopWithWork('PE17', 'KE17');
  const before = [...laptop.host.entries];
  const { user } = await openScreen(
    WorkspaceQuestion,
    { laptop, store },
    { language: 'ko', workspace: gone },
  );
  await user.click(screen.getByRole('button', { name: '선택하고 계속' }));
  expect(await screen.findByText('센터나 본부를 선택하세요.')).toBeDefined();
  expect(screen.getAllByText('기록 1건')).toHaveLength(2);
  await user.click(screen.getByRole('radio', { name: "한-케냐('17)" }));
  await user.click(screen.getByRole('button', { name: '선택하고 계속' }));
  const workspace = { kind: 'center', centerId: builtInCenterId('KE17') };
  await waitFor(() => expect(laptop.host.currentSettings).toMatchObject({ workspace }));
  expect(laptop.host.entries).toEqual(before);
});

test('a programme officer is asked, although one center alone has records', async () => {
  const { laptop, store } = await laptopWithWork('PE17');
  const officer = { name: 'Kim Minji', role: 'officer' };
  const { user } = await openScreen(
    WorkspaceQuestion,
    { laptop, store },
    { language: 'en', workspace: null, person: officer },
  );
  await user.click(screen.getByRole('radio', { name: 'Headquarters' }));
  await user.click(screen.getByRole('button', { name: 'Work with this' }));
  await waitFor(() =>
    expect(laptop.host.currentSettings).toMatchObject({ workspace: { kind: 'headquarters' } }),
  );
});
