import type { JsonValue } from '../../../shared/core/json.ts';
import type { OpenConflict } from '../../../shared/records/openConflicts.ts';
import { codecOf, toJson } from '../../../shared/schema/codecByKind.ts';
import type { FieldSpec } from '../../../shared/schema/fieldSpec.ts';
import type { FieldInput } from '../../forms/fieldInput.ts';
import { isUnreadable } from '../../forms/fieldInput.ts';

/**
 * The control in which another value than those in conflict is written; null where there are only two ways (an
 * element in or out, a record deleted or not). Of a text in several languages only the one in conflict is written.
 */
export function writingSpec({ definition, conflict }: OpenConflict): FieldSpec | null {
  const spec = conflict.kind === 'deletion' ? null : definition.spec(conflict.field);
  if (spec === null) return null;
  switch (codecOf(spec).merge) {
    case 'elements':
      return null;
    case 'texts': {
      const max = 'maxLength' in spec ? spec.maxLength : undefined;
      return { kind: 'longText', label: spec.label, ...(max === undefined ? {} : { maxLength: max }) };
    }
    default:
      return spec;
  }
}

/** What the control starts with: the value that counts now. */
export function firstInput(spec: FieldSpec, { conflict }: OpenConflict): FieldInput {
  return { value: codecOf(spec).fromJson(conflict.versions[0]?.value ?? null) ?? undefined };
}

/** What the control says as the path's value, null for erased; undefined while it says nothing readable. */
export function writtenValue(input: FieldInput): JsonValue | undefined {
  if (isUnreadable(input)) return undefined;
  return input.value === undefined ? null : toJson(input.value);
}
