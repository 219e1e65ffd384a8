import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { type RecordSet, referenceBookOf } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';
import { type FigureChart, genderNames } from './figureCharts.ts';
import { isInPeriod, type Period } from './period.ts';

export interface TraineesOptions {
  readonly centerIds: readonly RecordId[];
  /** Of the first day of the training. */
  readonly period: Period;
  /** Default true. */
  readonly includeSample?: boolean;
}

const genders = ['female', 'male', 'other', 'undisclosed'] as const;
type Gender = (typeof genders)[number];

const method: Label = {
  en: 'Participants entered by name, by the organization they belong to. Attendance that is only counted says nothing of organizations and is not in it.',
  ko: '이름으로 등록된 참가자를 소속 기관별로 집계합니다. 인원수만 입력된 참가자는 소속을 알 수 없어 제외합니다.',
};
const without: Label = { en: 'No organization entered', ko: '소속 미입력' };
const unknown: Label = { en: 'Organization not known here', ko: '확인되지 않은 기관' };
const others: Label = { en: 'Other organizations', ko: '그 밖의 기관' };

/** More would be a list rather than a picture. */
const mostOrganizations = 9;

/**
 * Who was trained, by organization and gender, the largest first; small ones are put together, people without an
 * organization stand last. Whoever takes part in two trainings counts twice, as in the number of trainees. Null when
 * nobody is entered by name.
 */
export function traineesByOrganization(set: RecordSet, options: TraineesOptions): FigureChart | null {
  const trainees = traineesOf(set, options);
  if (trainees.length === 0) return null;
  const nameOf = namesOf(set);
  const groups = [...groupBy(trainees, ({ organization }) => organization)];
  const named = groups
    .flatMap(([id, own]) => (id === null ? [] : [{ key: id, label: nameOf(id), own }]))
    .sort((a, b) => b.own.length - a.own.length || (a.key < b.key ? -1 : 1));
  const small = named.slice(mostOrganizations);
  const rows = [
    ...named.slice(0, mostOrganizations),
    ...partOf(
      'others',
      others,
      small.flatMap(({ own }) => own),
    ),
    ...partOf('none', without, groups.find(([id]) => id === null)?.[1] ?? []),
  ];
  return {
    key: 'traineesByOrganization',
    title: { en: 'Trainees by organization', ko: '기관별 연수 인원' },
    kind: 'parts',
    axis: 'names',
    format: 'integer',
    unit: { en: 'persons', ko: '명' },
    categories: rows.map(({ key, label }) => ({ key, label })),
    series: genders
      .filter((gender) => trainees.some((one) => one.gender === gender))
      .map((gender) => ({
        key: gender,
        label: genderNames[gender],
        place: genders.indexOf(gender),
        method,
        values: rows.map(({ own }) => countOf(own.filter((one) => one.gender === gender))),
      })),
  };
}

interface Trainee {
  readonly id: RecordId;
  readonly organization: RecordId | null;
  readonly gender: Gender;
}

interface OrganizationRow {
  readonly key: string;
  readonly label: Label;
  readonly own: readonly Trainee[];
}

function traineesOf(
  set: RecordSet,
  { centerIds, period, includeSample = true }: TraineesOptions,
): readonly Trainee[] {
  const own = new Set<RecordId | null>(centerIds);
  const trainings = new Set(
    recordsOf(set, 'training')
      .filter(({ values: { start } }) => start !== undefined && isInPeriod(start, period))
      .map(({ id }) => id),
  );
  return recordsOf(set, 'participation')
    .filter(({ centerId, sample }) => own.has(centerId) && (includeSample || !sample))
    .filter(({ values: { training } }) => training !== undefined && trainings.has(training))
    .map((participation) => traineeOf(set, participation));
}

function traineeOf(set: RecordSet, { id, values }: RecordOf<'participation'>): Trainee {
  const person = values.person === undefined ? null : recordOf(set, 'person', values.person);
  return {
    id,
    organization: person?.values.organization ?? null,
    gender: person?.values.gender ?? 'undisclosed',
  };
}

function partOf(key: string, label: Label, own: readonly Trainee[]): readonly OrganizationRow[] {
  return own.length === 0 ? [] : [{ key, label, own }];
}

/** Names in both languages; an organization that was deleted or never came here has none. */
function namesOf(set: RecordSet): (id: RecordId) => Label {
  const [en, ko] = [referenceBookOf(set, 'en'), referenceBookOf(set, 'ko')];
  return (id) => ({
    en: en.titleOf('organization', id) ?? unknown.en,
    ko: ko.titleOf('organization', id) ?? unknown.ko,
  });
}

const countOf = (trainees: readonly Trainee[]) => ({
  value: trainees.length,
  records: trainees.map(({ id }) => ({ type: 'participation' as const, id })),
});
