import type { RecordId } from '../../shared/core/ids.ts';
import { valueProblemTexts } from '../../shared/messages/valueProblems.ts';
import type { AnyRecordDefinition, RecordLookup } from '../../shared/schema/defineRecord.ts';
import { type Finding, validateRecord } from '../../shared/schema/validate.ts';
import { type FormInputs, isUnreadable, valuesOfInputs } from './fieldInput.ts';

/** What is wrong with the form: texts that are no value, then everything the record's own rules say. */
export function formFindings(
  definition: AnyRecordDefinition,
  inputs: FormInputs,
  lookup: RecordLookup,
  id: RecordId | null,
): readonly Finding[] {
  const unreadable = unreadableFindings(inputs);
  const badFields = new Set(unreadable.map(({ field }) => field));
  const others = validateRecord(definition, valuesOfInputs(inputs), lookup, id);
  // A field that cannot be read is not missing as well.
  return [
    ...unreadable,
    ...others.filter(({ field, code }) => !(badFields.has(field) && code === 'REQUIRED')),
  ];
}

function unreadableFindings(inputs: FormInputs): readonly Finding[] {
  return Object.entries(inputs).flatMap(([field, input]) =>
    isUnreadable(input)
      ? (input.problems ?? []).map(({ code, params }) => ({
          level: 'error' as const,
          code,
          field,
          message: valueProblemTexts[code],
          params,
        }))
      : [],
  );
}

/** Findings by field; a field whose findings are as before keeps its array, so that its row is not drawn again. */
export function groupFindings(
  findings: readonly Finding[],
  before: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const byField = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = byField.get(finding.field);
    if (group === undefined) byField.set(finding.field, [finding]);
    else group.push(finding);
  }
  return new Map(
    [...byField].map(([field, group]) => {
      const previous = before.get(field);
      return [field, previous !== undefined && isSame(previous, group) ? previous : group];
    }),
  );
}

function isSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
