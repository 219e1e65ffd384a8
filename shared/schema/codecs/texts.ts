import { isJsonObject } from '../../core/json.ts';
import { err, ok } from '../../core/result.ts';
import { isBlank } from '../../core/text.ts';
import type { ValueProblem } from '../../messages/valueProblems.ts';
import type { GridCell } from '../../workbook/grid.ts';
import type { CellProblem, FieldCodec } from '../codec.ts';
import type { LocalizedText } from '../fieldSpec.ts';
import { cellProblem, cellText, isEmptyCell, isErrorCell, noValue, oneColumn } from './cells.ts';

/** What an Excel cell holds, in UTF-16 units. */
export const cellCapacity = 32_767;
const textDefault = 200;

export const textCodec: FieldCodec<'text'> = {
  kind: 'text',
  merge: 'whole',
  columns: (spec) => oneColumn('text', spec.width ?? 24, true),
  toCells: (value) => [value ?? null],
  fromCells: (cells) => textFromCell(cells[0] ?? null, 0),
  fromJson: textFromJson,
  check: (value, spec) => tooLong(value, spec.maxLength ?? textDefault),
  toText: (value) => value,
};

export const longTextCodec: FieldCodec<'longText'> = {
  kind: 'longText',
  merge: 'whole',
  columns: (spec) => oneColumn('text', spec.width ?? 48, true),
  toCells: (value) => [value ?? null],
  fromCells: (cells) => textFromCell(cells[0] ?? null, 0),
  fromJson: textFromJson,
  check: (value, spec) => tooLong(value, spec.maxLength ?? cellCapacity),
  toText: (value) => value,
};

/** In the order of the Excel columns. */
export const textLanguages = ['ko', 'en', 'local'] as const;

const languageLabels = {
  ko: { en: 'Korean', ko: '한국어' },
  en: { en: 'English', ko: '영어' },
  local: { en: 'local language', ko: '현지어' },
} as const;

export const localizedTextCodec: FieldCodec<'localizedText'> = {
  kind: 'localizedText',
  merge: 'texts',
  columns: (spec) =>
    textLanguages.map((part) => ({
      part,
      partLabel: languageLabels[part],
      format: 'text',
      width: spec.width ?? 28,
      wrap: true,
    })),
  toCells: (value) => textLanguages.map((part) => value?.[part] ?? null),
  fromCells: (cells) => {
    const texts: { -readonly [Part in keyof LocalizedText]: LocalizedText[Part] } = {};
    const problems: CellProblem[] = [];
    textLanguages.forEach((part, column) => {
      const cell = textFromCell(cells[column] ?? null, column);
      if (!cell.ok) problems.push(...cell.error);
      else if (cell.value !== undefined) texts[part] = cell.value;
    });
    if (problems.length > 0) return err(problems);
    return ok(Object.keys(texts).length === 0 ? undefined : texts);
  },
  fromJson: (json) => {
    if (!isJsonObject(json)) return null;
    const texts: { -readonly [Part in keyof LocalizedText]: LocalizedText[Part] } = {};
    for (const part of textLanguages) {
      const text = json[part];
      if (typeof text === 'string' && !isBlank(text)) texts[part] = text;
      else if (text !== undefined) return null;
    }
    return Object.keys(texts).length === 0 ? null : texts;
  },
  check: (value, spec) =>
    textLanguages.flatMap((part) => tooLong(value[part] ?? '', spec.maxLength ?? cellCapacity)),
  toText: (value, _spec, { language }) => value[language] ?? value.en ?? value.ko ?? value.local ?? '',
};

function textFromCell(cell: GridCell, column: number) {
  if (isEmptyCell(cell)) return noValue;
  if (isErrorCell(cell)) return err([cellProblem(cell, 'BAD_TEXT', column)]);
  return ok(cellText(cell));
}

function textFromJson(json: unknown): string | null {
  return typeof json === 'string' && !isBlank(json) ? json : null;
}

function tooLong(value: string, max: number): readonly ValueProblem[] {
  return value.length > max ? [{ code: 'TOO_LONG', params: { length: value.length, max } }] : [];
}
