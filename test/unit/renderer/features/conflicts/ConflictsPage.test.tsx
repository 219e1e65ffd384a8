// @vitest-environment happy-dom
import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { OpenConflictCount } from '../../../../../renderer/app/OpenConflictCount.tsx';
import { ConflictsPage } from '../../../../../renderer/features/conflicts/ConflictsPage.tsx';
import { RecordHistory } from '../../../../../renderer/features/records/RecordHistory.tsx';
import { openConflicts } from '../../../../../shared/records/openConflicts.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';
import { type ConflictedLaptop, conflictedLaptop, deletedAndEdited } from './conflictedLaptop.ts';

afterEach(closeScreen);

const valuesOf = ({ store, id }: ConflictedLaptop) => store.records.find('organization', id)?.values;
const openOf = ({ store }: ConflictedLaptop) =>
  openConflicts(store.records).map(({ conflict }) => conflict.path);

describe('the page of conflicts', () => {
  test('says that there is nothing to decide', async () => {
    await openScreen(ConflictsPage, await laptopWithCenters(), { language: 'ko' });
    expect(screen.getByRole('heading', { name: '결정할 충돌이 없습니다' })).toBeTruthy();
  });

  test('shows both values with who and when, the one that counts first, and marks the words that differ', async () => {
    const base = await conflictedLaptop();
    await openScreen(ConflictsPage, base, { language: 'en' });
    const [first] = screen.getAllByRole('listitem').filter((item) => item.dataset.current === 'true');
    if (first === undefined) throw new Error('the first lies open');
    await waitFor(() =>
      expect(first.textContent).toContain('Another computer, received with BG10 report.xlsx'),
    );
    expect(first.textContent).toContain('Kim, this computer · 23 Nov 2026');
    expect(first.textContent).toContain('counts now');
    const marked = [...first.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marked.join('|')).toContain(' of Bulgaria');
    expect(marked.join('|')).toContain('National ');
    expect(screen.getByRole('button', { name: /Organization · Type/ }).textContent).toContain(' ↔ ');
  });

  test('is decided by keys alone: down, a number, Enter; the rest stays', async () => {
    const base = await conflictedLaptop();
    const { user, store } = await openScreen(ConflictsPage, base, { language: 'en' });
    await user.keyboard('{ArrowDown}2{Enter}');
    await waitFor(() => expect(openOf(base)).toEqual(['name/en']));
    expect(valuesOf(base)).toMatchObject({ type: 'ministry', name: { en: 'Tax Office of Bulgaria' } });
    expect((await store.changeSets(1))[0]).toMatchObject({ kind: 'edit', by: 'Kim Minji' });
    // The next lies open and has the focus, so that the keys go on.
    await user.keyboard('1{Enter}');
    expect(await screen.findByRole('heading', { name: 'Nothing to decide' })).toBeTruthy();
    expect(valuesOf(base)).toMatchObject({ name: { en: 'Tax Office of Bulgaria' } });
  });

  test('takes another value that neither side wrote, and nothing without a choice', async () => {
    const base = await conflictedLaptop();
    const { user } = await openScreen(ConflictsPage, base, { language: 'ko' });
    await user.keyboard('{Enter}');
    expect(openOf(base)).toEqual(['name/en', 'type']);
    await user.keyboard('e');
    const box = screen.getByRole('textbox', { name: '다른 값 입력' });
    expect(box).toHaveProperty('value', 'Tax Office of Bulgaria');
    // Escape gives the keys back to the list.
    await user.keyboard('{Escape}{ArrowDown}{ArrowUp}3');
    const again = screen.getByRole('textbox', { name: '다른 값 입력' });
    await user.clear(again);
    await user.type(again, 'National Tax Office of Bulgaria 123');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(openOf(base)).toEqual(['type']));
    const name = { en: 'National Tax Office of Bulgaria 123', ko: '국세 사무소' };
    expect(valuesOf(base)).toMatchObject({ name });
    expect(await screen.findByText(/결정했습니다/)).toBeTruthy();
  });

  test('decides many at once as one change, which can be taken back', async () => {
    const base = await conflictedLaptop();
    const before = (await base.store.changeSets(99)).length;
    const { user } = await openScreen(ConflictsPage, base, { language: 'en' });
    expect(screen.getByRole('button', { name: 'Take the others' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }));
    await user.click(screen.getByRole('button', { name: 'Take the others' }));
    await screen.findByRole('heading', { name: 'Nothing to decide' });
    expect(valuesOf(base)).toMatchObject({ type: 'ministry', name: { en: 'National Tax Office' } });
    expect(await base.store.changeSets(99)).toHaveLength(before + 1);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(valuesOf(base)).toMatchObject({ type: 'university' }));
  });

  test('leaves a record deleted or brings it back with the edit', async () => {
    const base = await deletedAndEdited();
    const { user } = await openScreen(ConflictsPage, base, { language: 'ko' });
    expect(screen.getByText('기록을 삭제했습니다.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /다른 값 입력/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /기록 되살리기/ }));
    await user.click(screen.getByRole('button', { name: '확정' }));
    await waitFor(() => expect(openOf(base)).toEqual([]));
    expect(base.store.records.find('organization', base.id)).toMatchObject({
      deleted: false,
      values: { type: 'university' },
    });
    closeScreen();

    const other = await deletedAndEdited();
    const { user: keys } = await openScreen(ConflictsPage, other, { language: 'en' });
    await keys.keyboard('1{Enter}');
    await waitFor(() => expect(openOf(other)).toEqual([]));
    expect(other.store.records.find('organization', other.id)?.deleted).toBe(true);
  });
});

