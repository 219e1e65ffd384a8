import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { differenceLine } from '../../../../../shared/reports/periodic/differenceTexts.ts';
import { reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import { planSubmit } from '../../../../../shared/reports/periodic/reportSteps.ts';
import { overlaySet, replacedSet } from '../../../../../shared/sync/overlay.ts';
import { formatStamp } from '../../../../../shared/sync/stamp.ts';
import { replica } from '../../../../support/centerLaptop.ts';
import type { Replica } from '../../../../support/exchange.ts';
import { center, contextOf } from './reportedCenter.ts';

/** The first quarter of 2026, sealed on 7 April, with work that was under way. */
function sealedQuarter() {
  const laptop = replica('sofialaptop', 1);
  laptop.now = Date.UTC(2026, 2, 30);
  const expert = laptop.create('person', { name: { en: 'Former Person' } });
  const client = laptop.create('organization', { name: { en: 'Ministry' }, type: 'ministry', country: 'BG' });
  const march = laptop.create('consultation', {
    center,
    date: '2026-03-02',
    experts: [expert],
    client,
    topic: 'Registers',
    field: 'strategy',
    mode: 'visit',
    question: 'How?',
    advice: 'Step by step.',
    result: 'none',
  });
  const id = laptop.create('report', {
    center,
    kind: 'quarterly',
    from: '2026-01-01',
    to: '2026-03-31',
    status: 'draft',
  });
  laptop.edit('consultation', march, { nextAction: 'Send the draft', nextActionDue: '2026-04-20' });
  const meeting = laptop.create('meeting', { center, date: '2026-02-10', kind: 'steering' });
  const decision = laptop.create('decision', { center, meeting, text: 'Build it', status: 'open' });
  const project = laptop.create('project', {
    center,
    title: { en: 'Portal' },
    status: 'running',
    start: '2025-05-01',
    responsible: expert,
  });
  laptop.now = Date.UTC(2026, 3, 7, 9);
  const planned = planSubmit(laptop.records, id, contextOf(laptop, 'Head'), laptop.issue);
  if (!planned.ok) throw new Error(planned.error);
  laptop.records = overlaySet(laptop.records, planned.value);
  const successor = laptop.create('person', { name: { en: 'New Person' } });
  return { laptop, march, meeting, decision, project, successor };
}

const at = (laptop: Replica, day: string): void => {
  laptop.now = Date.parse(`${day}T09:00:00Z`);
};
const linesOf = (laptop: Replica, key: 'differences' | 'wentOn'): readonly string[] =>
  (correctionsOf(laptop.records)[0]?.[key] ?? []).map((difference) => differenceLine(difference, 'en'));

describe('a sealed report while work goes on', () => {
  it('holds, and tells apart what went on since', () => {
    const { laptop, march, decision, project, successor } = sealedQuarter();
    expect(linesOf(laptop, 'differences')).toEqual([]);
    at(laptop, '2026-04-15');
    laptop.edit('consultation', march, { nextActionDoneOn: '2026-04-14', nextActionBy: successor });
    at(laptop, '2026-06-20');
    laptop.edit('decision', decision, { status: 'done', doneOn: '2026-06-19', owner: successor });
    at(laptop, '2026-07-10');
    laptop.edit('consultation', march, { result: 'adopted', evidenceNote: 'Letter' });
    at(laptop, '2026-09-30');
    laptop.edit('project', project, {
      status: 'done',
      end: '2026-09-15',
      result: 'It runs.',
      responsible: successor,
    });
    at(laptop, '2026-11-02');
    laptop.create('followUp', { center, title: { en: 'Loan' }, type: 'edcf', stage: 'idea' });
    expect(linesOf(laptop, 'differences')).toEqual([]);
    const since = linesOf(laptop, 'wentOn');
    expect(since).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Consultation · .* · Done on: – → 2026-04-14$/),
        expect.stringMatching(/^Consultation · .* · Who does it: – → New Person$/),
        expect.stringMatching(/^Consultation · .* · Result: No result yet → Adopted$/),
        expect.stringMatching(/^Decision · .* · Status: Open → Done$/),
        expect.stringMatching(/^Decision · .* · Owner: – → New Person$/),
        expect.stringMatching(/^Project · .* · End: – → 2026-09-15$/),
        expect.stringMatching(/^Project · .* · Result: – → It runs\.$/),
        expect.stringMatching(/^Follow-up · Loan.*: Added$/),
      ]),
    );
    expect(since).toHaveLength(12);
  });

  it('does not hold once something of its period was corrected, which stands out', () => {
    const { laptop, march, meeting, decision } = sealedQuarter();
    at(laptop, '2026-06-20');
    laptop.edit('decision', decision, { status: 'done', doneOn: '2026-03-20' });
    laptop.edit('consultation', march, { result: 'adopted', advice: 'Another advice' });
    laptop.create('decision', { center, meeting, text: 'Forgotten', status: 'open' });
    const lines = linesOf(laptop, 'differences');
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Decision · .* · Status: Open → Done$/),
        expect.stringMatching(/^Decision · .* · Done on: – → 2026-03-20$/),
        expect.stringMatching(/^Consultation · .* · Advice: .* → Another advice$/),
        expect.stringMatching(/^Decision · Forgotten.*: Added$/),
      ]),
    );
    expect(lines.join('\n')).not.toContain('Adopted');
    expect(linesOf(laptop, 'wentOn')).toEqual([expect.stringMatching(/ · Result: No result yet → Adopted$/)]);
  });

  it('does not hold where a step back was taken, or an earlier entry arrives later', () => {
    const { laptop, march, project } = sealedQuarter();
    at(laptop, '2026-06-20');
    laptop.edit('project', project, { status: 'approved' });
    expect(linesOf(laptop, 'differences')).toContainEqual(
      expect.stringMatching(/^Project · .* · Status: Running → Approved$/),
    );
    // Entered by a colleague in March, it came here only after the report was sealed.
    laptop.edit('consultation', march, { result: 'adopted' });
    const adopted = laptop.records.find('consultation', march);
    if (adopted === null) throw new Error('no record');
    const result = formatStamp({ wall: Date.UTC(2026, 2, 15), counter: 0, device: laptop.device });
    const record = { ...adopted, stamps: { ...adopted.stamps, result } };
    laptop.records = replacedSet(laptop.records, new Map([[march, record]]));
    expect(linesOf(laptop, 'differences')).toContainEqual(
      expect.stringMatching(/ · Result: No result yet → Adopted$/),
    );
  });
});

