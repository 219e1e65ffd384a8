// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportsPage } from '../../../../../renderer/features/reports/ReportsPage.tsx';
import { dateInZone, isoDate, yearOf } from '../../../../../shared/core/dates.ts';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { planBegin, planSubmit } from '../../../../../shared/reports/periodic/reportSteps.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { saved } from '../../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from '../openScreen.tsx';

afterEach(closeScreen);

const center = builtInCenterId('BG10');

describe('the page of reports', () => {
  it('begins a report and submits it with a seal', async () => {
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
    await user.click(await screen.findByText('Submit all the same'));
    await waitFor(() => {
      expect(recordsOf(store.records, 'report')[0]?.values.status).toBe('submitted');
    });
    const hash = recordsOf(store.records, 'report')[0]?.values.snapshotHash ?? '';
    expect(recordsOf(store.records, 'report')[0]?.values.summary).toEqual({ en: 'A full year.' });
    expect(await screen.findByText(`SHA-256 ${hash}`)).toBeDefined();
    expect(screen.queryByText('Withdraw')).toBeNull();
    expect(screen.getByText('The records still say what the report said.')).toBeDefined();
    expect(recordsOf(store.records, 'reportStep').map(({ values }) => [values.step, values.by])).toEqual([
      ['submitted', 'Kim Minji'],
    ]);
  });

  it('lets headquarters return a submitted report with a reason', async () => {
    const { laptop, store } = await laptopWithCenters();
    const at = laptop.clock.now();
    const today = dateInZone(at, 'UTC');
    const year = yearOf(today);
    const [from, to] = [isoDate(year, 1, 1), isoDate(year, 12, 31)];
    if (from === null || to === null) throw new Error('no such year');
    const context = { by: 'Kim Minji', at, zone: 'UTC', today };
    await saved(store, {
      kind: 'edit',
      by: 'Kim Minji',
      plan: (records, issue) => planBegin(records, { center, kind: 'annual', from, to }, context, issue),
    });
    const [draft] = recordsOf(store.records, 'report');
    await saved(store, {
      kind: 'edit',
      by: 'Kim Minji',
      plan: (records, issue) => {
        const planned = draft === undefined ? null : planSubmit(records, draft.id, context, issue);
        return planned?.ok === true ? planned.value : [];
      },
    });
    const { user } = await openScreen(ReportsPage, { laptop, store }, { language: 'en' });
    const calendar = screen.getByRole('list', { name: 'Calendar of reports' });
    await user.click(within(calendar).getByRole('button', { name: /^Annual report/ }));
    await user.click(await screen.findByLabelText('What is to be corrected'));
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
    await user.click(await screen.findByText('Submit all the same'));
    await waitFor(() => {
      expect(recordsOf(store.records, 'report').map(({ values }) => values.status)).toEqual(['submitted']);
    });
  });

  it('names what speaks against sealing before it seals, and takes no for an answer', async () => {
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
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('1 text is missing in Korean.')).toBeDefined();
    expect(within(dialog).getByText(/^The period runs until 31 Dec/)).toBeDefined();
    expect(within(dialog).queryByText(/missing in English/)).toBeNull();
    await user.click(within(dialog).getByText('Not yet'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(recordsOf(store.records, 'report')[0]?.values.status).toBe('draft');
  });

  it('lets the center withdraw what headquarters did nothing with', async () => {
    const { laptop, store } = await laptopWithCenters();
    const workspace = { kind: 'center', centerId: center } as const;
    const { user } = await openScreen(ReportsPage, { laptop, store }, { language: 'ko', workspace });
    const calendar = screen.getByRole('list', { name: '보고 일정' });
    const [first] = within(calendar).getAllByRole('button', { name: /^연간 보고서/ });
    if (first === undefined) throw new Error('no annual report');
    await user.click(first);
    await user.click(await screen.findByText('보고서 작성 시작'));
    await user.click(await screen.findByText('제출 및 봉인'));
    await user.click(await screen.findByText('그대로 제출'));
    await user.click(await screen.findByText('제출 철회'));
    await waitFor(() => {
      expect(recordsOf(store.records, 'report')[0]?.values.status).toBe('draft');
    });
    expect(await screen.findByText('제출 및 봉인')).toBeDefined();
    expect(recordsOf(store.records, 'reportStep').map(({ values }) => values.step)).toEqual(
      expect.arrayContaining(['submitted', 'withdrawn']),
    );
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
