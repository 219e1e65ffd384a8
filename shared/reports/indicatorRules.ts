import type { IsoDate } from '../core/dates.ts';
import { indicatorNames } from '../records/indicatorNames.ts';
import type { RecordOf } from '../records/recordsOf.ts';
import type { RecordType } from '../records/registry.ts';
import { attendanceParts, attendanceTotal } from '../schema/codecs/attendance.ts';
import type { Attendance } from '../schema/fieldSpec.ts';
import type { Indicator, IndicatorInput, IndicatorValue, RecordRef } from './indicators.ts';
import { isInPeriod, overlapsPeriod, type Period, periodUntil } from './period.ts';
import { monthsBetween } from './personMonths.ts';
import { projectEnd } from './stateHistory.ts';

interface IndicatorRule extends Pick<Indicator, 'key' | 'label' | 'method' | 'unit' | 'format'> {
  compute(input: IndicatorInput): IndicatorValue;
}

const persons = { en: 'persons', ko: '명' };

const traineeKeys = {
  female: 'traineesFemale',
  male: 'traineesMale',
  other: 'traineesOther',
  undisclosed: 'traineesUndisclosed',
} as const;

/** Every indicator, in the order of reports. */
export const indicatorRules: readonly IndicatorRule[] = [
  {
    key: 'consultations',
    label: indicatorNames.consultations,
    method: {
      en: 'Consultations of the period until today.',
      ko: '기간 중 오늘까지 이루어진 컨설팅의 건수입니다.',
    },
    unit: null,
    format: 'integer',
    compute: (input) => count('consultation', consultationsIn(input)),
  },
  {
    key: 'adoptionRate',
    label: indicatorNames.adoptionRate,
    method: {
      en: 'Share of the period’s consultations whose result is “Adopted”.',
      ko: '기간 안의 컨설팅 가운데 ‘반영 완료’된 비율입니다.',
    },
    unit: null,
    format: 'percent',
    compute: (input) => {
      const records = consultationsIn(input);
      const adopted = records.filter(({ values }) => values.result === 'adopted').length;
      return computed('consultation', records, records.length === 0 ? null : adopted / records.length);
    },
  },
  {
    key: 'consultationHours',
    label: indicatorNames.consultationHours,
    method: { en: 'Hours of the period’s consultations.', ko: '기간 안의 컨설팅에 쓴 시간의 합계입니다.' },
    unit: { en: 'h', ko: '시간' },
    format: 'decimal',
    compute: (input) => {
      const timed = consultationsIn(input).filter(({ values }) => values.hours !== undefined);
      return computed('consultation', timed, sum(timed.map(({ values }) => values.hours ?? 0)));
    },
  },
  {
    key: 'runningProjects',
    label: indicatorNames.runningProjects,
    method: {
      en: 'Projects that are running or done and were under way on at least one day of the period until today; one that is done and says no end counts until the day on which that was entered.',
      ko: '진행 중이거나 완료된 과제 가운데 기간 중 오늘까지 하루 이상 진행된 과제의 수입니다. 종료일이 없는 완료 과제는 완료로 입력한 날까지 집계합니다.',
    },
    unit: null,
    format: 'integer',
    compute: ({ projects, period, endsWithoutDay }) =>
      count(
        'project',
        projects.filter((project) => wasUnderWay(project, period, endsWithoutDay)),
      ),
  },
  {
    key: 'trainings',
    label: indicatorNames.trainings,
    method: {
      en: 'Trainings that began in the period until today.',
      ko: '기간 중 오늘까지 시작된 연수·교육의 횟수입니다.',
    },
    unit: null,
    format: 'integer',
    compute: (input) => count('training', trainingsIn(input)),
  },
  {
    key: 'trainees',
    label: indicatorNames.trainees,
    method: { en: 'Participants of these trainings.', ko: '해당 연수·교육에 참가한 인원입니다.' },
    unit: persons,
    format: 'integer',
    compute: (input) => trainees(input, attendanceTotal),
  },
  ...attendanceParts.map(
    (part): IndicatorRule => ({
      key: traineeKeys[part],
      label: indicatorNames[traineeKeys[part]],
      method: {
        en: 'Participants of these trainings who are counted so.',
        ko: '해당 연수·교육의 참가 인원 가운데 이 구분에 속한 인원입니다.',
      },
      unit: persons,
      format: 'integer',
      compute: (input) => trainees(input, (attendance) => attendance[part]),
    }),
  ),
  {
    key: 'traineeHours',
    label: indicatorNames.traineeHours,
    method: {
      en: 'Participants times hours, summed over the trainings for which both are entered.',
      ko: '참가 인원과 교육 시간이 모두 입력된 연수·교육의 인원 × 시간을 합한 값입니다.',
    },
    unit: { en: 'h', ko: '시간' },
    format: 'decimal',
    compute: (input) => {
      const timed = trainingsIn(input).filter(
        ({ values }) => values.hours !== undefined && values.attendance !== undefined,
      );
      const hours = timed.map(({ values: { attendance, hours = 0 } }) => total(attendance) * hours);
      return computed('training', timed, sum(hours));
    },
  },
  {
    key: 'satisfaction',
    label: indicatorNames.satisfaction,
    method: {
      en: 'Mean of the trainings’ scores (1 to 5), each training weighing the same.',
      ko: '연수·교육별 만족도(1~5)의 단순 평균입니다.',
    },
    unit: null,
    format: 'decimal',
    compute: (input) => {
      const scored = trainingsIn(input).filter(({ values }) => values.satisfaction !== undefined);
      const scores = scored.map(({ values }) => values.satisfaction ?? 0);
      return computed('training', scored, scores.length === 0 ? null : sum(scores) / scores.length);
    },
  },
  {
    key: 'events',
    label: indicatorNames.events,
    method: {
      en: 'Events that began in the period until today.',
      ko: '기간 중 오늘까지 시작된 행사의 수입니다.',
    },
    unit: null,
    format: 'integer',
    compute: (input) => count('event', eventsIn(input)),
  },
  {
    key: 'eventAttendance',
    label: indicatorNames.eventAttendance,
    method: { en: 'Persons who attended these events.', ko: '해당 행사에 참석한 인원입니다.' },
    unit: persons,
    format: 'integer',
    compute: (input) => {
      const counted = eventsIn(input).filter(({ values }) => values.attendance !== undefined);
      return computed('event', counted, sum(counted.map(({ values }) => total(values.attendance))));
    },
  },
  {
    key: 'dispatchMonths',
    label: indicatorNames.dispatchMonths,
    method: {
      en: 'Person-months served in the period until today by heads, experts and coordinators; part of a month by its days.',
      ko: '센터장·전문가·코디네이터가 기간 중 오늘까지 근무한 개월 수의 합계입니다. 한 달 미만은 일수로 계산합니다.',
    },
    unit: { en: 'person-months', ko: '인월' },
    format: 'decimal',
    compute: ({ assignments, period, today }) => {
      // Nobody has served on a day to come, by whatever rules.
      const elapsed = periodUntil(period, today);
      const served = assignments
        .filter(({ values }) => values.role !== 'localStaff')
        .map((record) => ({ record, months: elapsed === null ? 0 : monthsServed(record, elapsed) }))
        .filter(({ months }) => months > 0);
      return computed(
        'assignment',
        served.map(({ record }) => record),
        sum(served.map(({ months }) => months)),
      );
    },
  },
];

