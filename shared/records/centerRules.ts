import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import type { Rule } from '../schema/defineRecord.ts';
import type { AnyValues } from '../schema/fieldSpec.ts';

/** Warning: the record that a reference names belongs to another center than the record itself. */
export function ofSameCenter<Field extends string>(
  field: Field,
  type: string,
  name: Label,
): Rule<AnyValues & { readonly [Key in Field | 'center']?: RecordId | undefined }> {
  return {
    code: 'OF_OTHER_CENTER',
    level: 'warning',
    field,
    message: {
      en: `The ${name.en} belongs to another center. Choose one of this center, or correct the center.`,
      ko: `다른 센터의 ${name.ko}입니다. 이 센터의 ${name.ko}을(를) 선택하거나 센터를 고치세요.`,
    },
    broken: (values, lookup) => {
      const [center, id] = [values.center, values[field]];
      const found = typeof id === 'string' ? lookup.get(type, id) : null;
      return (
        typeof center === 'string' && found !== null && found.centerId !== null && found.centerId !== center
      );
    },
  };
}
