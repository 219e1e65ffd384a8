import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { lookupOf, recordSetOf } from '../../../../shared/records/recordSet.ts';
import {
  definitionOf,
  type RecordType,
  recordDefinitions,
  type ValuesByType,
} from '../../../../shared/records/registry.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import { validateRecord } from '../../../../shared/schema/validate.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { recordSetArbitrary, storedRecordOf, valuesArbitrary } from '../../../support/recordGenerators.ts';
import { broken, centerId, idOf, other, otherCenterId, ownId, today } from './brokenRules.ts';

const personId = idOf('person');
const projectId = idOf('project');

describe('an end before its start', () => {
  it('is an error wherever there is a start and an end', () => {
    const [start, end] = ['2026-05-02', '2026-05-01'];
    expect(broken('project', { start, end })).toContain('error END_BEFORE_START');
    expect(broken('training', { start, end })).toContain('error END_BEFORE_START');
    expect(broken('event', { date: start, endDate: end })).toContain('error END_BEFORE_START');
    expect(broken('assignment', { start, end })).toContain('error END_BEFORE_START');
    expect(broken('center', { operationStart: start, operationEnd: end })).toContain(
      'error END_BEFORE_START',
    );
    expect(broken('training', { start, end: start })).toEqual([]);
    expect(broken('training', { end })).toEqual([]);
  });
});

describe('a center', () => {
  const cases: readonly [string, ValuesByType['center'], readonly string[]][] = [
    [
      'whose extension ends too early',
      { operationEnd: '2026-12-31', extendedUntil: '2026-06-30', extensions: 'x' },
      ['error EXTENSION_BEFORE_END'],
    ],
    ['whose extension is not explained', { extendedUntil: '2027-06-30' }, ['warning EXTENSION_UNEXPLAINED']],
    [
      'that opened before the MoU',
      { mouSignedOn: '2024-02-01', openedOn: '2024-01-01' },
      ['warning OPENED_BEFORE_MOU'],
    ],
    [
      'whose opening year is another',
      { since: 2023, openedOn: '2024-01-01' },
      ['warning OPENING_YEAR_DIFFERS'],
    ],
    ['that operates without dates', { status: 'operating' }, ['warning OPERATION_DATES_MISSING']],
    [
      'whose partner agreed to an unknown amount',
      { partnerBudgetStatus: 'agreed' },
      ['warning PARTNER_BUDGET_MISSING'],
    ],
    ['whose partner’s amount is to be discussed', { partnerBudgetStatus: 'toBeDiscussed' }, []],
    ['with half of its coordinates', { latitude: 42.7 }, ['warning COORDINATES_INCOMPLETE']],
    ['with both coordinates', { latitude: 42.7, longitude: 23.3 }, []],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('center', values)).toEqual(expected);
  });

  it('does not operate any more once its closing is done', () => {
    const closing = (values: ValuesByType['milestone']) =>
      other('milestone', 'closing', { center: ownId, kind: 'closing', doneOn: '2026-03-31', ...values });
    const period = { operationStart: '2024-01-01', operationEnd: '2026-12-31' };
    const codes = (status: ValuesByType['center']['status'], own: ValuesByType['milestone']) =>
      broken('center', { ...period, status }, [closing(own)]);
    for (const status of ['selection', 'opening', 'operating', 'extended'] as const) {
      expect(codes(status, { status: 'done' })).toEqual(['warning CLOSED_BUT_OPERATING']);
      expect(codes(status, { status: 'postponed' })).toEqual([]);
      expect(codes(status, { status: 'done', center: otherCenterId })).toEqual([]);
    }
    for (const status of ['closed', 'followUp', 'unconfirmed'] as const) {
      expect(codes(status, { status: 'done' })).toEqual([]);
    }
  });

  it('shares its code with no other', () => {
    const other = storedRecordOf('center', otherCenterId, { code: 'BG10' });
    expect(broken('center', { code: 'BG10' }, [other])).toEqual(['warning CODE_TAKEN']);
    expect(broken('center', { code: 'BG20' }, [other])).toEqual([]);
    expect(broken('center', { code: 'BG10' }, [storedRecordOf('center', ownId, { code: 'BG10' })])).toEqual(
      [],
    );
  });
});

