import type { JsonValue } from '../core/json.ts';
import type { Stamp } from './stamp.ts';

/**
 * One value that somebody gave a path, with what its author had seen of the path before. Immutable: the same stamp
 * has the same value and the same knowledge on every replica.
 */
export interface Version {
  readonly stamp: Stamp;
  readonly value: JsonValue;
  /** Earlier stamps of the path that the author had seen: per device the latest, which stands for all before it. */
  readonly knows: readonly Stamp[];
}

const deviceOf = (stamp: Stamp): string => stamp.slice(14);

/** Whether who knows these stamps has seen the given one. A device's own writes to a path follow each other. */
export function hasSeen(knows: readonly Stamp[], stamp: Stamp): boolean {
  const device = deviceOf(stamp);
  return knows.some((known) => known >= stamp && deviceOf(known) === device);
}

/** What two know together, in one canonical order. */
export function joinKnowledge(a: readonly Stamp[], b: readonly Stamp[]): readonly Stamp[] {
  if (b.length === 0) return a;
  const latest = new Map<string, Stamp>();
  for (const stamp of [...a, ...b]) {
    const device = deviceOf(stamp);
    const known = latest.get(device);
    if (known === undefined || stamp > known) latest.set(device, stamp);
  }
  return [...latest.values()].sort();
}

/** What the author of an edit knows who has these versions before the eyes. */
export function knowledgeOf(versions: readonly Version[]): readonly Stamp[] {
  return versions.reduce<readonly Stamp[]>(
    (known, { stamp, knows }) => joinKnowledge(joinKnowledge(known, knows), [stamp]),
    [],
  );
}

/**
 * The versions that nobody has replaced: of all those of both sides, the ones that no other has seen. The latest
 * stamp stands first and is the one that counts; others beside it were written by people who did not know of it.
 * Commutative, associative and idempotent (a multi-value register).
 */
export function joinVersions(a: readonly Version[], b: readonly Version[]): readonly Version[] {
  const all = new Map<Stamp, Version>();
  for (const version of [...a, ...b]) all.set(version.stamp, version);
  const versions = [...all.values()];
  return versions
    .filter(({ stamp }) => !versions.some((other) => other.stamp !== stamp && hasSeen(other.knows, stamp)))
    .sort((one, other) => (one.stamp < other.stamp ? 1 : -1));
}
