import { compareTexts } from '../core/compareTexts.ts';
import type { IsoDate } from '../core/dates.ts';
import { groupByEach } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';

/** Somebody of the partner's side, in which roles, and how often one met; what is still to come is no meeting yet. */
export interface Counterpart {
  readonly person: RecordOf<'person'>;
  readonly organization: RecordOf<'organization'> | null;
  /** As what the person is entered, those of today first, the newest of them before the others. */
  readonly roles: readonly RecordOf<'counterpart'>[];
  /** Whether one of the roles is of today. */
  readonly isCurrent: boolean;
  /** The projects of the roles of today. */
  readonly projects: readonly RecordId[];
  /** Consultations in which the person took part. */
  readonly consultations: readonly RecordId[];
  /** Consultations of the person's organization that name nobody of it. */
  readonly ofOrganization: readonly RecordId[];
  readonly meetings: readonly RecordId[];
  readonly participations: readonly RecordId[];
  /** The last day up to today on which one met the person; null for none. */
  readonly lastContact: IsoDate | null;
}

/**
 * People who are entered as counterparts of one center (of any for null) and others whose organization lies in the
 * partner country. Those who have a role today come first, then those met most lately.
 */
export function counterpartsOf(
  set: RecordSet,
  centerId: RecordId | null,
  today: IsoDate,
): readonly Counterpart[] {
  const countries = partnerCountries(set, centerId);
  const metBy = meetingsWith(set, centerId, today);
  const rolesOf = groupByEach(
    recordsOf(set, 'counterpart')
      .filter(inScopeOf(centerId))
      .toSorted((a, b) => compareRoles(a, b, today)),
    ({ values }) => (values.person === undefined ? [] : [values.person]),
  );
  return recordsOf(set, 'person')
    .flatMap((person): readonly Counterpart[] => {
      const of = person.values.organization;
      const organization = of === undefined ? null : recordOf(set, 'organization', of);
      const country = organization?.values.country;
      const roles = rolesOf.get(person.id) ?? [];
      if (roles.length === 0 && (country === undefined || !countries.has(country))) return [];
      const current = roles.filter((one) => isOfDay(one, today));
      const projects = [...new Set(current.flatMap(({ values }) => values.projects ?? []))];
      return [{ person, organization, roles, isCurrent: current.length > 0, projects, ...metBy(person) }];
    })
    .sort(
      (a, b) =>
        Number(b.isCurrent) - Number(a.isCurrent) ||
        compareTexts(b.lastContact ?? '', a.lastContact ?? '') ||
        compareTexts(a.person.id, b.person.id),
    );
}

/** Whether a role is somebody's on a day; an open start or end reaches as far as is known. */
export const isOfDay = ({ values: { start, end } }: RecordOf<'counterpart'>, day: IsoDate): boolean =>
  (start === undefined || start <= day) && (end === undefined || end >= day);

type Met = Pick<
  Counterpart,
  'consultations' | 'ofOrganization' | 'meetings' | 'participations' | 'lastContact'
>;

// Grouped once: ten years of a programme are too many to be searched for every person.
function meetingsWith(
  set: RecordSet,
  centerId: RecordId | null,
  today: IsoDate,
): (person: RecordOf<'person'>) => Met {
  const inScope = inScopeOf(centerId);
  const isToCome = (day: IsoDate | undefined): boolean => day !== undefined && day > today;
  const consultations = recordsOf(set, 'consultation')
    .filter(inScope)
    .filter(({ values }) => !isToCome(values.date));
  const advised = groupByEach(consultations, ({ values }) => values.counterparts ?? []);
  const unnamed = groupByEach(consultations, ({ values: { client, counterparts = [] } }) =>
    client === undefined || counterparts.length > 0 ? [] : [client],
  );
  const held = recordsOf(set, 'meeting')
    .filter(inScope)
    .filter(({ values }) => !isToCome(values.date));
  const met = groupByEach(held, ({ values }) => values.attendees ?? []);
  const trained = groupByEach(trainingDays(set).filter(inScope), ({ person, day }) =>
    person === undefined || isToCome(day) ? [] : [person],
  );
  return ({ id: person, values: { organization } }) => {
    const visits = advised.get(person) ?? [];
    const meetings = met.get(person) ?? [];
    const participations = trained.get(person) ?? [];
    return {
      consultations: idsOf(visits),
      ofOrganization: organization === undefined ? [] : idsOf(unnamed.get(organization) ?? []),
      meetings: idsOf(meetings),
      participations: idsOf(participations),
      lastContact: newest([
        ...[...visits, ...meetings].map(({ values }) => values.date),
        ...participations.map(({ day }) => day),
      ]),
    };
  };
}

interface TrainingDay {
  /** The participation's. */
  readonly id: RecordId;
  readonly centerId: RecordId | null;
  readonly person: RecordId | undefined;
  /** The first of the training. */
  readonly day: IsoDate | undefined;
}

const trainingDays = (set: RecordSet): readonly TrainingDay[] =>
  recordsOf(set, 'participation').map(({ id, centerId, values: { person, training } }) => ({
    id,
    centerId,
    person,
    day: training === undefined ? undefined : recordOf(set, 'training', training)?.values.start,
  }));

const idsOf = (records: readonly { readonly id: RecordId }[]): readonly RecordId[] =>
  records.map(({ id }) => id);

const inScopeOf =
  (centerId: RecordId | null) =>
  (record: { readonly centerId: RecordId | null }): boolean =>
    centerId === null || record.centerId === centerId;

const compareRoles = (a: RecordOf<'counterpart'>, b: RecordOf<'counterpart'>, today: IsoDate): number =>
  Number(isOfDay(b, today)) - Number(isOfDay(a, today)) ||
  compareTexts(b.values.start ?? '', a.values.start ?? '') ||
  compareTexts(a.id, b.id);

function partnerCountries(set: RecordSet, centerId: RecordId | null): ReadonlySet<string> {
  return new Set(
    recordsOf(set, 'center')
      .filter(({ id }) => centerId === null || id === centerId)
      .flatMap(({ values }) => values.country ?? []),
  );
}

function newest(days: readonly (IsoDate | undefined)[]): IsoDate | null {
  return days.reduce<IsoDate | null>(
    (last, day) => (day !== undefined && (last === null || day > last) ? day : last),
    null,
  );
}
