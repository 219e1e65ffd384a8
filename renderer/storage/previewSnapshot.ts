import type { RecordId } from '../../shared/core/ids.ts';
import { canonicalJson, type JsonValue } from '../../shared/core/json.ts';
import { ok, type Result } from '../../shared/core/result.ts';
import type { JournalEntry } from '../../shared/ipc/host.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { recordDefinitions } from '../../shared/records/registry.ts';
import { foreignSnapshotLimits, loadSnapshot } from '../../shared/snapshot/loadSnapshot.ts';
import type { SnapshotProblem } from '../../shared/snapshot/snapshotFile.ts';
import type { SnapshotHeader } from '../../shared/snapshot/snapshotHeader.ts';
import { changeSetFromPayload } from '../../shared/sync/changeSet.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { Replica } from './replica.ts';

/** What a restore would do to the records of one type. */
export interface TypeDifference {
  readonly type: string;
  /** Live records in the snapshot. */
  readonly inside: number;
  /** Here now and not in the snapshot. */
  readonly vanishing: readonly StoredRecord[];
  /** In the snapshot and not here now. */
  readonly appearing: readonly StoredRecord[];
  /** As they are here now; the snapshot has other values. */
  readonly changing: readonly StoredRecord[];
}

export interface SnapshotPreview {
  readonly header: SnapshotHeader;
  /** One for each type that the snapshot or this installation has records of. */
  readonly types: readonly TypeDifference[];
  /** The snapshot's records, for their titles. */
  readonly records: RecordSet;
}

/** Loads a snapshot from anywhere in full and compares it with what is here; changes nothing. */
export function previewSnapshot(
  bytes: Uint8Array,
  here: RecordSet,
): Result<SnapshotPreview, SnapshotProblem> {
  const replica = new Replica(recordDefinitions);
  const take = ({ payload }: JournalEntry): void => {
    const parsed = changeSetFromPayload(payload);
    if (parsed.ok) replica.take(parsed.value);
  };
  const loaded = loadSnapshot(bytes, take, { limits: foreignSnapshotLimits });
  if (!loaded.ok) return loaded;
  const types = recordDefinitions.map(({ type }) => differenceOf(type, here, replica.records));
  return ok({
    header: loaded.value,
    types: types.filter((one) => one.inside + one.vanishing.length > 0),
    records: replica.records,
  });
}

function differenceOf(type: string, here: RecordSet, there: RecordSet): TypeDifference {
  const inside = there.all(type);
  const now = here.all(type);
  const live = (set: RecordSet, id: RecordId): StoredRecord | null => {
    const record = set.find(type, id);
    return record === null || record.deleted ? null : record;
  };
  return {
    type,
    inside: inside.length,
    vanishing: now.filter(({ id }) => live(there, id) === null),
    appearing: inside.filter(({ id }) => live(here, id) === null),
    changing: now.filter((record) => {
      const other = live(there, record.id);
      return other !== null && textOf(other) !== textOf(record);
    }),
  };
}

// The boundary: values are what the codecs store, which is JSON.
const textOf = ({ values }: StoredRecord): string => canonicalJson(values as JsonValue);
