// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { StoriesPage } from '../../../../../renderer/features/stories/StoriesPage.tsx';
import type { FieldbookStore } from '../../../../../renderer/storage/fieldbookStore.ts';
import { newRecordId } from '../../../../../shared/core/ids.ts';
import { err, ok } from '../../../../../shared/core/result.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { type Laptop, random, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

test('stories are called saved only when they were', async () => {
  const base = await laptopWithCenters();
  const values = {
    center: builtInCenterId('BG10'),
    title: { en: 'A forum', ko: '포럼' },
    body: { en: 'It was held.', ko: '열렸습니다.' },
    date: '2026-11-10',
    publishable: true,
  };
  const id = newRecordId(base.laptop.clock, random);
  await saved(base.store, {
    kind: 'edit',
    by: 'Kim',
    plan: (_records, issue) =>
      planCreate(definitionOf('story'), values, { id, by: 'Kim', at: base.laptop.clock.now() }, issue),
  });
  const { user, laptop } = await openScreen(StoriesPage, base, { language: 'en' });
  const { save } = laptop.host.files;
  const savePage = await screen.findByRole('button', { name: 'Save as web page' });

  let tried = 0;
  for (const answer of [ok(null), err({ code: 'NO_SPACE', detail: 'full' } as const)]) {
    laptop.host.files.save = async () => {
      tried += 1;
      return answer;
    };
    await user.click(savePage);
    await waitFor(() => expect(tried).toBeGreaterThan(0));
    // What follows the answer has run when the next turn begins.
    await new Promise((next) => setTimeout(next));
    expect(screen.queryByText('1 story was saved.')).toBeNull();
    tried = 0;
  }

  laptop.host.files.save = save;
  await user.click(savePage);
  await screen.findByText('1 story was saved.');
  await waitFor(() => expect(laptop.host.saved).toHaveLength(1));
});

async function addStory(
  { laptop, store }: { readonly laptop: Laptop; readonly store: FieldbookStore },
  title: string,
  sample: boolean,
): Promise<void> {
  const values = {
    center: builtInCenterId('BG10'),
    title: { en: title },
    body: { en: `${title} was held.` },
    date: '2026-11-10',
    publishable: true,
  };
  const id = newRecordId(laptop.clock, random);
  await saved(store, {
    kind: 'edit',
    by: 'Kim',
    plan: (_records, issue) =>
      planCreate(definitionOf('story'), values, { id, by: 'Kim', at: laptop.clock.now(), sample }, issue),
  });
}

test('beside one’s own stories samples are published only when they are chosen', async () => {
  const base = await laptopWithCenters();
  await addStory(base, 'A practised forum', true);
  const { user, laptop } = await openScreen(StoriesPage, base, { language: 'en' });
  const publish = async () => {
    const before = laptop.host.saved.length;
    await user.click(screen.getByRole('button', { name: 'Save as web page' }));
    await waitFor(() => expect(laptop.host.saved).toHaveLength(before + 1));
    return new TextDecoder().decode(laptop.host.saved.at(-1)?.bytes);
  };
  // Where there are samples alone, they can be tried out as they are.
  expect(await publish()).toContain('A practised forum');
  await addStory(base, 'A real forum', false);
  await screen.findByText('None chosen: all shown stories that may be published are saved, without samples.');
  const page = await publish();
  expect(page).toContain('A real forum');
  expect(page).not.toContain('A practised forum');
  await screen.findByText(/^1 sample story was left out\./);
  await user.click(screen.getByRole('checkbox', { name: 'Choose “A practised forum”' }));
  expect(await publish()).toContain('A practised forum');
  await screen.findByText(/“A practised forum” is a sample: for practice, not for publication\./);
});
