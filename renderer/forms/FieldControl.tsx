import type { ComponentType } from 'react';
import type { FieldKind } from '../../shared/schema/fieldSpec.ts';
import { AttendanceControl } from './controls/AttendanceControl.tsx';
import { BooleanControl, ChoiceControl, MultiChoiceControl } from './controls/ChoiceControls.tsx';
import { CountryControl } from './controls/CountryControl.tsx';
import type { ControlProps } from './controls/controlProps.ts';
import { DateControl, DateTimeControl } from './controls/DateControls.tsx';
import { EvidenceControl } from './controls/EvidenceControl.tsx';
import { LocalizedTextControl } from './controls/LocalizedTextControl.tsx';
import { MoneyControl } from './controls/MoneyControl.tsx';
import { NumberControl } from './controls/NumberControl.tsx';
import { RefControl, RefsControl } from './controls/ReferenceControls.tsx';
import { LongTextControl, TextControl } from './controls/TextControl.tsx';

/** Total: the compiler refuses a field kind without its control. */
export const controlByKind: { readonly [Kind in FieldKind]: ComponentType<ControlProps<Kind>> } = {
  text: TextControl,
  longText: LongTextControl,
  localizedText: LocalizedTextControl,
  number: NumberControl,
  integer: NumberControl,
  money: MoneyControl,
  date: DateControl,
  dateTime: DateTimeControl,
  choice: ChoiceControl,
  multiChoice: MultiChoiceControl,
  boolean: BooleanControl,
  country: CountryControl,
  ref: RefControl,
  refs: RefsControl,
  evidence: EvidenceControl,
  attendance: AttendanceControl,
};

export function FieldControl(props: ControlProps) {
  // The boundary: the compiler cannot follow that a spec's kind selects the control of the same kind.
  const Control = controlByKind[props.spec.kind] as ComponentType<ControlProps>;
  return <Control {...props} />;
}
