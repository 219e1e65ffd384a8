// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportsPage } from '../../../../../renderer/features/reports/ReportsPage.tsx';
import { dateInZone, yearOf } from '../../../../../shared/core/dates.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const center = builtInCenterId('BG10');

describe('the page of reports', () => {
  it('begins a report, submits it with a seal, and lets headquarters return it with a reason', async () => {
    const { laptop, store } = await laptopWithCenters();
    const { user } = await openScreen(ReportsPage, { laptop, store }, { language: 'en' });
    const calendar = screen.getByRole('list', { name: 'Calendar of reports' });
    const [first] = within(calendar).getAllByRole('button', { name: /^Annual report/ });
    if (first === undefined) throw new Error('no annual report');
    await user.click(first);
    await user.click(await screen.findByText('Begin this report'));
    await user.click(await screen.findByLabelText('Summary (English)'));
    await user.paste('A full year.');
    await user.click(screen.getByText('Submit and seal'));
    await waitFor(() => {
      expect(recordsOf(store.records, 'report')[0]?.values.status).toBe('submitted');
    });
    const hash = recordsOf(store.records, 'report')[0]?.values.snapshotHash ?? '';
    expect(recordsOf(store.records, 'report')[0]?.values.summary).toEqual({ en: 'A full year.' });
    expect(await screen.findByText(`SHA-256 ${hash}`)).toBeDefined();
    expect(screen.getByText('The records still say what the report said.')).toBeDefined();
    await user.click(screen.getByLabelText('What is to be corrected'));
    await user.paste('Say more.');
    await user.click(screen.getByText('Return'));
    await waitFor(() => {
      expect(recordsOf(store.records, 'report')[0]?.values).toMatchObject({
        center,
        status: 'returned',
        returnNote: 'Say more.',
      });
    });
    expect(recordsOf(store.records, 'reportStep').map(({ values }) => [values.step, values.by])).toEqual(
      expect.arrayContaining([
        ['submitted', 'Kim Minji'],
        ['returned', 'Kim Minji'],
      ]),
    );
  });

  it('begins one report where the button is clicked twice', async () => {
    const { laptop, store } = await laptopWithCenters();
    const { user } = await openScreen(ReportsPage, { laptop, store }, { language: 'en' });
    const calendar = screen.getByRole('list', { name: 'Calendar of reports' });
    const [first] = within(calendar).getAllByRole('button', { name: /^Annual report/ });
    if (first === undefined) throw new Error('no annual report');
    await user.click(first);
    await user.dblClick(await screen.findByText('Begin this report'));
    expect(await screen.findByText('Submit and seal')).toBeDefined();
    await user.click(await screen.findByLabelText('Summary (English)'));
    await user.paste('A full year.');
    await user.click(screen.getByText('Submit and seal'));
    await waitFor(() => {
      expect(recordsOf(store.records, 'report').map(({ values }) => values.status)).toEqual(['submitted']);
    });
  });

  it('writes a year as people write it', async () => {
    const { laptop, store } = await laptopWithCenters();
    const year = yearOf(dateInZone(laptop.clock.now(), 'UTC'));
    await saved(store, {
      kind: 'edit',
      by: 'Kim',
      plan: (_records, issue) =>
        planCreate(
          definitionOf('outcome'),
          { center, name: 'Index', year, value: 1200 },
          { id: derivedRecordId('test', 'outcome'), by: 'Kim', at: 1 },
          issue,
        ),
    });
    const { user } = await openScreen(ReportsPage, { laptop, store }, { language: 'en' });
    const calendar = screen.getByRole('list', { name: 'Calendar of reports' });
    const [first] = within(calendar).getAllByRole('button', { name: /^Annual report/ });
    if (first === undefined) throw new Error('no annual report');
    await user.click(first);
    const row = (await screen.findByRole('cell', { name: 'Index' })).closest('tr');
    expect(
      row === null
        ? []
        : within(row)
            .getAllByRole('cell')
            .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining([String(year), '1,200']));
  });
});
