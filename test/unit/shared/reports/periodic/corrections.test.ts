import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import { nextPlanVersion } from '../../../../../shared/records/planVersions.ts';
import { recordOf, recordsOf } from '../../../../../shared/records/recordsOf.ts';
import type { ValuesByType } from '../../../../../shared/records/registry.ts';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { differenceLine } from '../../../../../shared/reports/periodic/differenceTexts.ts';
import type { ReportRow, ReportSection } from '../../../../../shared/reports/periodic/reportSections.ts';
import { sealedRecordIn } from '../../../../../shared/reports/periodic/sealedRecords.ts';
import {
  type SealedReport,
  sealedReportOf,
  sealHash,
  sealNamesIn,
  sealText,
} from '../../../../../shared/reports/periodic/sealedReport.ts';
import { textToPieces } from '../../../../../shared/reports/periodic/sealedText.ts';
import { sealCorrectionSheet } from '../../../../../shared/workbook/sealCorrectionSheet.ts';
import { centerReplica } from '../../../../support/batch.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { center, reportIn, submit } from './reportedCenter.ts';

interface SecondQuarter {
  readonly laptop: Replica;
  readonly report: RecordId;
  readonly plan: RecordId;
  readonly march: RecordId;
  readonly followUp: RecordId;
  readonly outcome: RecordId;
}

/** The consultations are of 2 March and 6 April, the training is of May; the plans of two years are approved. */
function secondQuarter(): SecondQuarter {
  const laptop = centerReplica('sofialaptop0', 'BG10', 1);
  const planOf = (year: number, status: 'approved' | 'draft') => {
    const plan = laptop.create('plan', { center, year, version: 1, status });
    for (const target of [3, 5])
      laptop.create('planLine', {
        center,
        plan,
        indicator: 'consultations',
        target,
        quarter: target === 3 ? 'q1' : 'q2',
      });
    return plan;
  };
  planOf(2025, 'approved');
  const plan = planOf(2026, 'approved');
  planOf(2027, 'draft');
  const march = recordsOf(laptop.records, 'consultation').find(({ values }) => values.date === '2026-03-02');
  if (march === undefined) throw new Error('no consultation');
  laptop.edit('consultation', march.id, { nextAction: 'Send the draft', hours: 2 });
  spend(laptop, { date: '2026-02-10', amount: { amount: 100, currency: 'USD' } });
  const { now } = laptop;
  laptop.now = Date.UTC(2026, 5, 15);
  const followUp = laptop.create('followUp', {
    center,
    title: { en: 'Data center', ko: '데이터센터' },
    stage: 'idea',
    value: { amount: 500_000, currency: 'USD' },
  });
  laptop.now = now;
  const outcome = laptop.create('outcome', { name: 'Index', year: 2026, value: 60, center });
  const report = laptop.create('report', {
    center,
    kind: 'quarterly',
    from: '2026-04-01',
    to: '2026-06-30',
    status: 'draft',
  });
  return { laptop, report, plan, march: march.id, followUp, outcome };
}

const spend = (laptop: Replica, values: ValuesByType['budgetEntry']): RecordId =>
  laptop.create('budgetEntry', { center, source: 'korea', category: 'travel', ...values });

const told = (laptop: Replica) => correctionsOf(laptop.records)[0]?.differences ?? [];
const linesOf = (laptop: Replica, origin: 'period' | 'outside'): readonly string[] =>
  told(laptop).flatMap((difference) =>
    difference.origin === origin ? [differenceLine(difference, 'en')] : [],
  );

const sinceIn = (laptop: Replica): readonly string[] =>
  (correctionsOf(laptop.records)[0]?.wentOn ?? []).map((difference) => differenceLine(difference, 'en'));

