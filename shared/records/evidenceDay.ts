import { type IsoDate, isIsoDate } from '../core/dates.ts';
import { isRecordId, type RecordId } from '../core/ids.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';
import type { RecordSet } from './recordSet.ts';
import { recordDefinitions } from './registry.ts';

/**
 * The day that a record gives to the evidence that it names: the one on which it was done, where its type has such a day,
 * else its own; null where it has none.
 */
export function evidenceDay(
  { dateField, spec }: Pick<AnyRecordDefinition, 'dateField' | 'spec'>,
  values: AnyValues,
): IsoDate | null {
  const field = spec('doneOn')?.kind === 'date' ? 'doneOn' : dateField;
  const day = field === undefined ? undefined : values[field];
  return isIsoDate(day) ? day : null;
}

/** Of which day a piece of evidence is; null where nothing says. */
export type EvidenceDayOf = (evidence: {
  readonly id: RecordId;
  readonly values: { readonly takenOn?: IsoDate | undefined };
}) => IsoDate | null;

/**
 * Evidence is of its own day; a file that says none, as few but photos do, of the earliest day of the records of the set
 * that name it. The records are looked through when the first such file is asked for.
 */
export function evidenceDaysIn(set: RecordSet): EvidenceDayOf {
  let named: ReadonlyMap<RecordId, IsoDate> | null = null;
  return ({ id, values: { takenOn } }) => {
    if (takenOn !== undefined) return takenOn;
    named ??= daysByNamed(set);
    return named.get(id) ?? null;
  };
}

function daysByNamed(set: RecordSet): ReadonlyMap<RecordId, IsoDate> {
  const days = new Map<RecordId, IsoDate>();
  for (const definition of recordDefinitions) {
    const fields = definition.fieldKeys.filter((key) => definition.spec(key)?.kind === 'evidence');
    if (fields.length === 0) continue;
    for (const { values } of set.all(definition.type)) {
      const day = evidenceDay(definition, values);
      if (day === null) continue;
      for (const id of fields.flatMap((key) => idsIn(values[key]))) {
        const known = days.get(id);
        if (known === undefined || day < known) days.set(id, day);
      }
    }
  }
  return days;
}

function idsIn(value: unknown): readonly RecordId[] {
  const ids: readonly unknown[] = Array.isArray(value) ? value : [];
  return ids.filter(isRecordId);
}
