import type { RecordSet } from './recordSet.ts';
import { recordDefinitions } from './registry.ts';

/** Records that come with every installation. */
const builtInTypes: ReadonlySet<string> = new Set(['center', 'baseline']);

/** Whether sample records are there, and whether nothing of a center's own is beside them. */
export type SampleShare = 'none' | 'some' | 'all';

export function sampleShare(records: RecordSet): SampleShare {
  const logged = recordDefinitions
    .filter(({ type, scope }) => scope === 'center' && !builtInTypes.has(type))
    .flatMap(({ type }) => records.all(type));
  if (!logged.some(({ sample }) => sample)) return 'none';
  return logged.every(({ sample }) => sample) ? 'all' : 'some';
}
