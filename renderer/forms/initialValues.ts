import type { IsoDate } from '../../shared/core/dates.ts';
import type { RecordId } from '../../shared/core/ids.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { AnyValues, FieldValue } from '../../shared/schema/fieldSpec.ts';
import { isRequired } from '../../shared/schema/isRequired.ts';

/**
 * What a new record starts with: the workspace's center, today where the type's date is required, each field's
 * initial value.
 */
export function initialValues(
  definition: AnyRecordDefinition,
  { centerId, today }: { readonly centerId: RecordId | null; readonly today: IsoDate },
): AnyValues {
  const values: Record<string, FieldValue> = {};
  for (const key of definition.fieldKeys) {
    const spec = definition.spec(key);
    if ((spec?.kind === 'choice' || spec?.kind === 'money') && spec.initial !== undefined) {
      values[key] = spec.initial;
    }
    if (spec?.kind === 'ref' && spec.to === 'center' && isRequired(spec) && centerId !== null) {
      values[key] = centerId;
    }
    if (spec?.kind === 'date' && isRequired(spec) && key === definition.dateField) values[key] = today;
  }
  return values;
}
