import type { AnyRecordDefinition, FormGroup } from '../../shared/schema/defineRecord.ts';
import type { FieldSpec } from '../../shared/schema/fieldSpec.ts';

export interface GroupOfFields extends FormGroup {
  readonly fields: readonly { readonly key: string; readonly spec: FieldSpec }[];
}

/** The form's groups with their fields in declared order; groups without a shown field are left out. */
export function groupsOf(
  definition: AnyRecordDefinition,
  isShown: (key: string, spec: FieldSpec) => boolean,
): readonly GroupOfFields[] {
  const [first] = definition.groups;
  const shown = definition.fieldKeys.flatMap((key) => {
    const spec = definition.spec(key);
    return spec !== null && isShown(key, spec) ? [{ key, spec }] : [];
  });
  return definition.groups
    .map((group) => ({
      ...group,
      fields: shown.filter(({ spec }) => (spec.group ?? first.key) === group.key),
    }))
    .filter(({ fields }) => fields.length > 0);
}
