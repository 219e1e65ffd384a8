import type { IsoDate } from '../core/dates.ts';
import { yearOf } from '../core/dates.ts';
import { isBlank } from '../core/text.ts';
import type { CenterValues } from './center.ts';
import { agreedPeriodOf } from './operatingPeriod.ts';

/** Since then new centers are founded as Digital Government Cooperation Centers. */
const renamedIn = 2020;

/**
 * What a further center in the same country begins with: the country, the responsible organizations, the place and
 * the cooperation so far carry over; dates and budgets are agreed anew. `known` are all centers, so that the phase
 * is the country's next and the code is free.
 */
export function nextPhaseValues(
  first: CenterValues,
  known: readonly CenterValues[],
  today: IsoDate,
): CenterValues {
  const phases = known.flatMap(({ country, phase = 1 }) => (country === first.country ? [phase] : []));
  const phase = Math.max(first.phase ?? 1, ...phases) + 1;
  const { country, koreaLead, koreaSpecialized, partnerLead, partnerSpecialized, relationship } = first;
  const { city, latitude, longitude } = first;
  const carried = {
    country,
    koreaLead,
    koreaSpecialized,
    partnerLead,
    partnerSpecialized,
    relationship,
    city,
    latitude,
    longitude,
  };
  return {
    ...Object.fromEntries(Object.entries(carried).filter(([, value]) => value !== undefined)),
    code: freeCode(
      `${first.country ?? first.code ?? ''}${String(yearOf(today) % 100).padStart(2, '0')}`,
      known,
    ),
    programme: yearOf(today) >= renamedIn ? 'dgcc' : (first.programme ?? 'egcc'),
    phase,
    status: 'selection',
  };
}

function freeCode(wanted: string, known: readonly CenterValues[]): string {
  const taken = new Set(known.map(({ code }) => code));
  let code = wanted;
  for (let number = 2; taken.has(code); number++) code = `${wanted}-${number}`;
  return code;
}

export type ExtensionProblem = 'NO_DATE' | 'NOT_LATER' | 'NO_REASON' | 'NO_PERIOD';

/** Why a center cannot be extended so; null where it can. The reason is a part of the record. */
export function extensionProblem(
  center: CenterValues,
  until: IsoDate | null,
  reason: string,
): ExtensionProblem | null {
  const { end } = agreedPeriodOf(center);
  if (end === null) return 'NO_PERIOD';
  if (until === null) return 'NO_DATE';
  if (until <= end) return 'NOT_LATER';
  return isBlank(reason) ? 'NO_REASON' : null;
}

/** The center with one more extension: earlier reasons stay, each in a line of its own with its day. */
export function extendedValues(
  center: CenterValues,
  until: IsoDate,
  reason: string,
  today: IsoDate,
): Pick<CenterValues, 'extendedUntil' | 'extensions' | 'status'> {
  const line = `${today}: → ${until}. ${reason.trim()}`;
  const { extensions, status } = center;
  return {
    extendedUntil: until,
    extensions: extensions === undefined ? line : `${extensions}\n${line}`,
    ...(status === undefined ? {} : { status: status === 'operating' ? 'extended' : status }),
  };
}
