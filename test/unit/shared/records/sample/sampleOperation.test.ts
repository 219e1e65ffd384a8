import { describe, expect, it } from 'vitest';
import type { DeviceId, RecordId } from '../../../../../shared/core/ids.ts';
import { builtInChanges } from '../../../../../shared/records/builtIn.ts';
import { recordSetOf } from '../../../../../shared/records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../../../../shared/records/recordsOf.ts';
import { definitionOf, type RecordType } from '../../../../../shared/records/registry.ts';
import { generateSample, type SampleCenter } from '../../../../../shared/records/sample/generateSample.ts';
import type { SampleExtentName } from '../../../../../shared/records/sample/sampleExtent.ts';
import { contributions } from '../../../../../shared/reports/contributions.ts';
import { dataQuality } from '../../../../../shared/reports/dataQuality.ts';
import { reportCalendar } from '../../../../../shared/reports/periodic/reportCalendar.ts';
import { setUpSteps, stageOf } from '../../../../../shared/reports/setUpSteps.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { exportDocument } from '../../../../../shared/workbook/exportWorkbook.ts';
import { testStamp } from '../../../../support/recordGenerators.ts';
import { recordsFromChanges } from '../../../../support/recordsFromChanges.ts';

const today = '2026-11-23';
const builtIn = recordsFromChanges(builtInChanges());
const programme: readonly SampleCenter[] = recordsOf(recordSetOf(builtIn), 'center').flatMap(
  ({ id, values: { country, since } }) =>
    country === undefined || since === undefined ? [] : [{ id, country, since }],
);
const idOf = (country: string): RecordId | undefined =>
  programme.find((center) => center.country === country)?.id;

function sampleOf(extent: SampleExtentName, seed = 'a', centers = programme) {
  const changes = generateSample({ seed, today, centers, extent }).flatMap(({ type, id, values }) =>
    planCreate(definitionOf(type), values, { id, by: 'Sample', at: 1, sample: true }, () => testStamp(1)),
  );
  const set = recordSetOf([...builtIn, ...recordsFromChanges(changes)]);
  return {
    set,
    of: <Type extends RecordType>(type: Type, center?: RecordId): readonly RecordOf<Type>[] =>
      recordsOf(set, type).filter(
        ({ sample, centerId }) => sample && (center === undefined || centerId === center),
      ),
  };
}

const stages = ['selection', 'opening', 'operation', 'afterClosure'];
const cases = [
  ['tour', 'a'],
  ['full', 'a'],
  ['full', 'b'],
] as const;

describe('the people of the sample', () => {
  it.each(cases)(
    'are dispatched on every day on which they advise, teach or meet (%s, %s)',
    (extent, seed) => {
      const { of } = sampleOf(extent, seed);
      const services = of('assignment').filter(({ values }) => values.role !== 'localStaff');
      const dispatched = new Set(services.map(({ values }) => values.person));
      const isThere = (person: RecordId, center: RecordId | null, first = '', last = first): boolean =>
        services.some(
          ({ centerId, values: { person: who, start = '', end = '9999' } }) =>
            who === person && centerId === center && start <= first && last <= end,
        );
      const consultations = of('consultation');
      expect(consultations.length).toBeGreaterThan(100);
      for (const { centerId, values } of consultations) {
        expect(values.experts?.length).toBeGreaterThan(0);
        for (const expert of values.experts ?? []) expect(isThere(expert, centerId, values.date)).toBe(true);
      }
      for (const { centerId, values } of of('training')) {
        for (const trainer of values.trainers ?? []) {
          expect(isThere(trainer, centerId, values.start, values.end)).toBe(true);
        }
      }
      for (const { centerId, values } of of('meeting')) {
        const koreans = (values.attendees ?? []).filter((person) => dispatched.has(person));
        expect(koreans.length).toBeGreaterThan(0);
        for (const person of koreans) expect(isThere(person, centerId, values.date)).toBe(true);
      }
    },
  );

  it('go in both directions, to hosts of the other side, and nobody is in two places', () => {
    const { set, of } = sampleOf('full');
    const countryOf = (host: RecordId | undefined): unknown =>
      host === undefined ? null : set.find('organization', host)?.values.country;
    const hosts = (direction: string) =>
      of('exchange')
        .filter(({ values }) => values.direction === direction)
        .map(({ values }) => countryOf(values.host));
    expect(hosts('partnerToKorea').length).toBeGreaterThan(10);
    expect(new Set(hosts('partnerToKorea'))).toEqual(new Set(['KR']));
    expect(hosts('koreaToPartner').length).toBeGreaterThan(10);
    expect(hosts('koreaToPartner')).not.toContain('KR');
    const codes = dataQuality(set, { today }).map(({ type, finding }) => `${type} ${finding.code}`);
    expect(codes.filter((code) => /^(exchange|assignment) /.test(code))).toEqual([]);
  });
});

