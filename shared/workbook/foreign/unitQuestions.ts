import { cellText } from '../../schema/codecs/cells.ts';
import type { GridCell } from '../grid.ts';
import { holdsNoAmount } from './amounts.ts';
import { isOwnCurrencyOpen } from './conventions.ts';
import type { ColumnMapping } from './mapping.ts';
import type { MoneyUnit } from './moneyUnit.ts';
import { columnUnit, type TablePlace } from './saidUnits.ts';
import { writtenAmount } from './writtenAmount.ts';

/** What the amounts of a column leave open of their unit. */
export type UnitQuestion =
  /** A table that names no unit, where the last one did: in that unit, or as they stand. */
  | {
      readonly about: 'factor';
      readonly choices: readonly number[];
      readonly example: string;
      readonly before: MoneyUnit;
    }
  /** A text about the unit that was not understood. */
  | {
      readonly about: 'factor';
      readonly choices: readonly number[];
      readonly example: string;
      readonly before: null;
      readonly doubt: string;
    }
  /** Amounts that name the currency of a column of thousands. */
  | {
      readonly about: 'ownCurrency';
      readonly choices: readonly ('whole' | 'unit')[];
      readonly example: string;
      readonly unit: MoneyUnit;
    };

const usualFactors = [1, 1e3, 1e4, 1e6, 1e8, 1e9];

/** The questions about a column of amounts; an answer stays open to change. */
export function unitQuestions(
  cells: readonly GridCell[],
  column: ColumnMapping,
  place: TablePlace,
): readonly UnitQuestion[] {
  return [...factorQuestion(cells, column, place), ...ownCurrencyQuestion(cells, column)];
}

function factorQuestion(
  cells: readonly GridCell[],
  { header, unitBefore }: ColumnMapping,
  place: TablePlace,
): readonly UnitQuestion[] {
  const cell = cells.find((one) => !holdsNoAmount(one) && writtenAmount(cellText(one)).factor === null);
  if (cell === undefined) return [];
  const example = cellText(cell);
  const { doubt } = columnUnit(header, place);
  if (doubt !== null) return [{ about: 'factor', choices: usualFactors, example, before: null, doubt }];
  if (unitBefore === undefined) return [];
  return [{ about: 'factor', choices: [...new Set([unitBefore.factor, 1])], example, before: unitBefore }];
}

function ownCurrencyQuestion(cells: readonly GridCell[], column: ColumnMapping): readonly UnitQuestion[] {
  const { currency = null, factor } = column;
  const cell = cells.find((one) => isOwnCurrencyOpen(one, column));
  if (cell === undefined || typeof factor !== 'number') return [];
  const unit = { currency, factor };
  return [{ about: 'ownCurrency', choices: ['whole', 'unit'], example: cellText(cell), unit }];
}
