import type { FieldKind, SpecOf } from '../../../shared/schema/fieldSpec.ts';
import type { FieldInput } from '../fieldInput.ts';
import type { FormServices } from '../formServices.ts';

/** What every control gets. The label stands in the row around it, under the id `${id}-label`. */
export interface ControlProps<Kind extends FieldKind = FieldKind> {
  readonly id: string;
  readonly spec: SpecOf<Kind>;
  /** Whether a record of the values that stand in the form must have it. */
  readonly required: boolean;
  readonly input: FieldInput;
  readonly services: FormServices;
  /** Ids of help, errors and warnings. */
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly onInput: (input: FieldInput) => void;
  readonly onBlur: () => void;
}

export const labelId = (id: string): string => `${id}-label`;