describe('the centers that the sample brings', () => {
  const ownOf = (extent: SampleExtentName, seed?: string) => {
    const { set, of } = sampleOf(extent, seed);
    const centers = of('center').toSorted((a, b) => (a.values.since ?? 0) - (b.values.since ?? 0));
    return { set, of, centers };
  };

  it('are later ones where a center closed: one at work, and in full one extended, closed and followed up', () => {
    const facts = (extent: SampleExtentName) =>
      ownOf(extent).centers.map(({ values: { country, phase, code, status } }) => ({
        country,
        phase,
        code,
        status,
      }));
    const atWork = { country: 'VN', phase: 2, code: 'VN26-SAMPLE', status: 'operating' };
    expect(facts('tour')).toEqual([atWork]);
    expect(facts('full')).toEqual([
      { country: 'UZ', phase: 2, code: 'UZ19-SAMPLE', status: 'followUp' },
      atWork,
    ]);
  });

  it.each(cases)('have a period, a stage, an MoU, money and reports in time (%s, %s)', (extent, seed) => {
    const { set, centers } = ownOf(extent, seed);
    for (const center of centers) {
      const { mouSignedOn = '', openedOn = '', operationStart = '', operationEnd = '' } = center.values;
      expect([mouSignedOn, openedOn, operationStart, operationEnd].every((day) => day !== '')).toBe(true);
      expect(mouSignedOn < openedOn && openedOn <= operationStart).toBe(true);
      const present = stageOf(center);
      expect(present).not.toBeNull();
      const missing = setUpSteps(center, set, today)
        .filter(({ stage }) => stages.indexOf(stage) <= stages.indexOf(present ?? 'selection'))
        .flatMap(({ steps }) => steps.filter(({ isMet }) => !isMet).map(({ key }) => key));
      // Of the one at work the closing lies ahead.
      expect(missing).toEqual(present === 'operation' ? ['closing'] : []);
      const states = (contributions(set, center.id) ?? []).map(({ source, state }) => `${source} ${state}`);
      expect(states).toEqual(['korea agreed', 'partner agreed', 'oda none']);
      const calendar = [2025, 2026].flatMap((year) =>
        reportCalendar(set, { centerId: center.id, year, today }),
      );
      expect(calendar.map(({ state }) => state)).not.toContain('unplanned');
      expect(calendar.filter(({ state }) => state === 'late').length).toBeLessThan(2);
    }
    const codes = dataQuality(set, { today }).flatMap(({ id, finding }) =>
      set.find('center', id)?.sample === true ? finding.code : [],
    );
    expect(codes.filter((code) => !code.startsWith('STEP'))).toEqual([]);
    expect(dataQuality(set, { today }).map(({ finding }) => finding.code)).not.toContain('OUTSIDE_OPERATION');
  });

  it('leave every real center as it was', () => {
    const { set } = sampleOf('full');
    for (const before of builtIn) expect(set.find(before.type, before.id)).toEqual(before);
  });

  it('are in no entry form that is sent out', () => {
    const { set } = sampleOf('tour');
    const rows = exportDocument(set, {
      language: 'en',
      scope: { kind: 'all' },
      centerId: null,
      redact: false,
      template: true,
      workbookId: 'w',
      device: 'device1' as DeviceId,
      exportStamp: testStamp(9),
      seen: {},
      by: '',
      at: 1,
      timeZone: 'UTC',
    });
    expect(JSON.stringify(rows)).toContain('BG10');
    expect(JSON.stringify(rows)).not.toContain('VN26-SAMPLE');
  });
});