/** Seals as the first version did: with the targets of every plan, and without what lies outside of the period. */
function submitAsBefore(
  laptop: Replica,
  report: RecordId,
  computedAsBefore: (section: ReportSection) => ReportSection = (section) => section,
): void {
  const names = sealNamesIn(laptop.records);
  const now = sealedReportOf(laptop.records, reportIn(laptop, report), '2026-07-03');
  if (now === null) throw new Error('no seal');
  const { others: _outside, ...rest } = now;
  const lines = recordsOf(laptop.records, 'planLine').flatMap(
    ({ id }) => sealedRecordIn(laptop.records, names, { type: 'planLine', id }) ?? [],
  );
  const dated = rest.records.filter(
    ({ type, values: { plannedOn } }) =>
      type !== 'plan' && type !== 'planLine' && (type !== 'milestone' || plannedOn === '2026-05-15'),
  );
  const sections = rest.sections.map((section) =>
    computedAsBefore({ ...section, tables: section.tables.filter(({ key }) => key !== 'milestones') }),
  );
  const sealed: SealedReport = { ...rest, sections, format: 1, records: [...lines, ...dated] };
  const hash = sealHash(sealed);
  const [content = '', ...more] = textToPieces(sealText(sealed));
  expect(more).toEqual([]);
  laptop.create('sealPart', { center, report, hash, part: 1, parts: 1, content });
  laptop.edit('report', report, { status: 'submitted', submittedOn: '2026-07-03', snapshotHash: hash });
}

/** A version of a plan as its page makes it. */
function newVersion(laptop: Replica, plan: RecordId): RecordId {
  const made = new Map<RecordId, RecordId>();
  let count = 0;
  const drafts = nextPlanVersion(laptop.records, plan, () => {
    count += 1;
    return `00000000-0000-8000-8000-00000000000${count}` as RecordId;
  });
  for (const { type, id, values } of drafts) {
    const of = made.get((values as ValuesByType['planLine']).plan as RecordId);
    made.set(id, laptop.create(type, of === undefined ? values : { ...values, plan: of }));
  }
  return [...made.values()][0] as RecordId;
}

