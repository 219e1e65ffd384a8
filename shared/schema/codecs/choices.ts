import { countryName, isCountryCode, parseCountry } from '../../core/countries.ts';
import type { Language } from '../../core/language.ts';
import { err, ok } from '../../core/result.ts';
import { foldText } from '../../core/text.ts';
import type { ValueProblem } from '../../messages/valueProblems.ts';
import type { GridCell } from '../../workbook/grid.ts';
import type { CellProblem, FieldCodec } from '../codec.ts';
import type { Choice, ChoiceSpec, MultiChoiceSpec } from '../fieldSpec.ts';
import { cellProblem, cellText, isEmptyCell, isErrorCell, noValue, oneColumn } from './cells.ts';

/** Stands between the elements of a set in one cell. */
export const listSeparator = '; ';
/** All marks that are read as the end of an element; no element's text may hold one. */
export const listMarks = /[;；、\n]/gu;

export const choiceCodec: FieldCodec<'choice'> = {
  kind: 'choice',
  merge: 'whole',
  columns: (spec) => oneColumn('text', spec.width ?? 18),
  toCells: (value, spec, { language }) => [value === undefined ? null : choiceLabel(spec, value, language)],
  fromCells: (cells, spec, { language }) => {
    const cell = cells[0] ?? null;
    if (isEmptyCell(cell)) return noValue;
    const value = findChoice(spec, cellText(cell));
    return value === null ? err([badChoice(cell, spec, language)]) : ok(value);
  },
  fromJson: (json) => (typeof json === 'string' && json !== '' ? json : null),
  check: (value, spec) => unknownChoices([value], spec),
  toText: (value, spec, { language }) => choiceLabel(spec, value, language),
};

export const multiChoiceCodec: FieldCodec<'multiChoice'> = {
  kind: 'multiChoice',
  merge: 'elements',
  columns: (spec) => oneColumn('text', spec.width ?? 24, true),
  toCells: (value, spec, { language }) => [
    value === undefined
      ? null
      : value.map((element) => choiceLabel(spec, element, language)).join(listSeparator),
  ],
  fromCells: (cells, spec, { language }) => {
    const cell = cells[0] ?? null;
    if (isEmptyCell(cell)) return noValue;
    if (isErrorCell(cell)) return err([badChoice(cell, spec, language)]);
    const values: string[] = [];
    const problems: CellProblem[] = [];
    for (const element of listElements(cell)) {
      const value = findChoice(spec, element);
      if (value === null) problems.push(badChoice(element, spec, language));
      else values.push(value);
    }
    return problems.length > 0 ? err(problems) : ok(sortedSet(values));
  },
  fromJson: textSetFromJson,
  check: unknownChoices,
  toText: (value, spec, { language }) =>
    value.map((element) => choiceLabel(spec, element, language)).join(listSeparator),
};

const yesNo: readonly (Choice & { readonly truth: boolean })[] = [
  {
    value: 'true',
    truth: true,
    label: { en: 'Yes', ko: '예' },
    aliases: ['y', '1', 'o', '○', 'v', '✓', '네', 'да'],
  },
  {
    value: 'false',
    truth: false,
    label: { en: 'No', ko: '아니요' },
    aliases: ['n', '0', 'x', '✗', '아니오', 'нет'],
  },
];

/** The two labels, yes first. */
export const yesNoLabels = (language: Language): readonly string[] =>
  yesNo.map(({ label }) => label[language]);

export const booleanCodec: FieldCodec<'boolean'> = {
  kind: 'boolean',
  merge: 'whole',
  columns: (spec) => oneColumn('text', spec.width ?? 8),
  toCells: (value, _spec, { language }) => [value === undefined ? null : yesNoText(value, language)],
  fromCells: (cells, { words }) => {
    const cell = cells[0] ?? null;
    if (isEmptyCell(cell)) return noValue;
    if (typeof cell === 'boolean') return ok(cell);
    const text = cellText(cell);
    const own = foldText(text);
    if (words?.yes.some((word) => foldText(word) === own) === true) return ok(true);
    if (words?.no.some((word) => foldText(word) === own) === true) return ok(false);
    const value = findChoice({ choices: yesNo }, text);
    return value === null ? err([cellProblem(cell, 'BAD_BOOLEAN')]) : ok(value === 'true');
  },
  fromJson: (json) => (typeof json === 'boolean' ? json : null),
  check: () => [],
  toText: (value, _spec, { language }) => yesNoText(value, language),
};