describe('a milestone', () => {
  const cases: readonly [string, ValuesByType['milestone'], readonly string[]][] = [
    ['done needs its day', { status: 'done', evidenceNote: 'x' }, ['error DONE_NEEDS_DATE']],
    ['done asks for evidence', { status: 'done', doneOn: '2026-01-01' }, ['warning EVIDENCE_MISSING']],
    ['done with evidence is fine', { status: 'done', doneOn: '2026-01-01', evidenceNote: 'Folder 3' }, []],
    [
      'cannot be done tomorrow',
      { status: 'done', doneOn: '2026-11-24', evidenceNote: 'x' },
      ['warning DATE_IN_FUTURE'],
    ],
    ['with a day is done', { status: 'postponed', doneOn: '2026-01-01' }, ['warning DATE_BUT_NOT_DONE']],
    ['planned needs a day', { status: 'planned' }, ['warning PLANNED_WITHOUT_DATE']],
    ['cancelled needs nothing', { status: 'cancelled' }, []],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('milestone', values)).toEqual(expected);
  });
});

describe('evidence', () => {
  const photo = other('evidence', 'photo', { kind: 'photo' });
  const evidenceFiles = [photo.id];
  const asked: readonly (readonly [RecordType, AnyValues])[] = [
    ['milestone', { status: 'done', doneOn: today }],
    ['deliverable', { due: today, doneOn: today }],
    ['consultation', { result: 'adopted' }],
  ];
  it.each(asked)('of a %s counts while its record is there', (type, values) => {
    const codes = (more: AnyValues, ...others: readonly StoredRecord[]) =>
      broken(type, { ...values, ...more }, others).filter((code) => code.endsWith('EVIDENCE_MISSING'));
    expect(codes({ evidenceFiles }, photo)).toEqual([]);
    expect(codes({ evidenceFiles }, { ...photo, deleted: true })).toEqual(['warning EVIDENCE_MISSING']);
    expect(codes({ evidenceFiles })).toEqual(['warning EVIDENCE_MISSING']);
    expect(codes({ evidenceFiles, evidenceNote: 'Folder 3' })).toEqual([]);
  });
});

describe('a consultation', () => {
  const cases: readonly [string, ValuesByType['consultation'], readonly string[]][] = [
    ['adopted asks for evidence', { result: 'adopted' }, ['warning EVIDENCE_MISSING']],
    ['adopted with evidence is fine', { result: 'adopted', evidenceNote: 'Letter 12' }, []],
    ['planned asks for none', { result: 'planned' }, []],
    ['is not in the future', { date: '2026-11-24' }, ['warning DATE_IN_FUTURE']],
    ['may be today', { date: today }, []],
    ['dates its next action', { nextAction: 'Send plan' }, ['warning NEXT_ACTION_UNDATED']],
    ['needs no due date for what is done', { nextAction: 'Send plan', nextActionDoneOn: today }, []],
    ['names the action that is due', { nextActionDue: today }, ['warning NEXT_ACTION_MISSING']],
    [
      'is followed by its action, not preceded',
      { date: '2026-05-02', nextAction: 'Send', nextActionDue: '2026-05-01' },
      ['warning NEXT_ACTION_TOO_EARLY'],
    ],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('consultation', values)).toEqual(expected);
  });

  it('belongs to a project of its own center', () => {
    const project = storedRecordOf('project', projectId, { center: otherCenterId });
    const values = { center: centerId, project: projectId };
    expect(broken('consultation', values, [project])).toEqual(['warning PROJECT_OF_OTHER_CENTER']);
    expect(broken('consultation', { center: otherCenterId, project: projectId }, [project])).toEqual([]);
    expect(broken('consultation', values, [])).toEqual([]);
  });
});

