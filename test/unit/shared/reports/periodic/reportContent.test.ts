import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../../shared/core/dates.ts';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import type { ValuesByType } from '../../../../../shared/records/registry.ts';
import { reportCellText } from '../../../../../shared/reports/periodic/differenceTexts.ts';
import { type ReportRequest, reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import { reachedShare } from '../../../../../shared/reports/periodic/reportFigures.ts';
import { plannedNotesOf } from '../../../../../shared/reports/periodic/reportPaper.ts';
import { centerReplica } from '../../../../support/batch.ts';
import { center } from './reportedCenter.ts';

const request: ReportRequest = {
  kind: 'quarterly',
  from: '2026-04-01',
  to: '2026-06-30',
  centerIds: [center],
  asOf: '2026-07-03',
};

/** The consultations are of 2 March and 6 April, the training is of May. */
function plannedLaptop() {
  const laptop = centerReplica('sofialaptop0', 'BG10', 1);
  const plan = laptop.create('plan', { center, year: 2026, version: 1, status: 'approved' });
  const draft = laptop.create('plan', { center, year: 2026, version: 2, status: 'draft' });
  const line = (of: string, values: object) =>
    laptop.create('planLine', { center, plan: of, ...values } as never);
  line(plan, { indicator: 'consultations', target: 3, quarter: 'q1' });
  line(plan, { indicator: 'consultations', target: 5, quarter: 'q2' });
  line(plan, { indicator: 'trainings', target: 4 });
  line(plan, { indicator: 'adoptionRate', target: 60 });
  line(draft, { indicator: 'trainings', target: 99 });
  return laptop;
}

/** The year's target of consultations, beside those of two quarters. */
function aimForYear(laptop: ReturnType<typeof plannedLaptop>) {
  const plan = recordsOf(laptop.records, 'plan').find(({ values }) => values.status === 'approved')?.id;
  const target = { center, indicator: 'consultations', target: 8 } as const;
  laptop.create('planLine', { ...target, ...(plan === undefined ? {} : { plan }) });
}

const sectionOf = (content: ReturnType<typeof reportContent>, key: string) => {
  const found = content.sections.find((section) => section.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const tableOf = (content: ReturnType<typeof reportContent>, key: string) => {
  const found = content.sections.flatMap(({ tables }) => tables).find((table) => table.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};

describe('the computed part of a report', () => {
  it('compares the period and the year so far with the approved plan', () => {
    const { figures } = sectionOf(reportContent(plannedLaptop().records, request), 'summary');
    const of = (key: string) => {
      const { value, periodTarget, toDate, target } = figures.find((figure) => figure.key === key) ?? {};
      return { value, periodTarget, toDate, target };
    };
    expect(of('consultations')).toEqual({ value: 1, periodTarget: 5, toDate: 2, target: 8 });
    expect(of('trainings')).toEqual({ value: 1, periodTarget: null, toDate: 1, target: 4 });
    expect(of('adoptionRate')).toEqual({ value: 0, periodTarget: null, toDate: 0, target: 0.6 });
    const consultations = figures.find(({ key }) => key === 'consultations');
    expect(consultations?.records).toHaveLength(1);
    expect(consultations && reachedShare(consultations)).toBe(0.25);
  });

  it('says no share of advice that was adopted where there was none', () => {
    const before = { ...request, from: '2026-01-01', to: '2026-01-31', kind: 'monthly' } as const;
    const content = reportContent(plannedLaptop().records, before);
    const rate = sectionOf(content, 'summary').figures.find(({ key }) => key === 'adoptionRate');
    expect(rate?.value).toBeNull();
    expect(sectionOf(content, 'activities').draft).toEqual({
      en: 'Hours of advice: 0; persons who attended events: 0.',
      ko: '자문 시간은 0시간, 행사 참석 인원은 0명입니다.',
    });
  });

  it('takes one approved version of a year’s plan, the latest, as the plan’s own page does', () => {
    const laptop = plannedLaptop();
    const later = laptop.create('plan', { center, year: 2026, version: 3, status: 'approved' });
    laptop.create('planLine', { center, plan: later, indicator: 'consultations', target: 6, quarter: 'q2' });
    laptop.create('planLine', { center, plan: later, indicator: 'trainings', target: 7 });
    const { figures } = sectionOf(reportContent(laptop.records, request), 'summary');
    const of = (key: string) => {
      const { periodTarget, target } = figures.find((figure) => figure.key === key) ?? {};
      return { periodTarget, target };
    };
    expect(of('consultations')).toEqual({ periodTarget: 6, target: 6 });
    expect(of('trainings')).toEqual({ periodTarget: null, target: 7 });
    expect(of('adoptionRate')).toEqual({ periodTarget: null, target: null });
  });

  it('lists what lies in the period, and says it in both languages', () => {
    const content = reportContent(plannedLaptop().records, request);
    expect(tableOf(content, 'consultations').rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      [
        '2026-04-06',
        { en: 'Agency of BG10', ko: 'BG10 예시청' },
        { en: 'Topic of 2026-04-06', ko: 'Topic of 2026-04-06' },
      ],
    ]);
    expect(tableOf(content, 'trainings').rows.map(({ cells }) => cells[4])).toEqual([11]);
    expect(sectionOf(content, 'summary').draft).toEqual({
      en: 'Consultations: 1; trainings: 1, with 11 participants in all; events: 0; projects under way: 0.',
      ko: '보고 기간에 컨설팅 1건, 연수·교육 1회(참가 인원 11명), 행사 0회를 수행하였으며 진행 과제는 0건입니다.',
    });
  });

  it('adds up what was spent in USD by source, against what was agreed', () => {
    const laptop = plannedLaptop();
    laptop.edit('center', center, { koreaBudget: { amount: 1_000_000, currency: 'USD' } });
    const spend = (values: object) =>
      laptop.create('budgetEntry', { center, category: 'travel', ...values } as never);
    spend({ source: 'korea', date: '2026-02-10', amount: { amount: 1000, currency: 'USD' } });
    spend({
      source: 'korea',
      date: '2026-05-10',
      amount: { amount: 130_000, currency: 'KRW' },
      fxRate: 1300,
    });
    spend({ source: 'korea', date: '2025-05-10', amount: { amount: 7, currency: 'USD' } });
    spend({ source: 'partner', date: '2026-05-11', amount: { amount: 50, currency: 'USD' } });
    spend({
      source: 'korea',
      flow: 'received',
      date: '2026-05-12',
      amount: { amount: 5e5, currency: 'USD' },
    });
    spend({ source: 'partner', date: '2026-07-01', amount: { amount: 9999, currency: 'USD' } });
    const [korea, partner, oda, total] = tableOf(
      reportContent(laptop.records, request),
      'budgetBySource',
    ).rows;
    expect(korea?.cells.slice(1)).toEqual([100, 1100, 1107, 1_000_000]);
    expect(partner?.cells.slice(1)).toEqual([50, 50, 50, null]);
    expect(oda?.cells.slice(1)).toEqual([0, 0, 0, null]);
    expect(total?.cells.slice(1)).toEqual([150, 1150, 1157, null]);
  });

  it('says what the plan of the year sets aside by category, spent or not', () => {
    const laptop = plannedLaptop();
    const categories = () => tableOf(reportContent(laptop.records, request), 'budgetByCategory');
    const amount = { amount: 1000, currency: 'USD' };
    laptop.create('budgetEntry', { center, category: 'travel', date: '2026-05-10', amount } as never);
    expect(categories().columns).toHaveLength(3);
    const plan = laptop.create('plan', { center, year: 2026, version: 9, status: 'approved' } as never);
    const budget = { amount: 4000, currency: 'USD' };
    laptop.create('planLine', { center, plan, indicator: 'events', category: 'event', budget } as never);
    const { columns, rows } = categories();
    expect(columns.at(-1)?.label).toEqual({ en: 'Planned, whole year', ko: '연간 계획 예산' });
    const final = { ...request, kind: 'final' } as const;
    expect(tableOf(reportContent(laptop.records, final), 'budgetByCategory').columns.at(-1)?.label.en).toBe(
      'Planned, all years',
    );
    expect(rows.map(({ cells }) => cells.slice(1))).toEqual([
      [1, 1000, null],
      [0, 0, 4000],
      [1, 1000, 4000],
    ]);
  });

  it('says no agreed sum that is still discussed, or that one of the centers does not have', () => {
    const laptop = plannedLaptop();
    const budget = { amount: 300_000, currency: 'USD' };
    laptop.edit('center', center, { partnerBudget: budget, koreaBudget: budget });
    laptop.edit('center', center, { partnerBudgetStatus: 'toBeDiscussed' });
    const agreedIn = (centerIds: readonly RecordId[]) =>
      tableOf(reportContent(laptop.records, { ...request, centerIds }), 'budgetBySource').rows.map(
        ({ cells }) => cells.at(-1),
      );
    expect(agreedIn([center])).toEqual([300_000, null, null, null]);
    expect(agreedIn([center, builtInCenterId('PE17')])).toEqual([null, null, null, null]);
    laptop.edit('center', builtInCenterId('PE17'), { koreaBudget: { amount: 0.1, currency: 'USD' } });
    expect(agreedIn([center, builtInCenterId('PE17')])).toEqual([300_000.1, null, null, null]);
  });

  it('knows years from other numbers, which are written in groups of digits', () => {
    const laptop = plannedLaptop();
    laptop.create('outcome', { center, name: 'Index', year: 2026, value: 1200 });
    const { columns, rows } = tableOf(reportContent(laptop.records, request), 'outcomes');
    expect(columns.map(({ kind }) => kind)).toEqual(['text', 'year', 'number', 'text', 'text']);
    expect(rows[0]?.cells.slice(1, 3)).toEqual([2026, 1200]);
    expect([reportCellText(2026, 'en', 'year'), reportCellText(1200, 'en')]).toEqual(['2026', '1,200']);
  });

  it('lists every open next action, also one without a day, and no day without an action', () => {
    const laptop = plannedLaptop();
    const [first, second] = recordsOf(laptop.records, 'consultation');
    if (first === undefined || second === undefined) throw new Error('no consultations');
    laptop.edit('consultation', first.id, { nextAction: 'Send the draft' });
    laptop.edit('consultation', second.id, { nextActionDue: '2026-06-01' });
    const content = reportContent(laptop.records, request);
    expect(tableOf(content, 'openActions').rows.map(({ record }) => record?.id)).toEqual([first.id]);
    expect(sectionOf(content, 'problems').draft.en).toContain('Next actions still open: 1');
  });

  it('lists what projects had to hand over, as it stood when the period ended, and says what is late', () => {
    const laptop = plannedLaptop();
    const project = laptop.create('project', {
      center,
      title: { en: 'Portal', ko: '포털' },
      status: 'running',
      start: '2026-01-01',
    });
    const cancelled = laptop.create('project', { center, title: { en: 'Kiosk' }, status: 'cancelled' });
    const due = (title: string, values: ValuesByType['deliverable']) =>
      laptop.create('deliverable', { center, project, title: { en: title }, ...values });
    due('On time', { due: '2026-05-31', doneOn: '2026-05-31' });
    due('Late', { due: '2026-05-10', doneOn: '2026-05-20' });
    due('Early', { due: '2026-09-30', doneOn: '2026-06-30' });
    due('After the period', { due: '2026-06-15', doneOn: '2026-07-02' });
    due('Due on the last day', { due: '2026-06-30' });
    due('Missing from before', { due: '2026-02-28' });
    due('Done before', { due: '2026-02-28', doneOn: '2026-03-01' });
    due('Due later', { due: '2026-07-01' });
    due('Without a day', {});
    due('Of a cancelled project', { due: '2026-05-01', project: cancelled });
    due('Handed over before it was cancelled', {
      due: '2026-04-02',
      doneOn: '2026-04-01',
      project: cancelled,
    });
    const rowsOn = (asOf: IsoDate) =>
      tableOf(reportContent(laptop.records, { ...request, asOf }), 'deliverables').rows.map(({ cells }) =>
        cells.map((cell) => (cell !== null && typeof cell === 'object' ? cell.en : cell)),
      );
    const done = [
      ['Kiosk', 'Handed over before it was cancelled', '2026-04-02', '2026-04-01', 'Done'],
      ['Portal', 'Late', '2026-05-10', '2026-05-20', 'Done late'],
      ['Portal', 'On time', '2026-05-31', '2026-05-31', 'Done'],
    ];
    const before = ['Portal', 'Missing from before', '2026-02-28', null, 'Overdue'];
    const early = ['Portal', 'Early', '2026-09-30', '2026-06-30', 'Done'];
    expect(rowsOn('2026-07-03')).toEqual([
      before,
      ...done,
      ['Portal', 'After the period', '2026-06-15', null, 'Overdue'],
      ['Portal', 'Due on the last day', '2026-06-30', null, 'Overdue'],
      early,
    ]);
    expect(rowsOn('2026-06-30')).toEqual([
      before,
      ...done,
      ['Portal', 'After the period', '2026-06-15', null, 'Overdue'],
      ['Portal', 'Due on the last day', '2026-06-30', null, 'Open'],
      early,
    ]);
    const section = sectionOf(reportContent(laptop.records, request), 'projects');
    expect(section.draft).toEqual({
      en: 'Projects under way in the period: 1; deliverables handed over: 4; overdue: 3.',
      ko: '보고 기간에 진행된 과제는 1건이며, 산출물 4건을 제출하였고 기한이 지난 산출물은 3건입니다.',
    });
    const table = tableOf(reportContent(laptop.records, request), 'deliverables');
    expect(table.title).toEqual({ en: 'Deliverables', ko: '산출물' });
    expect(table.columns.map(({ label }) => label.ko)).toEqual([
      '과제',
      '산출물명',
      '제출 기한',
      '제출일',
      '상태',
    ]);
    expect(table.rows[0]?.cells.at(-1)).toEqual({ en: 'Overdue', ko: '기한 경과' });
  });

  it('lists the steps of the center that were taken in the period, whenever they were planned for', () => {
    const laptop = plannedLaptop();
    const take = (values: ValuesByType['milestone']) =>
      laptop.create('milestone', { center, stage: 'operation', status: 'done', ...values });
    const review = take({
      kind: 'midTermReview',
      plannedOn: '2026-03-15',
      doneOn: '2026-04-01',
      outcome: 'Go on.',
    });
    const forum = take({ kind: 'cooperationForum', doneOn: '2026-06-30' });
    take({ kind: 'highLevelDialogue', plannedOn: '2026-05-01', doneOn: '2026-07-01' });
    take({ kind: 'extension', plannedOn: '2026-05-01', status: 'planned' });
    const content = reportContent(laptop.records, request);
    const { rows } = tableOf(content, 'milestones');
    expect(rows.map(({ record }) => record?.id)).toEqual([review, forum]);
    expect(rows[0]?.cells).toEqual([
      '2026-04-01',
      { en: 'Mid-term review', ko: '중간 평가' },
      { en: 'Operation', ko: '운영' },
      { en: 'Go on.', ko: 'Go on.' },
    ]);
    expect(sectionOf(content, 'committee').tables.map(({ key }) => key)).toContain('milestones');
  });

  it('adds centers up for headquarters and says of which center each row is', () => {
    const laptop = plannedLaptop();
    const lima = centerReplica('limalaptop00', 'PE17', 2);
    const [other] = recordsOf(lima.records, 'consultation');
    const peru = other?.values.center;
    if (other === undefined || peru === undefined) throw new Error('no consultation');
    laptop.create('consultation', { ...other.values, date: '2026-04-20' });
    const content = reportContent(laptop.records, { ...request, centerIds: [center, peru] });
    expect(sectionOf(content, 'summary').figures.find(({ key }) => key === 'consultations')?.value).toBe(2);
    expect(tableOf(content, 'consultations').rows.map(({ cells }) => cells[0])).toEqual([
      { en: "Korea-Bulgaria('10)", ko: "한-불가리아('10)" },
      { en: "Korea-Peru('17)", ko: "한-페루('17)" },
    ]);
  });

  it('has no project under way that ended before, though nothing says on which day', () => {
    const laptop = plannedLaptop();
    laptop.now = Date.UTC(2026, 10, 23);
    const make = (values: object) =>
      laptop.create('project', { center, title: { en: 'Portal' }, start: '2025-02-01', ...values } as never);
    const going = make({ status: 'running' });
    // Entered as ended: when it ended, nobody knows.
    for (const status of ['done', 'cancelled']) make({ status });
    const listed = (from: string, to: string) => {
      const content = reportContent(laptop.records, { ...request, from, to, asOf: '2027-04-02' });
      const figure = sectionOf(content, 'summary').figures.find(({ key }) => key === 'runningProjects');
      return [figure?.value, tableOf(content, 'projects').rows.length];
    };
    expect(listed('2026-04-01', '2026-06-30')).toEqual([1, 1]);
    expect(listed('2025-01-01', '2025-03-31')).toEqual([2, 3]);
    // Seen to go on before it was set to done: it lasted until then.
    laptop.now = Date.UTC(2026, 11, 10);
    laptop.edit('project', going, { status: 'done' });
    expect(listed('2026-10-01', '2026-12-31')).toEqual([1, 1]);
    expect(listed('2027-01-01', '2027-03-31')).toEqual([0, 0]);
  });

  it('compares the targets of some centers with what these did alone, and says how many they are', () => {
    const laptop = plannedLaptop();
    aimForYear(laptop);
    const lima = centerReplica('limalaptop00', 'PE17', 2);
    const [other] = recordsOf(lima.records, 'consultation');
    const peru = other?.values.center;
    if (other === undefined || peru === undefined) throw new Error('no consultation');
    for (const day of ['2026-04-20', '2026-04-21', '2026-01-05'])
      laptop.create('consultation', { ...other.values, date: day });
    const content = reportContent(laptop.records, { ...request, centerIds: [center, peru] });
    const { figures } = sectionOf(content, 'summary');
    const consultations = figures.find(({ key }) => key === 'consultations');
    expect(consultations).toMatchObject({
      toDate: 5,
      target: 8,
      planned: { toDate: 2, count: 1, all: 2, unit: 'centers' },
    });
    expect(consultations && reachedShare(consultations)).toBe(0.25);
    expect(plannedNotesOf(figures, 'en')).toContain(
      'Consultations: reached by the 1 of 2 centers with a target, 2 of 8.',
    );
    // Nobody else held a training: the target is that of all who did.
    expect(figures.find(({ key }) => key === 'trainings')).not.toHaveProperty('planned');
  });

  it('compares the targets of some years with what was done in these, in a final report', () => {
    const laptop = plannedLaptop();
    aimForYear(laptop);
    const [first] = recordsOf(laptop.records, 'consultation');
    laptop.create('consultation', { ...first?.values, date: '2025-06-01' });
    const final = { ...request, kind: 'final', from: '2025-01-01', to: '2026-06-30' } as const;
    const { figures } = sectionOf(reportContent(laptop.records, final), 'summary');
    const consultations = figures.find(({ key }) => key === 'consultations');
    expect(consultations).toMatchObject({
      toDate: 3,
      target: 8,
      planned: { toDate: 2, count: 1, all: 2, unit: 'years' },
    });
    expect(consultations && reachedShare(consultations)).toBe(0.25);
  });

  it('is the same for the same records in any order', () => {
    const laptop = plannedLaptop();
    const reversed = {
      ...laptop.records,
      all: (type: string) => laptop.records.all(type).toReversed(),
      deleted: () => [],
      find: laptop.records.find,
    };
    expect(reportContent(reversed, request)).toEqual(reportContent(laptop.records, request));
  });
});