export const countryCodec: FieldCodec<'country'> = {
  kind: 'country',
  merge: 'whole',
  columns: (spec) => oneColumn('text', spec.width ?? 20),
  toCells: (value, _spec, { language }) => [value === undefined ? null : countryCell(value, language)],
  fromCells: (cells) => {
    const cell = cells[0] ?? null;
    if (isEmptyCell(cell)) return noValue;
    const code = parseCountry(cellText(cell));
    return code === null ? err([cellProblem(cell, 'BAD_COUNTRY')]) : ok(code);
  },
  fromJson: (json) => (typeof json === 'string' && /^[A-Z]{2}$/.test(json) ? json : null),
  check: (value) => (isCountryCode(value) ? [] : [{ code: 'BAD_COUNTRY', params: { value } }]),
  toText: (value, _spec, { language }) => countryName(value, language),
};

/** `Bulgaria (BG)`: for people, and with the code that does not change. */
export const countryCell = (code: string, language: Language): string =>
  `${countryName(code, language)} (${code})`;

/** A stored value that the declaration does not know stays visible as it is. */
export function choiceLabel(
  spec: Pick<ChoiceSpec | MultiChoiceSpec, 'choices'>,
  value: string,
  language: Language,
): string {
  return spec.choices.find((choice) => choice.value === value)?.label[language] ?? value;
}

/** The elements that a person separated by semicolons, line ends or Korean and Chinese list commas. */
export function listElements(cell: GridCell): readonly string[] {
  return cellText(cell)
    .split(listMarks)
    .map((element) => element.trim())
    .filter((element) => element !== '');
}

export function sortedSet<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort();
}

export function textSetFromJson(json: unknown): readonly string[] | null {
  if (!Array.isArray(json) || json.length === 0) return null;
  const texts = json.filter((element): element is string => typeof element === 'string' && element !== '');
  return texts.length === json.length ? sortedSet(texts) : null;
}

function findChoice(spec: { readonly choices: readonly Choice[] }, text: string): string | null {
  let values = valueByName.get(spec.choices);
  if (values === undefined) {
    values = namesOf(spec.choices);
    valueByName.set(spec.choices, values);
  }
  return values.get(foldText(text)) ?? null;
}

// Declarations never change, so their names are folded once and not for every cell.
const valueByName = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();

/** The value by every name that means it; a name of two choices means the first. */
function namesOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { value, label, aliases = [] } of choices) {
    for (const name of [value, label.en, label.ko, ...aliases]) {
      const folded = foldText(name);
      if (!values.has(folded)) values.set(folded, value);
    }
  }
  return values;
}

function badChoice(cell: GridCell, spec: ChoiceSpec | MultiChoiceSpec, language: Language): CellProblem {
  const choices = spec.choices.map(({ label }) => label[language]).join(', ');
  return cellProblem(cell, 'BAD_CHOICE', 0, { choices });
}

function unknownChoices(
  values: readonly string[],
  spec: ChoiceSpec | MultiChoiceSpec,
): readonly ValueProblem[] {
  const unknown = values.filter((value) => !spec.choices.some((choice) => choice.value === value));
  if (unknown.length === 0) return [];
  const choices = {
    en: spec.choices.map(({ label }) => label.en).join(', '),
    ko: spec.choices.map(({ label }) => label.ko).join(', '),
  };
  return unknown.map((value) => ({ code: 'BAD_CHOICE', params: { value, choices } }));
}

function yesNoText(value: boolean, language: Language): string {
  return choiceLabel({ choices: yesNo }, String(value), language);
}
