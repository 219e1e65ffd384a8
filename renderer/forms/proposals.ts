import { valuesEqual } from '../../shared/schema/codecByKind.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { FieldValue } from '../../shared/schema/fieldSpec.ts';
import { type FieldInput, type FormInputs, isUnreadable } from './fieldInput.ts';

/** What the form itself entered, by field: as long as it stands there, nobody has typed over it. */
export type Proposed = Map<string, FieldValue>;

/**
 * The inputs with what the type proposes after a field was filled in. Only into an empty field, or over an earlier
 * proposal: while a date is typed, each key may make it another one.
 */
export function withProposals(
  { proposals = [] }: AnyRecordDefinition,
  inputs: FormInputs,
  changed: string,
  proposed: Proposed,
): FormInputs {
  const given = inputs[changed]?.value;
  const next: Record<string, FieldInput> = { ...inputs };
  for (const { from, field, propose } of proposals) {
    if (from !== changed || !isFree(inputs[field], proposed.get(field))) continue;
    const value = given === undefined ? undefined : propose(given);
    next[field] = { value };
    if (value === undefined) proposed.delete(field);
    else proposed.set(field, value);
  }
  return next;
}

function isFree(input: FieldInput | undefined, proposal: FieldValue | undefined): boolean {
  if (input === undefined) return true;
  if (isUnreadable(input)) return false;
  return input.value === undefined || (proposal !== undefined && valuesEqual(input.value, proposal));
}
