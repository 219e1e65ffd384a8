import type { Label } from '../core/language.ts';
import { isPersonalRecord } from '../records/personalRecords.ts';
import { recordDefinitions } from '../records/registry.ts';
import { evidenceType } from '../schema/codecs/references.ts';
import type { Selection } from './exportSelection.ts';

/** A field that a workbook without personal data leaves out, with the records in which it says something. */
export interface OmittedField {
  readonly label: Label;
  readonly count: number;
}

/** What a workbook without personal data leaves out. */
export interface Omissions {
  readonly fields: readonly { readonly type: Label; readonly fields: readonly OmittedField[] }[];
  /** Whole records of evidence that names or shows people. */
  readonly evidence: number;
}

/** What leaving personal data out of these records means, for the screen before it. Types without such fields are absent. */
export function omissionsOf({ live }: Pick<Selection, 'live'>): Omissions {
  const fields = recordDefinitions.flatMap((definition) => {
    const records = live.get(definition.type) ?? [];
    if (records.length === 0) return [];
    const omitted = definition.fieldKeys.flatMap((key): OmittedField[] => {
      const spec = definition.spec(key);
      if (spec?.sensitivity !== 'personal') return [];
      return [{ label: spec.label, count: records.filter(({ values }) => values[key] !== undefined).length }];
    });
    return omitted.length === 0 ? [] : [{ type: definition.label.many, fields: omitted }];
  });
  return { fields, evidence: (live.get(evidenceType) ?? []).filter(isPersonalRecord).length };
}
