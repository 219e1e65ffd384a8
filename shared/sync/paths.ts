import { isJsonObject, type JsonValue } from '../core/json.ts';
import { codecOf, toJson } from '../schema/codecByKind.ts';
import { textLanguages } from '../schema/codecs/texts.ts';
import type { AnyRecordDefinition } from '../schema/defineRecord.ts';
import type { AnyValues, FieldSpec, FieldValue } from '../schema/fieldSpec.ts';
import { joinPath, type Path, type PathValue } from '../schema/migrations.ts';

/**
 * The mergeable parts of a field's value: the whole, each language's text, or each element of a set (as true).
 * No value has no parts.
 */
export function valueToPaths(
  key: string,
  spec: FieldSpec,
  value: FieldValue | undefined,
): readonly PathValue[] {
  if (value === undefined) return [];
  const json = toJson(value);
  switch (codecOf(spec).merge) {
    case 'texts':
      return isJsonObject(json)
        ? textLanguages.flatMap((part) => partOf(json[part], joinPath(key, part)))
        : [];
    case 'elements':
      return Array.isArray(json)
        ? json.flatMap((element) =>
            typeof element === 'string' ? [{ path: joinPath(key, element), value: true }] : [],
          )
        : [];
    default:
      return [{ path: key, value: json }];
  }
}

/** All parts of a record's values; fields that the definition does not know are left out. */
export function valuesToPaths(definition: AnyRecordDefinition, values: AnyValues): readonly PathValue[] {
  return definition.fieldKeys.flatMap((key) => {
    const spec = definition.spec(key);
    return spec === null ? [] : valueToPaths(key, spec, values[key]);
  });
}

/** One part set (or, with null, removed) in a field's value; a part that does not fit the kind is refused. */
export function withPart(
  spec: FieldSpec,
  current: FieldValue | undefined,
  part: string,
  value: JsonValue,
): { readonly fits: boolean; readonly value: FieldValue | undefined } {
  const codec = codecOf(spec);
  if (codec.merge === 'whole') {
    if (part !== '') return { fits: false, value: current };
    const next = value === null ? undefined : (codec.fromJson(value) ?? undefined);
    return {
      fits: value === null || next !== undefined,
      value: next ?? (value === null ? undefined : current),
    };
  }
  if (part === '') return { fits: false, value: current };
  const json = current === undefined ? null : toJson(current);
  const next = codec.merge === 'texts' ? withText(json, part, value) : withElement(json, part, value);
  const parsed = codec.fromJson(next);
  return parsed === null && !isEmptyJson(next)
    ? { fits: false, value: current }
    : { fits: true, value: parsed ?? undefined };
}

/** The value at a path of a record, null when it has none. */
export function valueAtPath(definition: AnyRecordDefinition, values: AnyValues, path: Path): JsonValue {
  const slash = path.indexOf('/');
  const key = slash < 0 ? path : path.slice(0, slash);
  const value = values[key];
  const spec = definition.spec(key);
  if (value === undefined || spec === null) return null;
  return valueToPaths(key, spec, value).find((part) => part.path === path)?.value ?? null;
}

function partOf(value: JsonValue | undefined, path: Path): readonly PathValue[] {
  return value === undefined || value === null ? [] : [{ path, value }];
}

function withText(json: JsonValue, part: string, value: JsonValue): JsonValue {
  const texts: Record<string, JsonValue> = isJsonObject(json) ? { ...json } : {};
  if (value === null) delete texts[part];
  else texts[part] = value;
  return texts;
}

function withElement(json: JsonValue, part: string, value: JsonValue): JsonValue {
  const elements = Array.isArray(json) ? json.filter((element) => element !== part) : [];
  return value === null ? elements : [...elements, part];
}

function isEmptyJson(json: JsonValue): boolean {
  return Array.isArray(json) ? json.length === 0 : isJsonObject(json) && Object.keys(json).length === 0;
}