describe.each([
  ['as it is sealed now', submit],
  ['as it was sealed by the first version', submitAsBefore],
] as const)('a sealed report, %s,', (_name, seal) => {
  it('holds while plans are drafted, revised or changed that it does not compare with', () => {
    const { laptop, report, plan } = secondQuarter();
    seal(laptop, report);
    expect(told(laptop)).toEqual([]);
    const draft = newVersion(laptop, plan);
    const other = laptop.create('plan', { center, year: 2028, version: 1, status: 'approved' });
    laptop.create('planLine', { center, plan: other, indicator: 'trainings', target: 9 });
    for (const { id, values } of recordsOf(laptop.records, 'planLine'))
      if (
        values.plan === draft ||
        recordOf(laptop.records, 'plan', values.plan as RecordId)?.values.year === 2025
      )
        laptop.edit('planLine', id, {
          target: 77,
          category: 'event',
          budget: { amount: 77, currency: 'USD' },
        });
    expect(told(laptop)).toEqual([]);
  });

  it('holds while a decision without a meeting, or a deliverable without a project in time, is there', () => {
    const { laptop, report } = secondQuarter();
    seal(laptop, report);
    laptop.create('decision', { center, text: 'Later' });
    expect(told(laptop)).toEqual([]);
  });

  it('holds where a step of the center was taken in the period and planned for another', () => {
    const { laptop, report } = secondQuarter();
    const take = (values: ValuesByType['milestone']) =>
      laptop.create('milestone', { center, stage: 'operation', status: 'done', ...values });
    take({ kind: 'midTermReview', plannedOn: '2026-03-15', doneOn: '2026-04-01' });
    take({ kind: 'cooperationForum', plannedOn: '2026-05-15', doneOn: '2026-07-01' });
    seal(laptop, report);
    expect(told(laptop)).toEqual([]);
  });

  it('says that its targets vanish with the approval of their plan', () => {
    const { laptop, report, plan } = secondQuarter();
    seal(laptop, report);
    laptop.edit('plan', plan, { status: 'draft' });
    expect(linesOf(laptop, 'period')).toEqual(
      expect.arrayContaining([
        'Figure · Summary · Consultations · Target: 5 → –',
        'Figure · Summary · Consultations · Target of the year: 8 → –',
      ]),
    );
    expect(told(laptop).filter(({ how }) => how !== 'changed')).toEqual([]);
  });

  it('says that a target of its plan was changed', () => {
    const { laptop, report, plan } = secondQuarter();
    seal(laptop, report);
    const line = recordsOf(laptop.records, 'planLine').find(
      ({ values }) => values.plan === plan && values.quarter === 'q2',
    );
    if (line === undefined) throw new Error('no target');
    laptop.edit('planLine', line.id, { target: 6 });
    expect(linesOf(laptop, 'period')).toEqual([
      'Figure · Summary · Consultations · Target: 5 → 6',
      'Figure · Summary · Consultations · Target of the year: 8 → 9',
      expect.stringMatching(/^Target · .* · Target: 5 → 6$/),
    ]);
  });

  it('says what a government agreed on since', () => {
    const { laptop, report } = secondQuarter();
    seal(laptop, report);
    laptop.edit('center', center, { koreaBudget: { amount: 1_000_000, currency: 'USD' } });
    expect(linesOf(laptop, 'outside')).toEqual(['Table · By source (USD) · Korea · Agreed: – → 1,000,000']);
    expect(linesOf(laptop, 'period')).toEqual([]);
  });

  it('says what changed in a follow-up and a published figure, what was added and what is gone', () => {
    const { laptop, report, followUp, outcome } = secondQuarter();
    seal(laptop, report);
    laptop.edit('followUp', followUp, { stage: 'approved', value: { amount: 700_000, currency: 'USD' } });
    laptop.edit('outcome', outcome, { value: 65 });
    laptop.create('followUp', { center, title: { en: 'Portal' }, stage: 'idea' });
    const stage = expect.stringMatching(/^Follow-up.* · Data center.* · Stage: Idea → Approved$/);
    const lines = linesOf(laptop, 'outside');
    // The first version kept no values of follow-ups: what went on in one cannot be told from what was corrected.
    const isFirst = seal === submitAsBefore;
    expect(lines).toHaveLength(isFirst ? 3 : 2);
    expect(lines).toEqual(
      expect.arrayContaining([
        ...(isFirst ? [stage] : []),
        expect.stringMatching(/^Follow-up.* · Data center.* · Value: USD 500,000 → USD 700,000$/),
        expect.stringMatching(/^Outcome.* · Index.* · Value: 60 → 65$/),
      ]),
    );
    // A stage that was reached and a follow-up that was begun after the period take nothing back.
    expect(sinceIn(laptop)).toEqual([
      ...(isFirst ? [] : [stage]),
      expect.stringMatching(/^Follow-up.* · Portal.*: Added$/),
    ]);
    expect(linesOf(laptop, 'period')).toEqual([]);
    laptop.delete('followUp', followUp);
    expect(linesOf(laptop, 'outside')).toContainEqual(
      expect.stringMatching(/^Follow-up.* · Data center.*: Removed$/),
    );
  });

  it('says that a next action from before the period was closed, or is another one', () => {
    const { laptop, report, march } = secondQuarter();
    seal(laptop, report);
    laptop.edit('consultation', march, { nextAction: 'Send the final text' });
    expect(linesOf(laptop, 'outside')).toEqual([
      expect.stringMatching(/^Consultation · .* · Next action: Send the draft → Send the final text$/),
    ]);
    laptop.edit('consultation', march, { nextActionDoneOn: '2026-06-01' });
    expect(linesOf(laptop, 'outside').join('\n')).toMatch(/Done on: – → 2026-06-01|: Removed/);
    expect(linesOf(laptop, 'period')).toEqual([]);
  });

  it('says what changed in earlier quarters where it tells sums of the year and of all years', () => {
    const { laptop, report, march } = secondQuarter();
    seal(laptop, report);
    spend(laptop, { date: '2026-01-15', amount: { amount: 40, currency: 'USD' } });
    spend(laptop, { date: '2024-01-15', amount: { amount: 2, currency: 'USD' } });
    laptop.edit('consultation', march, { hours: 5 });
    const lines = linesOf(laptop, 'outside');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Figure · Summary · Hours of advice · Year to date: 2 → 5',
        'Table · By source (USD) · Korea · Year to date: 100 → 140',
        'Table · By source (USD) · Korea · In all: 100 → 142',
        'Table · By source (USD) · Total · Year to date: 100 → 140',
      ]),
    );
    expect(linesOf(laptop, 'period')).toEqual([]);
  });

  it('says nothing of what others are called who only share a name', () => {
    const { laptop, report } = secondQuarter();
    seal(laptop, report);
    const [client] = recordsOf(laptop.records, 'organization');
    if (client === undefined) throw new Error('no organization');
    laptop.create('organization', client.values);
    expect(told(laptop)).toEqual([]);
  });
});

