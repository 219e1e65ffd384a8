import fc from 'fast-check';
import { derivedRecordId } from '../../shared/core/ids.ts';
import { type RecordSet, recordSetOf } from '../../shared/records/recordSet.ts';
import { definitionOf, recordTypes } from '../../shared/records/registry.ts';
import type { FieldSpec, FieldValue } from '../../shared/schema/fieldSpec.ts';
import { storedRecordOf, valuesArbitrary } from './recordGenerators.ts';

/**
 * For each text a record of every type of the registry, with that text in each of its text fields; `fixed` by type for
 * what must not be left to chance.
 */
export function recordsFullOf(
  texts: readonly string[],
  fixed: Readonly<Record<string, Readonly<Record<string, FieldValue>>>> = {},
): RecordSet {
  const records = texts.flatMap((text, index) =>
    recordTypes.map((type) => {
      const definition = definitionOf(type);
      const known = Object.fromEntries(
        recordTypes.map((other) => [other, [derivedRecordId('hostile', other, String(index))]]),
      );
      const [values] = fc.sample(valuesArbitrary(definition, known), { seed: index, numRuns: 1 });
      const filled: Record<string, FieldValue | undefined> = { ...values, ...fixed[type] };
      for (const key of definition.fieldKeys) {
        const spec = definition.spec(key);
        const made = spec === null ? null : textIn(spec, text);
        if (made !== null) filled[key] = made;
      }
      return storedRecordOf(type, derivedRecordId('hostile', type, String(index)), filled);
    }),
  );
  return recordSetOf(records);
}

function textIn(spec: FieldSpec, text: string): FieldValue | null {
  switch (spec.kind) {
    case 'text':
    case 'longText':
      return text.slice(0, spec.maxLength ?? 200);
    case 'localizedText':
      return { ko: text, en: text, local: text };
    default:
      return null;
  }
}