describe('the centers of the sample', () => {
  it('stand at different points: two are closed and handed over, one was extended, three are at work', () => {
    const { of } = sampleOf('full');
    const done = (country: string) =>
      of('milestone', idOf(country))
        .filter(({ values }) => values.status === 'done')
        .map(({ values }) => values.kind);
    for (const country of ['VN', 'UZ']) {
      expect(done(country)).toEqual(
        expect.arrayContaining(['opening', 'midTermReview', 'closing', 'handover']),
      );
      expect(of('followUp', idOf(country)).length).toBeGreaterThan(0);
    }
    for (const country of ['BG', 'ID', 'PE', 'KE']) expect(done(country)).not.toContain('closing');
    const extendedLate = of('milestone', idOf('BG')).filter(
      ({ values }) => values.kind === 'extension' && (values.doneOn ?? '') > '2025-11-23',
    );
    expect(extendedLate).toHaveLength(1);
  });

  it.each(cases)('do nothing outside their operating years (%s, %s)', (extent, seed) => {
    const { of } = sampleOf(extent, seed);
    for (const { id } of programme) {
      const head = of('assignment', id).find(({ values }) => values.role === 'head')?.values;
      const first = head?.start ?? '';
      const last = [head?.end ?? '', today].toSorted()[0] ?? '';
      const days = [
        ...of('consultation', id).map(({ values }) => values.date),
        ...of('training', id).flatMap(({ values }) => [values.start, values.end]),
        ...of('event', id).flatMap(({ values }) => [values.date, values.endDate ?? values.date]),
        ...of('meeting', id).map(({ values }) => values.date),
        ...of('budgetEntry', id).map(({ values }) => values.date),
        ...of('exchange', id).map(({ values }) => values.start),
        ...of('project', id).map(({ values }) => values.start),
      ];
      expect(days.length).toBeGreaterThan(10);
      expect(days.filter((day = '') => day < first || day > last)).toEqual([]);
    }
    // The closed ones kept to the three years after the published opening.
    expect(of('consultation', idOf('VN')).every(({ values: { date = '' } }) => date < '2014-04')).toBe(true);
    expect(of('consultation', idOf('UZ')).every(({ values: { date = '' } }) => date < '2016-04')).toBe(true);
  });

  it('are at work when they stand alone, whatever year they opened in', () => {
    const { of } = sampleOf(
      'tour',
      'a',
      programme.filter(({ country }) => country === 'VN'),
    );
    const recent = of('consultation').filter(({ values: { date = '' } }) => date > '2026-05-23');
    expect(recent.length).toBeGreaterThan(5);
  });

  it('keep to an operating period that people entered', () => {
    const own = programme.flatMap((center) =>
      center.country === 'KE' ? [{ ...center, start: '2022-05-01', end: '2024-04-30' }] : [],
    );
    const { of } = sampleOf('tour', 'a', own);
    const dates = of('consultation').flatMap(({ values }) => values.date ?? []);
    expect(dates.length).toBeGreaterThan(5);
    expect(dates.filter((date) => date < '2022-05-01' || date > '2024-04-30')).toEqual([]);
  });

  it.each(['tour', 'full'] as const)('report in every kind and stand at every state (%s)', (extent) => {
    const { of } = sampleOf(extent);
    const reports = of('report').map(({ values }) => values);
    expect(new Set(reports.map(({ kind }) => kind))).toEqual(
      new Set(['monthly', 'quarterly', 'annual', 'final']),
    );
    expect(new Set(reports.map(({ status }) => status))).toEqual(
      new Set(['draft', 'submitted', 'returned', 'accepted']),
    );
    const published = new Set<unknown>(programme.map(({ id }) => id));
    const final = of('report').filter(
      ({ centerId, values }) => values.kind === 'final' && published.has(centerId),
    );
    expect(new Set(final.map(({ centerId }) => centerId))).toEqual(new Set([idOf('VN'), idOf('UZ')]));
  });
});