describe('a report that an older Fieldbook sealed, whose figures went by other rules,', () => {
  /** Two versions of the year are approved, a next action has no day, and a sum is still being discussed. */
  function olderReport() {
    const second = secondQuarter();
    const { laptop, report } = second;
    const version = laptop.create('plan', { center, year: 2026, version: 2, status: 'approved' });
    const target = { center, plan: version, indicator: 'consultations', target: 4, quarter: 'q2' } as const;
    laptop.create('planLine', target);
    const budget = { amount: 250_000, currency: 'USD' };
    laptop.edit('center', center, { partnerBudget: budget, partnerBudgetStatus: 'toBeDiscussed' });
    return { ...second, seal: () => submitAsBefore(laptop, report, byFirstRules) };
  }

  /** As the rules of that time are told: written out here, not computed. */
  function byFirstRules(section: ReportSection): ReportSection {
    const targets = { consultations: { periodTarget: 9, target: 12 } };
    return {
      ...section,
      figures: section.figures.map((figure) =>
        figure.key === 'consultations' ? { ...figure, ...targets.consultations } : figure,
      ),
      tables: section.tables.map((table) => {
        if (table.key === 'openActions') return { ...table, rows: [] };
        if (table.key !== 'budgetBySource') return table;
        return { ...table, rows: table.rows.map((row, at) => (at === 1 ? withLast(row, 250_000) : row)) };
      }),
    };
  }
  const withLast = (row: ReportRow, amount: number): ReportRow => ({
    ...row,
    cells: [...row.cells.slice(0, -1), amount],
  });

  it('holds while nobody changed anything', () => {
    const { laptop, seal } = olderReport();
    seal();
    expect(correctionsOf(laptop.records)).toMatchObject([{ differences: [], mayBeByRules: false }]);
  });

  it('still says what was changed, and that some of it may be of the rules alone', () => {
    const { laptop, seal, march } = olderReport();
    seal();
    laptop.edit('consultation', march, { nextActionDue: '2026-09-01' });
    laptop.edit('center', center, { partnerBudget: { amount: 300_000, currency: 'USD' } });
    const [correction] = correctionsOf(laptop.records);
    expect(correction?.differences.map((difference) => differenceLine(difference, 'en'))).toEqual([
      'Table · By source (USD) · Partner country · Agreed: 250,000 → –',
      expect.stringMatching(/^Consultation · .*: Added$/),
    ]);
    expect(correction?.mayBeByRules).toBe(true);
  });

  it('is told so on the sheet of corrections, and one of today is not', () => {
    const noted = (seal: (laptop: Replica, report: RecordId) => void, language: 'en' | 'ko') => {
      const { laptop, report } = secondQuarter();
      seal(laptop, report);
      laptop.edit('center', center, { koreaBudget: { amount: 1_000_000, currency: 'USD' } });
      return JSON.stringify(sealCorrectionSheet(laptop.records, center, language));
    };
    expect(noted(submitAsBefore, 'en')).toContain('Sealed by an older Fieldbook');
    expect(noted(submitAsBefore, 'ko')).toContain('이전 버전의 Fieldbook에서 봉인한 보고서입니다.');
    expect(noted(submit, 'en')).not.toContain('Sealed by an older Fieldbook');
  });
});

describe('a set that holds the period of a report alone', () => {
  it('is not taken for one in which the rest was removed', () => {
    const { laptop, report, march } = secondQuarter();
    submit(laptop, report);
    const spent = recordsOf(laptop.records, 'budgetEntry').map(({ id }) => id);
    const gone = new Set([march, ...spent]);
    const { all, deleted, find } = laptop.records;
    const period: Replica['records'] = {
      all: (type) => all(type).filter(({ id }) => !gone.has(id)),
      deleted,
      find: (type, id) => (gone.has(id) ? null : find(type, id)),
    };
    expect(correctionsOf(period, { lacksOutside: true })[0]?.differences).toEqual([]);
    expect(correctionsOf(period)[0]?.differences).not.toEqual([]);
  });
});
