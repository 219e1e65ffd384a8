import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';

/** Somebody of the partner's side, and how often one met. */
export interface Counterpart {
  readonly person: RecordOf<'person'>;
  readonly organization: RecordOf<'organization'>;
  /** Consultations that the person's organization asked for. */
  readonly consultations: readonly RecordId[];
  readonly meetings: readonly RecordId[];
  readonly participations: readonly RecordId[];
  /** The last day of all three; null for none. */
  readonly lastContact: IsoDate | null;
}

/**
 * People whose organization lies in a partner country: that of one center, or of any for null. Those met most lately
 * come first.
 */
export function counterpartsOf(set: RecordSet, centerId: RecordId | null): readonly Counterpart[] {
  const countries = partnerCountries(set, centerId);
  const inScope = (record: { readonly centerId: RecordId | null }): boolean =>
    centerId === null || record.centerId === centerId;
  const consultations = recordsOf(set, 'consultation').filter(inScope);
  const asked = grouped(consultations, ({ values }) => (values.client === undefined ? [] : [values.client]));
  const met = grouped(recordsOf(set, 'meeting').filter(inScope), ({ values }) => values.attendees ?? []);
  const trained = grouped(recordsOf(set, 'participation').filter(inScope), ({ values }) =>
    values.person === undefined ? [] : [values.person],
  );
  return recordsOf(set, 'person')
    .flatMap((person): readonly Counterpart[] => {
      const of = person.values.organization;
      const organization = of === undefined ? null : recordOf(set, 'organization', of);
      const country = organization?.values.country;
      if (organization === null || country === undefined || !countries.has(country)) return [];
      const visits = asked.get(organization.id) ?? [];
      const meetings = met.get(person.id) ?? [];
      const participations = trained.get(person.id) ?? [];
      const trainingDays = participations.map(({ values }) =>
        values.training === undefined ? undefined : recordOf(set, 'training', values.training)?.values.start,
      );
      return [
        {
          person,
          organization,
          consultations: visits.map(({ id }) => id),
          meetings: meetings.map(({ id }) => id),
          participations: participations.map(({ id }) => id),
          lastContact: newest([
            ...visits.map(({ values }) => values.date),
            ...meetings.map(({ values }) => values.date),
            ...trainingDays,
          ]),
        },
      ];
    })
    .sort((a, b) => compare(b.lastContact ?? '', a.lastContact ?? '') || compare(a.person.id, b.person.id));
}

/** Records by each of the ids that they name; ten years of a programme are too many to be searched for every person. */
function grouped<Of>(
  records: readonly Of[],
  idsOf: (record: Of) => readonly RecordId[],
): ReadonlyMap<RecordId, readonly Of[]> {
  const groups = new Map<RecordId, Of[]>();
  for (const record of records) {
    for (const id of idsOf(record)) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [record]);
      else group.push(record);
    }
  }
  return groups;
}

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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
