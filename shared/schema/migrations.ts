import type { JsonValue } from '../core/json.ts';

/**
 * One step of a record type from version `to - 1` to `to`. Steps work on single stored values (path and JSON), so
 * that they apply alike to a store, a journal entry and a workbook row. A step that was shipped never changes.
 */
export type Migration =
  | { readonly to: number; readonly kind: 'add'; readonly field: string }
  | { readonly to: number; readonly kind: 'rename'; readonly from: string; readonly field: string }
  | { readonly to: number; readonly kind: 'drop'; readonly field: string }
  | {
      readonly to: number;
      readonly kind: 'map';
      readonly field: string;
      /** Pure; `part` is the element or language behind the field, '' for none. Never called without a value; null removes it. */
      map(value: JsonValue, part: string): JsonValue;
    };

export interface PathValue {
  readonly path: string;
  readonly value: JsonValue;
}

/** Brings one stored value from `version` up to date; null when its field is gone. */
export function migrateValue(
  migrations: readonly Migration[],
  version: number,
  stored: PathValue,
): PathValue | null {
  let current: PathValue = stored;
  for (const step of migrations) {
    if (step.to <= version) continue;
    const { field, part } = splitPath(current.path);
    if (step.kind === 'drop' && field === step.field) return null;
    if (step.kind === 'rename' && field === step.from) {
      current = { path: joinPath(step.field, part), value: current.value };
    }
    if (step.kind === 'map' && field === step.field && current.value !== null) {
      current = { path: current.path, value: step.map(current.value, part) };
    }
  }
  return current;
}

/** A stored value's address in its record: `date`, `title/ko`, `experts/<id>`, or a mark such as `$deleted`. */
export type Path = string;

export function joinPath(field: string, part: string): Path {
  return part === '' ? field : `${field}/${part}`;
}

export function splitPath(path: Path): { readonly field: string; readonly part: string } {
  const slash = path.indexOf('/');
  return slash < 0 ? { field: path, part: '' } : { field: path.slice(0, slash), part: path.slice(slash + 1) };
}