describe('a training or an event', () => {
  const nobody = { female: 0, male: 0, other: 0, undisclosed: 0 };

  it('that has taken place was attended by somebody', () => {
    expect(broken('training', { start: today, end: today, attendance: nobody })).toEqual([
      'warning NOBODY_ATTENDED',
    ]);
    expect(broken('event', { date: today, attendance: nobody })).toEqual(['warning NOBODY_ATTENDED']);
    expect(broken('event', { date: today, attendance: { ...nobody, undisclosed: 1 } })).toEqual([]);
    expect(broken('event', { date: '2026-11-24', attendance: nobody })).toEqual([]);
  });

  it('has no more hours than its days', () => {
    expect(broken('training', { start: today, end: today, hours: 24 })).toEqual([]);
    expect(broken('training', { start: today, end: today, hours: 25 })).toEqual([
      'warning HOURS_EXCEED_DAYS',
    ]);
  });

  it('is rated from 1 to 5', () => {
    const codesOf = (satisfaction: number) =>
      validateRecord(definitionOf('training'), { satisfaction }, lookupOf(recordSetOf([]), today), null)
        .filter(({ field }) => field === 'satisfaction')
        .map(({ code }) => code);
    expect([0.9, 1, 5, 5.1].map(codesOf)).toEqual([['TOO_SMALL'], [], [], ['TOO_LARGE']]);
  });
});

describe('a project', () => {
  const decisionException = 'Begun before the committee was formed';
  const cases: readonly [string, ValuesByType['project'], readonly string[]][] = [
    ['that runs has a start', { status: 'running', decisionException }, ['warning START_MISSING']],
    ['that is proposed needs none', { status: 'proposed' }, []],
    [
      'does not run past its end',
      { status: 'running', start: '2026-01-01', end: '2026-11-22', decisionException },
      ['warning RUNNING_PAST_END'],
    ],
    [
      'may run on its last day',
      { status: 'running', start: '2026-01-01', end: today, decisionException },
      [],
    ],
    [
      'that is done has a result',
      { status: 'done', start: '2026-01-01', end: '2026-06-30', decisionException },
      ['warning RESULT_MISSING'],
    ],
    [
      'that is done says its last day',
      { status: 'done', start: '2026-01-01', result: 'A law', decisionException },
      ['warning END_MISSING'],
    ],
    ['that was cancelled says its last day', { status: 'cancelled' }, ['warning END_MISSING']],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('project', values)).toEqual(expected);
  });
});

describe('a person', () => {
  it('agrees to keeping contact data', () => {
    expect(broken('person', { email: 'a@b.example' })).toEqual(['warning CONSENT_MISSING']);
    expect(broken('person', { phone: '+359', consent: false })).toEqual(['warning CONSENT_MISSING']);
    expect(broken('person', { email: 'a@b.example', consent: true })).toEqual([]);
    expect(broken('person', { email: 'at home', consent: true })).toEqual(['warning EMAIL_SHAPE']);
    expect(broken('person', {})).toEqual([]);
  });
});

describe('assignments of one person', () => {
  const served = (start: string, end: string | undefined, center = otherCenterId) =>
    storedRecordOf('assignment', derivedRecordId('test', 'served'), {
      center,
      person: personId,
      start,
      ...(end === undefined ? {} : { end }),
    });
  const overlaps = (start: string, end: string | undefined, other: StoredRecord) =>
    broken('assignment', { center: centerId, person: personId, start, end }, [other]).includes(
      'error ASSIGNMENTS_OVERLAP',
    );

  it('do not overlap, at whatever centers', () => {
    const march = served('2026-03-01', '2026-03-31');
    expect(overlaps('2026-03-31', '2026-04-30', march)).toBe(true);
    expect(overlaps('2026-02-01', '2026-03-01', march)).toBe(true);
    expect(overlaps('2026-03-10', '2026-03-11', march)).toBe(true);
    expect(overlaps('2026-01-01', undefined, march)).toBe(true);
    expect(overlaps('2026-04-01', undefined, march)).toBe(false);
    expect(overlaps('2026-02-01', '2026-02-28', march)).toBe(false);
    expect(overlaps('2027-01-01', '2027-01-31', served('2026-03-01', undefined))).toBe(true);
    expect(overlaps('2026-03-10', undefined, served('2026-03-01', '2026-03-31', centerId))).toBe(true);
  });

  it('do not overlap with themselves', () => {
    const itself = storedRecordOf('assignment', ownId, { person: personId, start: '2026-03-01' });
    expect(broken('assignment', { person: personId, start: '2026-03-01' }, [itself])).toEqual([]);
  });

  it('have no more days of leave than of service', () => {
    const [start, end] = ['2026-03-01', '2026-03-10'];
    expect(broken('assignment', { start, end, leaveDays: 10 })).toEqual([]);
    expect(broken('assignment', { start, end, leaveDays: 11 })).toEqual(['warning LEAVE_EXCEEDS_TIME']);
  });
});

