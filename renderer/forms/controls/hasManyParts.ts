import type { FieldSpec } from '../../../shared/schema/fieldSpec.ts';

/** The most choices that stand side by side; more are a drop-down list. */
export const mostButtons = 4;

/** Whether a field's control has several inputs, so that its label names the group and not one of them. */
export function hasManyParts(spec: FieldSpec): boolean {
  if (spec.kind === 'choice') return spec.choices.length <= mostButtons;
  return ['multiChoice', 'boolean', 'attendance', 'localizedText', 'money', 'dateTime'].includes(spec.kind);
}
