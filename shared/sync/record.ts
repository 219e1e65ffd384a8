import type { RecordId } from '../core/ids.ts';
import type { JsonValue } from '../core/json.ts';
import type { AnyValues, FieldSpecs, ValuesOf } from '../schema/fieldSpec.ts';
import type { Path } from '../schema/migrations.ts';
import type { Stamp } from './stamp.ts';
import type { Version } from './versions.ts';

/** A record as it is kept: its values, and the stamp of every path that was ever written. */
export interface StoredRecord<Values = AnyValues> {
  readonly id: RecordId;
  readonly type: string;
  /** The center it belongs to; its own id for a center; null for programme-wide types. */
  readonly centerId: RecordId | null;
  readonly values: Values;
  /** A set element that was taken out and a text that was cleared keep their stamps. */
  readonly stamps: Readonly<Record<Path, Stamp>>;
  /** What the author of each path's value had seen before (see Version); absent where that is nothing. */
  readonly knows: Readonly<Record<Path, readonly Stamp[]>>;
  /** Values beside the one that counts, written by people who did not know of it. Rarely any. */
  readonly siblings: Readonly<Record<Path, readonly Version[]>>;
  readonly deleted: boolean;
  /** For a deleted record: per device the latest stamp of the record that whoever deleted it had seen. */
  readonly deletedSeeing: readonly Stamp[];
  /** Permanent marks of conflicts that a person resolved, by path `$conflict/<id>`. */
  readonly resolved: Readonly<Record<Path, JsonValue>>;
  /** Part of the sample data set. */
  readonly sample: boolean;
  /** Name of the person; '' when unknown. */
  readonly createdBy: string;
  /** Milliseconds since 1970; 0 when unknown. */
  readonly createdAt: number;
}

export type StoredRecordOf<Fields extends FieldSpecs> = StoredRecord<ValuesOf<Fields>>;

/** Marks that are stamped and merged like fields. */
export const createdPath = '$created';
export const deletedPath = '$deleted';
export const samplePath = '$sample';
/** In front of a conflict's id. */
export const conflictMark = '$conflict';

export const isMarkPath = (path: Path): boolean =>
  path === createdPath || path === deletedPath || path === samplePath || path.startsWith(`${conflictMark}/`);