test('the number of open conflicts stands in the navigation', async () => {
  const Navigation = () => (
    <>
      <h1>navigation</h1>
      <OpenConflictCount />
    </>
  );
  await openScreen(Navigation, await conflictedLaptop(), { language: 'ko' });
  expect(screen.getByRole('img', { name: '결정할 충돌 2건' }).textContent).toBe('2');
});

test('a decision stays in the history of the record, and an earlier value can be restored from there', async () => {
  const base = await conflictedLaptop();
  const { user } = await openScreen(ConflictsPage, base, { language: 'en' });
  await user.keyboard('1{Enter}');
  await waitFor(() => expect(openOf(base)).toEqual(['type']));
  closeScreen();

  const History = () => (
    <>
      <h1>history</h1>
      <RecordHistory definition={definitionOf('organization')} id={base.id} />
    </>
  );
  const { user: reader } = await openScreen(History, base, { language: 'en' });
  const decided = await screen.findByText(/^Conflict decided: Name \(English\)$/);
  const entry = decided.closest('li');
  if (entry === null) throw new Error('a decision is an entry');
  expect(
    within(entry)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Tax Office of Bulgaria', 'National Tax Office']);
  expect(within(entry).getByText('Kim Minji')).toBeTruthy();
  // What is so already needs no restoring.
  const name = 'Restore this value: Name (English), Tax Office of Bulgaria';
  expect(screen.queryByRole('button', { name })).toBeNull();
  await reader.click(
    screen.getByRole('button', { name: 'Restore this value: Name (English), National Tax Office' }),
  );
  await waitFor(() =>
    expect(valuesOf(base)).toMatchObject({ name: { en: 'National Tax Office', ko: '국세 사무소' } }),
  );
});

test('a decision that is taken back opens its conflict, also when the laptop is started anew', async () => {
  const base = await conflictedLaptop();
  // The messages of other tests offer to undo what was done on their laptops.
  notifications.clean();
  const { user } = await openScreen(ConflictsPage, base, { language: 'en' });
  await user.keyboard('2{Enter}');
  await waitFor(() => expect(openOf(base)).toEqual(['type']));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(openOf(base)).toEqual(['name/en', 'type']));
  const [open] = openConflicts(base.store.records);
  expect(open?.conflict.versions.map(({ value }) => value)).toEqual([
    'Tax Office of Bulgaria',
    'National Tax Office',
  ]);
  const sides = await screen.findAllByText(/^Kim Minji, this computer/);
  expect(sides).toHaveLength(2);
  closeScreen();

  // Written to the journal and read from it, it is the same.
  const again = await base.laptop.reopen(base.store);
  expect(openConflicts(again.records)).toEqual(openConflicts(base.store.records));
});