describe('a decision in the report of a period', () => {
  const openIn = (laptop: Replica): readonly (readonly [RecordId | undefined, unknown])[] => {
    const { sections } = reportContent(laptop.records, {
      kind: 'quarterly',
      from: '2026-01-01',
      to: '2026-03-31',
      centerIds: [center],
      asOf: '2026-04-07',
    });
    const table = sections.flatMap(({ tables }) => tables).find(({ key }) => key === 'openDecisions');
    return (table?.rows ?? []).map(({ record, cells }) => [record?.id, cells.at(-1)]);
  };

  it('is open where it was done after the period, by its day or by when it was entered', () => {
    const { laptop, decision } = sealedQuarter();
    at(laptop, '2026-04-06');
    expect(openIn(laptop)).toEqual([[decision, { en: 'Open', ko: '이행 전' }]]);
    laptop.edit('decision', decision, { status: 'done', doneOn: '2026-04-05' });
    expect(openIn(laptop)).toEqual([[decision, { en: 'Done after the period', ko: '기간 후 이행 완료' }]]);
    laptop.edit('decision', decision, { doneOn: '2026-03-31' });
    expect(openIn(laptop)).toEqual([]);
    laptop.edit('decision', decision, { status: 'dropped', doneOn: undefined });
    expect(openIn(laptop)).toEqual([[decision, { en: 'Dropped after the period', ko: '기간 후 철회' }]]);
  });

  it('is not open where it was entered as done and nothing says when', () => {
    const { laptop, meeting } = sealedQuarter();
    at(laptop, '2026-05-06');
    const old = laptop.create('decision', { center, meeting, text: 'Of an old list', status: 'done' });
    expect(openIn(laptop).map(([id]) => id)).not.toContain(old);
  });
});
