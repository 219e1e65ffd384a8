import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import type { ValuesByType } from '../../../shared/records/registry.ts';
import { type NewCenterAnswer, openingYearOf } from './firstRunState.ts';

// The programme was renamed in 2020: centers founded since then are Digital Government Cooperation Centers.
const renamedIn = 2020;

/** A new center's first values; what was not asked stays open. A country's next center is its next phase. */
export function newCenterValues(
  { country, code, openingYear }: NewCenterAnswer,
  centers: readonly RecordOf<'center'>[],
  thisYear: number,
): ValuesByType['center'] {
  const year = openingYearOf(openingYear);
  const phases = centers
    .filter(({ values }) => values.country === country)
    .map(({ values }) => values.phase ?? 1);
  return {
    code: code.trim(),
    programme: year !== null && year < renamedIn ? 'egcc' : 'dgcc',
    phase: Math.max(0, ...phases) + 1,
    status: year !== null && year > thisYear ? 'opening' : 'unconfirmed',
    ...(country === null ? {} : { country }),
    ...(year === null ? {} : { since: year }),
  };
}
