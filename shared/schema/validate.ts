import type { RecordId } from '../core/ids.ts';
import type { Label, Language } from '../core/language.ts';
import { fillMessage } from '../messages/message.ts';
import { valueProblemTexts } from '../messages/valueProblems.ts';
import { codecOf } from './codecByKind.ts';
import type { AnyRecordDefinition, RecordLookup, RuleParams } from './defineRecord.ts';
import type { AnyValues } from './fieldSpec.ts';
import { isRequired } from './isRequired.ts';
import { ofOwnKind } from './ownKind.ts';

/** One thing that is wrong (`error`) or worth a look (`warning`) with a record. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** A value problem's code, or the code of the rule. */
  readonly code: string;
  readonly field: string;
  readonly message: Label;
  readonly params: RuleParams;
  /** See `Rule`: an error in the form, a warning in an import. */
  readonly acrossRecords?: true;
}

/**
 * All findings of a record, never the first only: missing and bad values, then rules across fields, which compare samples
 * with samples and all others with others. What is not stored yet is no sample.
 */
export function validateRecord(
  definition: AnyRecordDefinition,
  values: AnyValues,
  lookup: RecordLookup,
  id: RecordId | null,
): readonly Finding[] {
  return [...fieldFindings(definition, values), ...ruleFindings(definition, values, lookup, id)];
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ level }) => level === 'error');

export function findingText({ message, params }: Finding, language: Language): string {
  const filled: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    filled[name] = typeof value === 'object' ? value[language] : value;
  }
  return fillMessage(message, language, filled);
}

/** Missing and bad values, field by field; needs no other records. */
export function fieldFindings(definition: AnyRecordDefinition, values: AnyValues): readonly Finding[] {
  const findings: Finding[] = [];
  for (const key of definition.fieldKeys) {
    const spec = definition.spec(key);
    if (spec === null) continue;
    const value = values[key];
    if (value === undefined) {
      if (isRequired(spec, values)) findings.push(valueFinding('REQUIRED', key, { field: spec.label }));
      continue;
    }
    for (const { code, params } of codecOf(spec).check(value)) findings.push(valueFinding(code, key, params));
  }
  return findings;
}

function valueFinding(code: keyof typeof valueProblemTexts, field: string, params: RuleParams): Finding {
  return { level: 'error', code, field, message: valueProblemTexts[code], params };
}

function ruleFindings(
  definition: AnyRecordDefinition,
  values: AnyValues,
  lookup: RecordLookup,
  id: RecordId | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  const isSample = id !== null && lookup.get(definition.type, id)?.sample === true;
  const ofKind = ofOwnKind(lookup, isSample);
  for (const { code, level, field, message, broken, acrossRecords } of definition.rules) {
    const hit = broken(values, ofKind, id);
    if (hit === false) continue;
    const finding = { level, code, field, message, params: hit === true ? {} : hit };
    findings.push(acrossRecords === undefined ? finding : { ...finding, acrossRecords });
  }
  return findings;
}