function consultationsIn({ consultations, period }: IndicatorInput) {
  return consultations.filter(({ values }) => within(values.date, period));
}

function trainingsIn({ trainings, period }: IndicatorInput) {
  return trainings.filter(({ values }) => within(values.start, period));
}

function eventsIn({ events, period }: IndicatorInput) {
  return events.filter(({ values }) => within(values.date, period));
}

function within(day: IsoDate | undefined, period: Period): boolean {
  return day !== undefined && isInPeriod(day, period);
}

/** A running project has no end yet, whatever was planned. */
function wasUnderWay(project: RecordOf<'project'>, period: Period, endsWithoutDay: boolean): boolean {
  const { status, start, end } = project.values;
  if ((status !== 'running' && status !== 'done') || start === undefined) return false;
  const formerEnd = status === 'running' ? null : (end ?? null);
  return overlapsPeriod(start, endsWithoutDay ? projectEnd(project) : formerEnd, period);
}

function trainees(input: IndicatorInput, countOf: (attendance: Attendance) => number): IndicatorValue {
  const counted = trainingsIn(input).flatMap(({ id, values: { attendance } }) =>
    attendance === undefined ? [] : [{ id, persons: countOf(attendance) }],
  );
  return computed('training', counted, sum(counted.map(({ persons: number }) => number)));
}

function total(attendance: Attendance | undefined): number {
  return attendance === undefined ? 0 : attendanceTotal(attendance);
}

/** Months of service in a period, each calendar month by the share of its days. */
function monthsServed({ values: { start, end } }: RecordOf<'assignment'>, period: Period): number {
  if (start === undefined) return 0;
  const first = start > period.from ? start : period.from;
  const last = end !== undefined && end < period.to ? end : period.to;
  return monthsBetween(first, last);
}

function count(type: RecordType, records: readonly Pick<RecordRef, 'id'>[]): IndicatorValue {
  return computed(type, records, records.length);
}

/** Rounded to six decimals, so that the order of adding does not show. */
function computed(
  type: RecordType,
  records: readonly Pick<RecordRef, 'id'>[],
  value: number | null,
): IndicatorValue {
  return {
    value: value === null ? null : Math.round(value * 1e6) / 1e6,
    records: records.map(({ id }) => ({ type, id })),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
