import { describe, expect, it } from 'vitest';
import type { Label } from '../../../../shared/core/language.ts';
import { languages } from '../../../../shared/core/language.ts';
import { foldText } from '../../../../shared/core/text.ts';
import {
  definitionOf,
  findDefinition,
  isRecordType,
  recordDefinitions,
  recordTypes,
} from '../../../../shared/records/registry.ts';
import { codecOf } from '../../../../shared/schema/codecByKind.ts';
import { referredType } from '../../../../shared/schema/codecs/references.ts';
import type { AnyRecordDefinition } from '../../../../shared/schema/defineRecord.ts';
import type { FieldSpec } from '../../../../shared/schema/fieldSpec.ts';

const fieldsOf = (definition: AnyRecordDefinition): readonly (readonly [string, FieldSpec])[] =>
  definition.fieldKeys.flatMap((key) => {
    const spec = definition.spec(key);
    return spec === null ? [] : [[key, spec] as const];
  });

/** Every text of a type that people read, with the place where it stands. */
function labelsOf(definition: AnyRecordDefinition): readonly (readonly [string, Label])[] {
  const { type, label, sheet, groups, rules } = definition;
  return [
    [`${type} one`, label.one],
    [`${type} many`, label.many],
    ...(sheet === undefined ? [] : [[`${type} sheet`, sheet] as const]),
    ...groups.map((group) => [`${type} group ${group.key}`, group.label] as const),
    ...rules.map((rule) => [`${type} rule ${rule.code}`, rule.message] as const),
    ...fieldsOf(definition).flatMap(([key, spec]) => [
      [`${type}.${key}`, spec.label] as const,
      ...(spec.help === undefined ? [] : [[`${type}.${key} help`, spec.help] as const]),
      ...('unit' in spec && spec.unit !== undefined ? [[`${type}.${key} unit`, spec.unit] as const] : []),
      ...('choices' in spec
        ? spec.choices.map((choice) => [`${type}.${key}=${choice.value}`, choice.label] as const)
        : []),
    ]),
  ];
}

const allLabels = recordDefinitions.flatMap(labelsOf);
// Names that Korean texts of the programme write in Latin letters, and examples of what to type.
const latinInKorean = /\b(MoU|ITCC|eGCC|DGCC|BG10|KOICA|EDCF|MDB|ODA)\b|https:\/\/|\{\w+\}/g;

describe('the record types', () => {
  it('are found by name, and nothing else is', () => {
    expect(recordDefinitions.map(({ type }) => type)).toEqual([...recordTypes]);
    for (const type of recordTypes) {
      expect(isRecordType(type)).toBe(true);
      expect(findDefinition(type)?.type).toBe(type);
    }
    for (const type of ['dream', '', 'constructor', '__proto__', 'toString']) {
      expect(isRecordType(type)).toBe(false);
      expect(findDefinition(type)).toBeNull();
      expect(() => definitionOf(type)).toThrow(/No record type/);
    }
  });

  it('refer only to types that exist', () => {
    const targets = recordDefinitions.flatMap((definition) =>
      fieldsOf(definition).flatMap(([key, spec]) => {
        const to = referredType(spec);
        return to === null ? [] : [`${definition.type}.${key} -> ${to}`];
      }),
    );
    expect(targets).toContain('story.photo -> evidence');
    expect(targets.filter((target) => !isRecordType(target.split(' -> ')[1] ?? ''))).toEqual([]);
  });

  it.each(recordDefinitions)('name only fields and groups that $type has', (definition) => {
    const { listFields, indexes, dateField, endField, rules, groups } = definition;
    const named = [...listFields, ...indexes, dateField, endField, ...rules.map(({ field }) => field)];
    expect(named.filter((key) => key !== undefined && definition.spec(key) === null)).toEqual([]);
    const known = new Set(groups.map(({ key }) => key));
    const strangers = fieldsOf(definition).filter(
      ([, { group }]) => group !== undefined && !known.has(group),
    );
    expect(strangers).toEqual([]);
    const used = new Set(fieldsOf(definition).map(([, { group }]) => group ?? groups[0].key));
    expect(groups.filter(({ key }) => !used.has(key))).toEqual([]);
  });

  it('make a part of a record that they name by one required reference', () => {
    const parts = recordDefinitions.filter(({ partOf }) => partOf !== undefined);
    expect(parts.map(({ type, partOf }) => `${type}.${partOf ?? ''}`)).toEqual([
      'decision.meeting',
      'planLine.plan',
      'deliverable.project',
      'participation.training',
      'reportStep.report',
      'sealPart.report',
    ]);
    for (const { partOf = '', spec } of parts) {
      expect(spec(partOf)).toMatchObject({ kind: 'ref', required: true });
    }
  });

  it.each(recordDefinitions)('index of $type dates, choices and references only', (definition) => {
    const kinds = definition.indexes.map((key) => definition.spec(key)?.kind ?? 'none');
    const allowed = ['date', 'choice', 'multiChoice', 'country', 'ref', 'refs', 'boolean'];
    expect(kinds.filter((kind) => !allowed.includes(kind))).toEqual([]);
    for (const key of [definition.dateField, definition.endField]) {
      if (key !== undefined) expect(definition.spec(key)?.kind).toBe('date');
    }
  });

  it.each(recordDefinitions)('keep the values and aliases of each choice of $type apart', (definition) => {
    for (const [key, spec] of fieldsOf(definition)) {
      if (spec.kind !== 'choice' && spec.kind !== 'multiChoice') continue;
      const owners = new Map<string, string>();
      const clashes: string[] = [];
      for (const { value, label, aliases = [] } of spec.choices) {
        for (const name of new Set([value, label.en, label.ko, ...aliases].map(foldText))) {
          const owner = owners.get(name);
          if (owner !== undefined) clashes.push(`${key}: “${name}” is ${owner} and ${value}`);
          owners.set(name, value);
        }
      }
      expect(clashes).toEqual([]);
      if (spec.kind === 'choice' && spec.initial !== undefined)
        expect(owners.has(foldText(spec.initial))).toBe(true);
    }
  });

  it.each(recordDefinitions)('mark rule codes of $type once each', ({ rules }) => {
    expect(new Set(rules.map(({ code, field }) => `${code} ${field}`)).size).toBe(rules.length);
  });
});