describe('the phase of a center', () => {
  it('is taken once in a country; without one it is the first', () => {
    const other = storedRecordOf('center', otherCenterId, { country: 'VN', code: 'VN11', phase: 1 });
    const codes = (values: ValuesByType['center']) =>
      broken('center', { code: 'VN21', ...values }, [other]).filter((code) => code.includes('PHASE'));
    expect(codes({ country: 'VN', phase: 1 })).toEqual(['warning PHASE_TAKEN']);
    expect(codes({ country: 'VN' })).toEqual(['warning PHASE_TAKEN']);
    expect(codes({ country: 'VN', phase: 2 })).toEqual([]);
    expect(codes({ country: 'BG', phase: 1 })).toEqual([]);
  });
});

describe('all rules', () => {
  it.each(recordDefinitions)('of $type judge nothing by records that are not there', (definition) => {
    const nothing = lookupOf(recordSetOf([]), today);
    const aboutOthers = new Set([
      'OUTSIDE_OPERATION',
      'CLOSED_BUT_OPERATING',
      'FINAL_AFTER_OPERATION',
      'CODE_TAKEN',
      'PHASE_TAKEN',
      'IN_PUBLISHED_FIGURE',
      'ASSIGNMENTS_OVERLAP',
      'FIGURE_TWICE',
      'FIGURE_INCLUDES_RECORDS',
      'FIGURE_TOO_SMALL',
      'PROJECT_OF_OTHER_CENTER',
    ]);
    fc.assert(
      fc.property(valuesArbitrary(definition), (values) => {
        const hits = definition.rules.filter((rule) => rule.broken(values, nothing, ownId) !== false);
        expect(hits.filter(({ code }) => aboutOthers.has(code))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('that are errors by other records say so, so that imports can take them for warnings', () => {
    fc.assert(
      fc.property(recordSetArbitrary(3), (set) => {
        const [full, empty] = [lookupOf(set, today), lookupOf(recordSetOf([]), today)];
        for (const definition of recordDefinitions) {
          const own = definition.rules.filter(
            ({ level, acrossRecords }) => level === 'error' && acrossRecords !== true,
          );
          for (const { id, values } of set.all(definition.type)) {
            for (const rule of own) {
              expect([rule.code, rule.broken(values, full, id)]).toEqual([
                rule.code,
                rule.broken(values, empty, id),
              ]);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    const itself = storedRecordOf('assignment', ownId, { person: personId, start: '2026-03-01' });
    const other = storedRecordOf('assignment', projectId, { person: personId, start: '2026-03-01' });
    const lookup = lookupOf(recordSetOf([itself, other]), today);
    const [overlap] = validateRecord(definitionOf('assignment'), itself.values, lookup, ownId).filter(
      ({ code }) => code === 'ASSIGNMENTS_OVERLAP',
    );
    expect(overlap).toMatchObject({ level: 'error', acrossRecords: true });
  });

  it('that are errors do not depend on the day on which they are asked', () => {
    fc.assert(
      fc.property(recordSetArbitrary(2), (set) => {
        const errorsOn = (day: string) => {
          const lookup = lookupOf(set, day);
          return recordDefinitions.flatMap((definition) =>
            set.all(definition.type).flatMap(({ id, values }) =>
              definition.rules
                .filter(({ level }) => level === 'error')
                .filter((rule) => rule.broken(values, lookup, id) !== false)
                .map(({ code }) => `${id} ${code}`),
            ),
          );
        };
        expect(errorsOn('1990-01-01')).toEqual(errorsOn('2090-01-01'));
      }),
      { numRuns: 30 },
    );
  });
});
