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
  const meetings = recordsOf(set, 'meeting').filter(inScope);
  const participations = recordsOf(set, 'participation').filter(inScope);
  return recordsOf(set, 'person')
    .flatMap((person): readonly Counterpart[] => {
      const of = person.values.organization;
      const organization = of === undefined ? null : recordOf(set, 'organization', of);
      const country = organization?.values.country;
      if (organization === null || country === undefined || !countries.has(country)) return [];
      const asked = consultations.filter(({ values }) => values.client === organization.id);
      const met = meetings.filter(({ values }) => values.attendees?.includes(person.id) === true);
      const trained = participations.filter(({ values }) => values.person === person.id);
      const trainingDays = trained.map(({ values }) =>
        values.training === undefined ? undefined : recordOf(set, 'training', values.training)?.values.start,
      );
      return [
        {
          person,
          organization,
          consultations: asked.map(({ id }) => id),
          meetings: met.map(({ id }) => id),
          participations: trained.map(({ id }) => id),
          lastContact: newest([
            ...asked.map(({ values }) => values.date),
            ...met.map(({ values }) => values.date),
            ...trainingDays,
          ]),
        },
      ];
    })
    .sort((a, b) => compare(b.lastContact ?? '', a.lastContact ?? '') || compare(a.person.id, b.person.id));
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
