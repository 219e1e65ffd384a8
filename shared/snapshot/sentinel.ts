import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { isStamp, type Stamp } from '../sync/stamp.ts';

/**
 * What this installation held when it was last looked at, kept outside of the database and of the journal: whoever
 * finds fewer at the start knows that something was lost. It may lag behind what is there, never run ahead of it.
 */
export interface Sentinel {
  readonly lastSequence: number;
  /** Null for an installation without a change. */
  readonly lastStamp: Stamp | null;
  /** Records of each type, deleted ones included. */
  readonly counts: Readonly<Record<string, number>>;
  /** Version of each record type of the Fieldbook that wrote it. */
  readonly versions: Readonly<Record<string, number>>;
  /** Of the Fieldbook that wrote it. */
  readonly appVersion: string;
  /** Id of the last restore; '' for none. */
  readonly lineage: string;
  /** Journal entries whose damage was already dealt with; absent in a sentinel of before. */
  readonly knownDamage?: readonly number[];
}

export const sentinelToJson = (sentinel: Sentinel): JsonObject => ({
  ...sentinel,
  counts: { ...sentinel.counts },
  versions: { ...sentinel.versions },
  knownDamage: [...(sentinel.knownDamage ?? [])],
});

/** Null for none, or for one that does not fit: it is then as if there were none. */
export function sentinelFromJson(json: JsonObject): Sentinel | null {
  const { lastSequence, lastStamp, counts, versions, appVersion, lineage } = json;
  if (typeof lastSequence !== 'number' || typeof appVersion !== 'string' || typeof lineage !== 'string') {
    return null;
  }
  if (lastStamp !== null && !isStamp(lastStamp)) return null;
  if (!isTable(counts) || !isTable(versions)) return null;
  const { knownDamage } = json;
  const known = Array.isArray(knownDamage) ? knownDamage.filter((at) => typeof at === 'number') : [];
  return { lastSequence, lastStamp, counts, versions, appVersion, lineage, knownDamage: known };
}

function isTable(value: JsonValue | undefined): value is Readonly<Record<string, number>> {
  return isJsonObject(value) && Object.values(value).every((member) => typeof member === 'number');
}
