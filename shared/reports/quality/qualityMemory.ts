import type { RecordSet } from '../../records/recordSet.ts';
import { referredType } from '../../schema/codecs/references.ts';
import type { AnyRecordDefinition, RecordLookup } from '../../schema/defineRecord.ts';
import type { StoredRecord } from '../../sync/record.ts';
import type { QualityItem } from './qualityItems.ts';

/**
 * What was found in the records of each type, and what was looked at for it. A set gives the same array of a type's
 * records until one of them changes, so that after an edit only the types are looked through that it can concern.
 */
export type QualityMemory = Map<string, Remembered>;

interface Remembered {
  /** The question: day and center. */
  readonly question: string;
  readonly lookedAt: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly items: readonly QualityItem[];
}

/** The items of a type: those remembered while nothing of what they follow from has changed, else found anew. */
export function rememberedItems(
  memory: QualityMemory,
  question: string,
  definition: AnyRecordDefinition,
  set: RecordSet,
  lookup: RecordLookup,
  find: (lookup: RecordLookup) => readonly QualityItem[],
): readonly QualityItem[] {
  const before = memory.get(definition.type);
  const isSame =
    before?.question === question &&
    [...before.lookedAt].every(([type, records]) => set.all(type) === records);
  if (before !== undefined && isSame) return before.items;
  const types = new Set([definition.type, ...typesReferredTo(definition)]);
  const items = find({
    today: lookup.today,
    get: (type, id) => {
      types.add(type);
      return lookup.get(type, id);
    },
    where: (type, field, value) => {
      types.add(type);
      return lookup.where(type, field, value);
    },
  });
  memory.set(definition.type, {
    question,
    lookedAt: new Map([...types].map((type) => [type, set.all(type)])),
    items,
  });
  return items;
}

function typesReferredTo(definition: AnyRecordDefinition): readonly string[] {
  return definition.fieldKeys.flatMap((key) => {
    const spec = definition.spec(key);
    return (spec === null ? null : referredType(spec)) ?? [];
  });
}
