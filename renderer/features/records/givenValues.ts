import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/core/json.ts';
import { codecOf, toJson } from '../../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { AnyValues, FieldValue } from '../../../shared/schema/fieldSpec.ts';

/** What an address gives for the fields of a type; anything else in it is left out. Null for nothing. */
export function givenValues(definition: AnyRecordDefinition, from: unknown): JsonObject | null {
  if (!isJsonObject(from)) return null;
  const given: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(valuesOfGiven(definition, from))) {
    if (value !== undefined) given[key] = toJson(value);
  }
  return Object.keys(given).length === 0 ? null : given;
}

export function valuesOfGiven(definition: AnyRecordDefinition, given: JsonObject | null): AnyValues {
  const values: Record<string, FieldValue> = {};
  for (const [key, json] of Object.entries(given ?? {})) {
    const spec = definition.spec(key);
    const value = spec === null ? null : codecOf(spec).fromJson(json);
    if (value !== null) values[key] = value;
  }
  return values;
}
