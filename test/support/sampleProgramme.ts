import type { RecordId } from '../../shared/core/ids.ts';
import { builtInChanges } from '../../shared/records/builtIn.ts';
import { type RecordSet, recordSetOf } from '../../shared/records/recordSet.ts';
import { recordsOf } from '../../shared/records/recordsOf.ts';
import { definitionOf } from '../../shared/records/registry.ts';
import { generateSample } from '../../shared/records/sample/generateSample.ts';
import { planCreate } from '../../shared/sync/planEdit.ts';
import { testStamp } from './recordGenerators.ts';
import { recordsFromChanges } from './recordsFromChanges.ts';

export const sampleToday = '2026-11-23';

/** The whole sample programme: over the centers that ship with the product, and with the sample's own. */
export function sampleProgramme(seed = 'counts'): {
  readonly set: RecordSet;
  readonly centerIds: readonly RecordId[];
} {
  const builtIn = recordsFromChanges(builtInChanges());
  const centers = recordsOf(recordSetOf(builtIn), 'center').flatMap(({ id, values: { country, since } }) =>
    country === undefined || since === undefined ? [] : [{ id, country, since }],
  );
  const changes = generateSample({ seed, today: sampleToday, centers, extent: 'full' }).flatMap(
    ({ type, id, values }) =>
      planCreate(definitionOf(type), values, { id, by: 'Sample', at: 1, sample: true }, () => testStamp(1)),
  );
  const set = recordSetOf([...builtIn, ...recordsFromChanges(changes)]);
  // The centers that ship with the product come first, in the order of the published table.
  const own = recordsOf(set, 'center').filter(({ sample }) => sample);
  const byAge = own.toSorted((a, b) => (a.values.since ?? 0) - (b.values.since ?? 0));
  return { set, centerIds: [...centers, ...byAge].map(({ id }) => id) };
}
