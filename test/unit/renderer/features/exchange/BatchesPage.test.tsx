// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { BatchesPage } from '../../../../../renderer/features/exchange/BatchesPage.tsx';
import { creation, edit, saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

test('an undo that keeps what was edited since lists it, though the list of changes is read anew', async () => {
  const base = await laptopWithCenters();
  const { laptop, store } = base;
  const id = laptop.newId();
  await saved(store, creation('organization', id, { name: { en: 'Agency' }, type: 'agency', country: 'BG' }));
  const imported = {
    ...edit('organization', id, { type: 'ministry', country: 'VN' }),
    kind: 'import',
  } as const;
  const source = { name: 'f1.xlsx', workbookId: null, contentHash: 'f1' };
  await saved(store, { ...imported, source });
  await saved(store, edit('organization', id, { country: 'KE' }));
  const { user } = await openScreen(BatchesPage, base, { language: 'en' });
  await user.click(await screen.findByRole('button', { name: /^Undo: Import of f1\.xlsx/ }));
  await screen.findByRole('button', { name: /^Do it again: Import of f1\.xlsx/ });
  const kept = await screen.findByText(/^1 value was edited after this change/);
  expect(kept.textContent).toContain('Country');
  expect(store.records.find('organization', id)?.values).toMatchObject({ type: 'agency', country: 'KE' });
  // It is still there when the other list is looked at.
  await user.click(screen.getByRole('radio', { name: 'All changes' }));
  expect(await screen.findByText(/^1 value was edited after this change/)).toBeTruthy();
});