describe('the texts of the record types', () => {
  it('are there in both languages', () => {
    expect(allLabels.length).toBeGreaterThan(300);
    expect(allLabels.filter(([, { en, ko }]) => en.trim() === '' || ko.trim() === '')).toEqual([]);
  });

  it('explain every field', () => {
    const unexplained = recordDefinitions.flatMap((definition) =>
      fieldsOf(definition).flatMap(([key, { help }]) =>
        help === undefined ? [`${definition.type}.${key}`] : [],
      ),
    );
    expect(unexplained).toEqual([]);
  });

  it('have no English left in Korean, and no Korean in English', () => {
    const leftovers = allLabels.filter(
      ([, { en, ko }]) => /[A-Za-z]/.test(ko.replace(latinInKorean, '')) || /\p{Script=Hangul}/u.test(en),
    );
    expect(leftovers).toEqual([]);
    expect(allLabels.filter(([, { en, ko }]) => en === ko)).toEqual([]);
  });

  it('fill the same places in both languages', () => {
    const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    expect(allLabels.filter(([, { en, ko }]) => `${placesOf(en)}` !== `${placesOf(ko)}`)).toEqual([]);
  });

  it('tell people what to do where a rule is broken', () => {
    const rules = recordDefinitions.flatMap(({ rules: own }) => own);
    // Two sentences at least: what is wrong, and what to do about it.
    const silent = rules.filter(
      ({ message }) => !/[.!?:,] \S/.test(message.en) || !/(요|세요|십시오)\.$/.test(message.ko),
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });
});

describe('Excel headers', () => {
  it.each(recordDefinitions)('of $type mean one field each, in whatever language', (definition) => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const [key, spec] of fieldsOf(definition)) {
      const names = new Set(headersOf(key, spec).map(foldText));
      for (const name of names) {
        const owner = owners.get(name);
        if (owner !== undefined) clashes.push(`“${name}” is ${owner} and ${key}`);
        owners.set(name, key);
      }
    }
    expect(clashes).toEqual([]);
    expect(owners.has('id')).toBe(false);
  });
});

describe('sheets', () => {
  const nameOf = ({ sheet, label }: AnyRecordDefinition, language: 'en' | 'ko') =>
    (sheet ?? label.many)[language];

  it.each(languages)('have names that Excel takes, each its own (%s)', (language) => {
    const names = recordDefinitions.map((definition) => nameOf(definition, language));
    expect(
      names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)),
    ).toEqual([]);
    expect(new Set(names.map(foldText)).size).toBe(names.length);
  });

  it('are recognised as one type by every name that they may have', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const { type, label, sheet, sheetAliases = [] } of recordDefinitions) {
      const labels = [label.one, label.many, ...(sheet === undefined ? [] : [sheet])];
      const names = [...labels.flatMap(({ en, ko }) => [en, ko]), ...sheetAliases, type];
      for (const name of new Set(names.map(foldText))) {
        const owner = owners.get(name);
        if (owner !== undefined) clashes.push(`“${name}” is ${owner} and ${type}`);
        owners.set(name, type);
      }
    }
    expect(clashes).toEqual([]);
  });
});

function headersOf(key: string, spec: FieldSpec): readonly string[] {
  const names = [spec.label.en, spec.label.ko, ...(spec.aliases ?? [])];
  const parts = codecOf(spec).columns.flatMap(({ part, partLabel }) =>
    partLabel === null
      ? []
      : [`${key}/${part}`, ...names.flatMap((name) => languages.map((l) => `${name} (${partLabel[l]})`))],
  );
  return [key, ...names, ...parts];
}
