import { describe, expect, it } from 'vitest';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import type { ValuesByType } from '../../../../../shared/records/registry.ts';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { type ReportRequest, reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import { reachedShare } from '../../../../../shared/reports/periodic/reportFigures.ts';
import { plannedNotesOf } from '../../../../../shared/reports/periodic/reportPaper.ts';
import { sealedReportOf, sealHash, sealText } from '../../../../../shared/reports/periodic/sealedReport.ts';
import { sealedReportFromText } from '../../../../../shared/reports/periodic/sealedReportJson.ts';
import { textToPieces } from '../../../../../shared/reports/periodic/sealedText.ts';
import { planAchievement } from '../../../../../shared/reports/planAchievement.ts';
import { centerReplica } from '../../../../support/batch.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { center, reportIn } from './reportedCenter.ts';

const peru = builtInCenterId('PE17');
const annual: ReportRequest = {
  kind: 'annual',
  from: '2026-01-01',
  to: '2026-12-31',
  centerIds: [center],
  asOf: '2027-01-10',
};

/** Five events from April to August, and an approved plan of the year. */
function laptopWithEvents() {
  const laptop = centerReplica('sofialaptop0', 'BG10', 1);
  for (const date of ['2026-04-02', '2026-05-02', '2026-06-02', '2026-07-02', '2026-08-02'])
    laptop.create('event', { center, date, title: { en: date }, kind: 'forum', role: 'host' });
  const plan = laptop.create('plan', { center, year: 2026, version: 1, status: 'approved' });
  const aim = (values: ValuesByType['planLine']) =>
    laptop.create('planLine', { center, plan, indicator: 'events', ...values });
  return { laptop, plan, aim };
}

function eventsIn(laptop: Replica, request: ReportRequest = annual) {
  const figures = reportContent(laptop.records, request).sections[0]?.figures ?? [];
  const events = figures.find(({ key }) => key === 'events');
  if (events === undefined) throw new Error('no figure');
  const own = (language: 'en' | 'ko') => plannedNotesOf([events], language);
  return { events, reached: reachedShare(events), notes: own('en'), notesKo: own('ko') };
}

describe('a target for some quarters of the year', () => {
  it('is compared with what was done in these alone, as the page of the plan does', () => {
    const { laptop, plan, aim } = laptopWithEvents();
    aim({ target: 1, quarter: 'q1' });
    const { events, reached, notes, notesKo } = eventsIn(laptop);
    expect(events).toMatchObject({
      toDate: 5,
      target: 1,
      planned: { toDate: 0, count: 1, all: 4, unit: 'quarters' },
    });
    expect(reached).toBe(0);
    expect(notes).toEqual([
      'Workshops, seminars and other events: reached in the 1 of 4 quarters with a target, 0 of 1.',
    ]);
    expect(notesKo).toEqual([
      '워크숍·세미나 등 행사: 목표가 있는 분기(4개 중 1개)의 실적(0)을 목표(1)와 비교한 달성률입니다.',
    ]);
    const [onPage] = planAchievement(laptop.records, { planId: plan, today: '2027-01-10' });
    expect([onPage?.state, onPage?.share]).toEqual(['missed', reached]);
  });

  it('adds up with those of other quarters, as far as the report looks back', () => {
    const { laptop, aim } = laptopWithEvents();
    aim({ target: 4, quarter: 'q2' });
    aim({ target: 6, quarter: 'q3' });
    expect(eventsIn(laptop).events.planned).toMatchObject({ toDate: 5, count: 2 });
    expect(eventsIn(laptop).reached).toBe(0.5);
    const second = { ...annual, kind: 'quarterly', from: '2026-04-01', to: '2026-06-30' } as const;
    expect(eventsIn(laptop, second).events).toMatchObject({ periodTarget: 4, target: 10 });
    expect(eventsIn(laptop, second).reached).toBe(0.3);
  });

  it('is that of the year once every quarter has one, or the year has one of its own', () => {
    const { laptop, aim } = laptopWithEvents();
    for (const quarter of ['q1', 'q2', 'q3'] as const) aim({ target: 2, quarter });
    expect(eventsIn(laptop).events.planned?.count).toBe(3);
    const last = aim({ target: 4, quarter: 'q4' });
    expect(eventsIn(laptop)).toMatchObject({ reached: 0.5, notes: [] });
    laptop.delete('planLine', last);
    aim({ target: 20 });
    expect(eventsIn(laptop)).toMatchObject({ reached: 0.25, notes: [], events: { target: 20 } });
  });

  it('is compared alike for a figure that does not add up', () => {
    const { laptop, aim } = laptopWithEvents();
    const project = { center, title: { en: 'Portal' }, status: 'done', start: '2026-02-01' } as const;
    laptop.create('project', { ...project, end: '2026-03-20' });
    aim({ indicator: 'runningProjects', target: 2, quarter: 'q2' });
    const figures = reportContent(laptop.records, annual).sections[0]?.figures ?? [];
    expect(figures.find(({ key }) => key === 'runningProjects')).toMatchObject({
      target: 2,
      planned: { toDate: 0, count: 1, all: 4 },
    });
  });

  it('counts by quarters where several centers have targets, of which one plans some quarters', () => {
    const { laptop, aim } = laptopWithEvents();
    aim({ target: 4, quarter: 'q2' });
    const plan = laptop.create('plan', { center: peru, year: 2026, version: 1, status: 'approved' });
    laptop.create('planLine', { center: peru, plan, indicator: 'events', target: 2 });
    const held = { center: peru, date: '2026-02-02', kind: 'forum', role: 'host' } as const;
    laptop.create('event', { ...held, title: { en: 'Lima' } });
    const { events, reached, notes } = eventsIn(laptop, { ...annual, centerIds: [center, peru] });
    expect(events).toMatchObject({ toDate: 6, target: 6 });
    expect(reached).toBe(4 / 6);
    expect(notes).toEqual([
      'Workshops, seminars and other events: reached in the 5 of 8 quarters of all centers with a target, 4 of 6.',
    ]);
  });
});

describe('a report that was sealed when such a target passed for that of the whole year', () => {
  it('holds while nobody changed anything, and the seal of today is read again', () => {
    const { laptop, aim } = laptopWithEvents();
    aim({ target: 1, quarter: 'q1' });
    const report = laptop.create('report', { center, kind: 'annual', from: annual.from, to: annual.to });
    const now = sealedReportOf(laptop.records, reportIn(laptop, report), annual.asOf);
    if (now === null) throw new Error('no seal');
    expect(sealedReportFromText(sealText(now))).toEqual(now);
    const former = {
      ...now,
      sections: now.sections.map((section) => ({
        ...section,
        figures: section.figures.map(({ planned: _none, ...figure }) => figure),
      })),
    };
    expect(sealHash(former)).not.toBe(sealHash(now));
    const [content = ''] = textToPieces(sealText(former));
    const hash = sealHash(former);
    laptop.create('sealPart', { center, report, hash, part: 1, parts: 1, content });
    laptop.edit('report', report, { status: 'submitted', submittedOn: annual.asOf, snapshotHash: hash });
    expect(correctionsOf(laptop.records)).toMatchObject([{ problem: null, differences: [] }]);
    const [event] = recordsOf(laptop.records, 'event');
    if (event === undefined) throw new Error('no event');
    laptop.delete('event', event.id);
    expect(correctionsOf(laptop.records)[0]?.differences).not.toEqual([]);
  });
});
