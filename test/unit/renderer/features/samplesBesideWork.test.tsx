// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { CenterPage } from '../../../../renderer/features/center/CenterPage.tsx';
import { HomePage } from '../../../../renderer/features/home/HomePage.tsx';
import { PlanPage } from '../../../../renderer/features/plan/PlanPage.tsx';
import { SettlementPage } from '../../../../renderer/features/plan/SettlementPage.tsx';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { sampleChanges } from '../../../../renderer/stores/useSampleData.ts';
import { builtInCenterId } from '../../../../shared/records/builtIn.ts';
import type { RecordSet } from '../../../../shared/records/recordSet.ts';
import { recordOf } from '../../../../shared/records/recordsOf.ts';
import { missingSteps } from '../../../../shared/reports/quality/missingSteps.ts';
import { creation, edit, type Laptop, saved } from '../storage/laptop.ts';
import { closeScreen, laptopWithCenters, openScreen } from './openScreen.tsx';

afterEach(closeScreen);

const center = builtInCenterId('BG10');
const workspace = { kind: 'center', centerId: center } as const;
const asHead = { language: 'en', workspace, person: { name: 'Kim', role: 'head' } } as const;
const asExpert = { language: 'en', workspace } as const;
const today = '2026-11-23';

interface Base {
  readonly laptop: Laptop;
  readonly store: FieldbookStore;
}

/** An operating center with one consultation, USD 5,000 spent, and an approved plan of twenty consultations. */
async function centerAtWork(): Promise<Base> {
  const base = await laptopWithCenters();
  const { laptop, store } = base;
  const [plan, meeting] = [laptop.newId(), laptop.newId()];
  await saved(store, edit('center', center, { status: 'operating', operationStart: '2026-01-01' }));
  const add = (type: string, values: object, id = laptop.newId()) =>
    saved(store, creation(type, id, { center, ...values }));
  await add('consultation', { date: '2026-03-02', topic: 'Registers' });
  await add('budgetEntry', {
    source: 'korea',
    flow: 'spent',
    category: 'experts',
    form: 'cash',
    date: '2026-04-01',
    amount: { amount: 5000, currency: 'USD' },
  });
  await add('meeting', { kind: 'working', date: '2026-01-20' }, meeting);
  await add('plan', { year: 2026, version: 1, status: 'approved', approvedBy: meeting }, plan);
  await add('planLine', { plan, indicator: 'consultations', target: 20 });
  return base;
}

async function withSample(base: Base): Promise<Base> {
  const { laptop, store } = base;
  await saved(store, {
    kind: 'sample',
    by: 'Kim',
    plan: (records, issue) =>
      sampleChanges(records, workspace, { by: 'Kim', at: laptop.clock.now(), zone: 'Asia/Seoul' }, issue),
  });
  return base;
}

const textOf = (name: string | RegExp): string => screen.getByRole('region', { name }).textContent ?? '';
const stepsLeft = (records: RecordSet): readonly string[] =>
  missingSteps(records, { today, centerId: center }).flatMap(({ step }) => step?.key ?? []);

/** What a page shows, its sentence about samples left out. */
async function shown(
  Page: () => React.ReactNode,
  base: Base,
  settings: typeof asHead | typeof asExpert,
  regions: readonly (string | RegExp)[],
  sentence = '',
): Promise<readonly string[]> {
  await openScreen(Page, base, settings);
  if (sentence !== '') expect(screen.getByText(sentence)).toBeTruthy();
  const texts = regions.map((region) => textOf(region).replace(sentence, ''));
  closeScreen();
  return texts;
}

const leftOut = {
  year: 'Sample records are left out, because there are real ones.',
  head: 'Plan, budget and evidence leave sample records out, because the center has real ones.',
  plan: 'Sample plans and entries are left out, because the center has real records.',
  center: 'Sample records below count for no step of a stage, because the center has real ones.',
};

test('a sample beside a center’s own work changes none of its figures, and the pages say so', async () => {
  const base = await centerAtWork();
  const year = ['Recorded in 2026'];
  const head = ['Plan and actual, 2026', 'Budget', 'Evidence'];
  const plan = ['Targets and what was reached', /^Contributions/, 'Spent in 2026'];
  const next = [/^Before the next stage/];
  const all = async (says?: typeof leftOut) => [
    await shown(HomePage, base, asExpert, year, says?.year),
    await shown(HomePage, base, asHead, head, says?.head),
    await shown(PlanPage, base, asHead, plan, says?.plan),
    await shown(CenterPage, base, asHead, next, says?.center),
  ];
  const before = await all();
  const steps = stepsLeft(base.store.records);
  expect(before.flat().join()).toContain('1 of 20');
  expect(before.flat().join()).toContain('USD 5,000');
  expect(steps.length).toBeGreaterThan(8);
  await withSample(base);
  expect(await all(leftOut)).toEqual(before);
  expect(stepsLeft(base.store.records)).toEqual(steps);
  await shown(
    SettlementPage,
    base,
    asHead,
    [],
    'Sample entries are left out of this sheet, because the center has real records.',
  );
});

test('a center of samples alone shows them, and says that they are samples', async () => {
  const base = await withSample(await laptopWithCenters());
  const [recorded] = await shown(
    HomePage,
    base,
    asExpert,
    ['Recorded in 2026'],
    'Sample records are counted here, for practice.',
  );
  expect(recorded).toMatch(/[1-9]\d*Consulting/);
  const [planned] = await shown(
    HomePage,
    base,
    asHead,
    ['Plan and actual, 2026'],
    'Plan, budget and evidence are those of sample records, for practice.',
  );
  expect(planned).toMatch(/\d+ of \d+/);
  const [targets] = await shown(
    PlanPage,
    base,
    asHead,
    ['Targets and what was reached'],
    'This plan and its figures are those of sample records, for practice.',
  );
  expect(targets).toContain('Approved');
  await shown(
    CenterPage,
    base,
    asHead,
    [],
    'Sample records count for the steps of the stages below, for practice.',
  );
  expect(recordOf(base.store.records, 'center', center)?.sample).toBe(false);
});

test('without samples nothing is said of them', async () => {
  const base = await centerAtWork();
  for (const Page of [HomePage, PlanPage, CenterPage]) {
    await openScreen(Page, base, asHead);
    expect(screen.queryByText(/Sample|sample/)).toBeNull();
    closeScreen();
  }
});
