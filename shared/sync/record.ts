import type { RecordId } from '../core/ids.ts';
import type { AnyValues, FieldSpecs, ValuesOf } from '../schema/fieldSpec.ts';
import type { Path } from '../schema/migrations.ts';
import type { Stamp } from './stamp.ts';

/** A record as it is kept: its values, and the stamp of every path that was ever written. */
export interface StoredRecord<Values = AnyValues> {
  readonly id: RecordId;
  readonly type: string;
  /** The center it belongs to; its own id for a center; null for programme-wide types. */
  readonly centerId: RecordId | null;
  readonly values: Values;
  /** A set element that was taken out and a text that was cleared keep their stamps. */
  readonly stamps: Readonly<Record<Path, Stamp>>;
  readonly deleted: boolean;
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
