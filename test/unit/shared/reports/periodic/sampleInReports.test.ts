import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { periodOf } from '../../../../../shared/reports/period.ts';
import {
  consolidatedReport,
  reportsToConsolidate,
} from '../../../../../shared/reports/periodic/consolidatedReport.ts';
import { correctionsOf } from '../../../../../shared/reports/periodic/corrections.ts';
import { reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import { sealedReportOf, sealHash, sealText } from '../../../../../shared/reports/periodic/sealedReport.ts';
import { textToPieces } from '../../../../../shared/reports/periodic/sealedText.ts';
import { submissionConcerns } from '../../../../../shared/reports/periodic/submissionConcerns.ts';
import { settlement } from '../../../../../shared/reports/settlement.ts';
import { sampleProgramme, sampleToday } from '../../../../support/sampleProgramme.ts';
import { center, createSample, laptopWithReport, office, reportIn, submit } from './reportedCenter.ts';

const request = {
  kind: 'quarterly',
  from: '2026-01-01',
  to: '2026-03-31',
  centerIds: [center],
  asOf: '2026-04-07',
} as const;

const consultationsIn = ({ sections }: Pick<ReturnType<typeof reportContent>, 'sections'>) =>
  sections[0]?.figures.find(({ key }) => key === 'consultations')?.value;

/** A real center's laptop with one consultation in the quarter and a sample one beside it. */
function withSample() {
  const made = laptopWithReport();
  const [own] = recordsOf(made.laptop.records, 'consultation');
  if (own === undefined) throw new Error('no consultation');
  const { exceptionReason: _none, ...values } = own.values;
  const sample = createSample(made.laptop, 'consultation', {
    ...values,
    date: '2026-03-09',
    topic: 'SAMPLE',
  });
  createSample(made.laptop, 'budgetEntry', {
    center,
    source: 'korea',
    category: 'travel',
    date: '2026-03-01',
    amount: { amount: 900, currency: 'USD' },
  });
  return { ...made, sample };
}

describe('a report of a center that has work of its own', () => {
  it('tells of no sample, nor does its seal, nor the settlement', () => {
    const { laptop, id, sample } = withSample();
    const content = reportContent(laptop.records, request);
    expect(consultationsIn(content)).toBe(1);
    expect(content.samples).toBe('leftOut');
    expect(JSON.stringify(content.sections)).not.toContain('SAMPLE');
    const sealed = sealedReportOf(laptop.records, reportIn(laptop, id), '2026-04-07');
    expect(sealed).toMatchObject({ format: 4 });
    expect(sealed).not.toHaveProperty('sample');
    expect(sealed?.records.map(({ id: told }) => told)).not.toContain(sample);
    const settled = settlement(laptop.records, { centerId: center, period: periodOf('year', '2026-01-01') });
    expect([settled?.entries.length, settled?.samples]).toEqual([0, 'leftOut']);
  });

  it('holds its seal while samples come and go', () => {
    const { laptop, id } = withSample();
    submit(laptop, id);
    const [own] = recordsOf(laptop.records, 'consultation').filter(({ sample }) => !sample);
    createSample(laptop, 'consultation', { ...own?.values, date: '2026-03-10' });
    expect(correctionsOf(laptop.records)).toMatchObject([{ differences: [], includesSample: false }]);
  });
});

describe('a report that was sealed with samples before seals said so', () => {
  it('holds, since it is compared by the rules of its time, and is called what it is', () => {
    const { laptop, id, sample } = withSample();
    const now = sealedReportOf(laptop.records, reportIn(laptop, id), '2026-04-07', {
      includeSample: true,
      rules: 'second',
    });
    if (now === null) throw new Error('no seal');
    const { sample: _unsaid, ...rest } = now;
    const sealed = { ...rest, format: 2 } as const;
    const hash = sealHash(sealed);
    const [content = '', ...more] = textToPieces(sealText(sealed));
    expect(more).toEqual([]);
    laptop.create('sealPart', { center, report: id, hash, part: 1, parts: 1, content });
    laptop.edit('report', id, { status: 'submitted', submittedOn: '2026-04-07', snapshotHash: hash });
    expect(correctionsOf(laptop.records)).toMatchObject([{ differences: [], includesSample: true }]);
    laptop.delete('consultation', sample);
    expect(correctionsOf(laptop.records)[0]?.differences.map(({ how }) => how)).toContain('removed');
  });
});

describe('a report of a center that has samples alone', () => {
  function samplesOnly() {
    const { laptop, id } = withSample();
    const own = recordsOf(laptop.records, 'consultation').filter(({ sample }) => !sample);
    for (const type of ['consultation', 'training', 'event', 'project', 'assignment'] as const)
      for (const record of recordsOf(laptop.records, type))
        if (!record.sample) laptop.delete(type, record.id);
    return { laptop, id, own };
  }

  it('tells of them, and says so to whoever submits it, in its seal and on its paper', () => {
    const { laptop, id, own } = samplesOnly();
    expect(reportContent(laptop.records, request).samples).toBe('told');
    const concerns = submissionConcerns(laptop.records, reportIn(laptop, id), {
      today: '2026-04-07',
      items: [],
    });
    expect(concerns.tellsOfSample).toBe(true);
    submit(laptop, id);
    expect(correctionsOf(laptop.records)).toMatchObject([
      { includesSample: true, sealed: { sample: true }, differences: [] },
    ]);
    // What is entered later is compared with as the seal was made, samples among it.
    const [first] = own;
    laptop.create('consultation', { ...first?.values, date: '2026-03-20' });
    const differences = correctionsOf(laptop.records)[0]?.differences ?? [];
    expect(differences.filter(({ how }) => how === 'removed')).toEqual([]);
    expect(differences.filter(({ how }) => how === 'added')).toHaveLength(1);
  });
});

describe('the consolidated report', () => {
  const { set } = sampleProgramme();
  const quarter = { kind: 'quarterly', from: '2026-07-01', to: '2026-09-30', today: sampleToday } as const;

  it('tells of the sample while there is nothing else, and says so', () => {
    const rows = reportsToConsolidate(set, quarter);
    const paper = consolidatedReport(set, quarter, rows, rows);
    expect(paper?.includesSample).toBe(true);
    expect(rows).toHaveLength(8);
    expect(rows.some(({ entry }) => entry?.report?.sample === true)).toBe(true);
  });

  it('tells of no sample, no sample center and no sample’s words once a center has work of its own', () => {
    const there = office();
    there.records = set;
    there.create('event', {
      center,
      date: '2026-08-01',
      title: { en: 'Forum' },
      kind: 'forum',
      role: 'host',
    });
    const rows = reportsToConsolidate(there.records, quarter);
    expect(rows).toHaveLength(6);
    expect(rows.flatMap(({ entry }) => entry?.report ?? [])).toEqual([]);
    const paper = consolidatedReport(there.records, quarter, rows, rows);
    expect(paper?.includesSample).toBe(false);
    expect(paper?.sections[0]?.figures.find(({ key }) => key === 'events')?.value).toBe(1);
    expect(consultationsIn({ sections: paper?.sections ?? [] })).toBe(0);
    expect(paper?.voices.map(({ texts }) => texts)).toEqual(rows.map(() => ({})));
  });
});
