import type { JsonObject, JsonValue } from '../../shared/core/json.ts';
import { isJsonObject } from '../../shared/core/json.ts';
import type { Language } from '../../shared/core/language.ts';
import { isBlank } from '../../shared/core/text.ts';
import type { CellProblem, ReferenceBook } from '../../shared/schema/codec.ts';
import { codecOf, toJson, valuesEqual } from '../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { AnyValues, FieldSpec, FieldValue } from '../../shared/schema/fieldSpec.ts';

/** What stands in one control: a value, or texts that are none yet. */
export interface FieldInput {
  readonly value: FieldValue | undefined;
  /** What was typed, in the order of the field's Excel columns; absent where the control only yields values. */
  readonly texts?: readonly string[];
  /** Why the texts are no value. */
  readonly problems?: readonly CellProblem[];
}

export type FormInputs = Readonly<Record<string, FieldInput>>;

/** Reads typed texts as the import reads cells, so that a form and a workbook accept the same. */
export function inputFromTexts(
  spec: FieldSpec,
  texts: readonly string[],
  language: Language,
  references: ReferenceBook,
): FieldInput {
  if (texts.every(isBlank)) return { value: undefined, texts };
  const read = codecOf(spec).fromCells(texts, { language, references });
  return read.ok ? { value: read.value, texts } : { value: undefined, texts, problems: read.error };
}

export function inputsFromValues(definition: AnyRecordDefinition, values: AnyValues): FormInputs {
  return Object.fromEntries(definition.fieldKeys.map((key) => [key, { value: values[key] }]));
}

export function valuesOfInputs(inputs: FormInputs): AnyValues {
  const values: Record<string, FieldValue> = {};
  for (const [key, { value }] of Object.entries(inputs)) if (value !== undefined) values[key] = value;
  return values;
}

export const isUnreadable = ({ problems }: FieldInput): boolean =>
  problems !== undefined && problems.length > 0;

/** Keys of the fields whose input differs from the values that the form began with. */
export function changedKeys(inputs: FormInputs, base: AnyValues): readonly string[] {
  return Object.entries(inputs).flatMap(([key, input]) =>
    isUnreadable(input) || !valuesEqual(input.value, base[key]) ? [key] : [],
  );
}

/** Only what differs from the base, so that a restored draft does not take back what was changed since. */
export function inputsToDraft(inputs: FormInputs, base: AnyValues): JsonObject {
  const draft: Record<string, JsonValue> = {};
  for (const key of changedKeys(inputs, base)) {
    const { value, texts } = inputs[key] ?? { value: undefined };
    draft[key] = {
      value: value === undefined ? null : toJson(value),
      ...(texts === undefined ? {} : { texts: [...texts] }),
    };
  }
  return draft;
}

/** The inputs of a draft over the base values; what does not fit the fields any more is left out. */
export function inputsFromDraft(
  definition: AnyRecordDefinition,
  base: AnyValues,
  draft: JsonObject,
  language: Language,
  references: ReferenceBook,
): FormInputs {
  const inputs: Record<string, FieldInput> = { ...inputsFromValues(definition, base) };
  for (const [key, json] of Object.entries(draft)) {
    const spec = definition.spec(key);
    if (spec === null || !isJsonObject(json)) continue;
    const texts = Array.isArray(json.texts) ? json.texts.map(String) : null;
    if (texts !== null) inputs[key] = inputFromTexts(spec, texts, language, references);
    else inputs[key] = { value: codecOf(spec).fromJson(json.value) ?? undefined };
  }
  return inputs;
}
