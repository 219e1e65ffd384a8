import type { StoredRecord } from '../sync/record.ts';
import type { RecordLookup } from './defineRecord.ts';

/**
 * The lookup of a rule that judges a sample, or a record that is none: it compares a record with those of its own kind
 * only, since a sample is not what a center did and spent, nor the other way round. A record that is asked for by its id
 * is found whatever it is.
 */
export function ofOwnKind(lookup: RecordLookup, isSample: boolean): RecordLookup {
  return {
    today: lookup.today,
    get: (type, id) => lookup.get(type, id),
    where: (type, field, value) => ofKind(lookup.where(type, field, value), isSample),
  };
}

interface Kinds {
  readonly samples: readonly StoredRecord[];
  readonly others: readonly StoredRecord[];
}

// A lookup gives the same array for the same question, and so does this one: rules remember what a ledger adds up to.
const kindsByRecords = new WeakMap<readonly StoredRecord[], Kinds>();

function ofKind(records: readonly StoredRecord[], isSample: boolean): readonly StoredRecord[] {
  let kinds = kindsByRecords.get(records);
  if (kinds === undefined) {
    kinds = kindsOf(records);
    kindsByRecords.set(records, kinds);
  }
  return isSample ? kinds.samples : kinds.others;
}

function kindsOf(records: readonly StoredRecord[]): Kinds {
  const samples = records.filter(({ sample }) => sample);
  if (samples.length === 0) return { samples, others: records };
  if (samples.length === records.length) return { samples: records, others: [] };
  return { samples, others: records.filter(({ sample }) => !sample) };
}
