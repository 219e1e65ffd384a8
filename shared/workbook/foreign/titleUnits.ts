import { cellText, isEmptyCell } from '../../schema/codecs/cells.ts';
import type { GridCell, GridRow, SheetGrid } from '../grid.ts';
import { type MoneyUnit, plainMarks } from './moneyUnit.ts';
import { holdsFactor, isOfOtherThings, type ReadUnits, type UnitContext, unitsIn } from './unitTexts.ts';

/** What the texts about a table say of its units; it may count several things. */
export interface TitleUnits {
  readonly units: readonly MoneyUnit[];
  /** The text that was not understood; null where all was. */
  readonly doubt: string | null;
  /** What the units were read from. */
  readonly text: string;
}

/**
 * The units that stand above the table, as is usual in Korea: “(단위: 천원)”. A factor that stands only below it is in
 * doubt: it may be another table's.
 */
export function titleUnits({ rows }: SheetGrid, headerRow: number): TitleUnits {
  const above = readRows(rows.slice(0, headerRow));
  if (above.units.length > 0 || above.doubt !== null) return above;
  const notes = rows.slice(Math.max(headerRow + 1, rows.length - lastRows));
  const below = readRows(notes.filter((row) => row.filter((cell) => !isEmptyCell(cell)).length === 1));
  const isFactor = below.units.some(({ factor }) => factor !== 1);
  return isFactor || below.doubt !== null ? { ...above, doubt: below.doubt ?? below.text } : above;
}

/** So many rows at the end may be notes. */
const lastRows = 5;
/** Longer texts are told apart by their beginnings. */
const longestText = 160;
/** What is longer is a note, whose end is not read. */
const longestTitle = 1000;

function readRows(rows: readonly GridRow[]): TitleUnits {
  const units: MoneyUnit[] = [];
  const texts: string[] = [];
  const doubts: string[] = [];
  for (const row of rows) {
    for (const text of titleTexts(row)) {
      const read = readTitle(text);
      if (read.units.length > 0) texts.push(text);
      if (read.isDoubtful) doubts.push(text);
      units.push(...read.units);
    }
  }
  const joined = (all: readonly string[]): string => all.join(' · ').slice(0, longestText);
  return { units, doubt: doubts.length === 0 ? null : joined(doubts), text: joined(texts) };
}

/** The texts of a row; “단위” with its unit in the next cell is one text. */
function titleTexts(row: GridRow): readonly string[] {
  const cells = row.filter((cell): cell is NonNullable<GridCell> => !isEmptyCell(cell));
  const texts: string[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? null;
    const next = cells[index + 1] ?? null;
    if (typeof cell !== 'string') continue;
    const text = plainMarks(cell.slice(0, longestTitle));
    const isLabel = /(?:단위|\bunits?|\bcurrency)\s*:?$/iu.test(text);
    texts.push(
      isLabel && next !== null
        ? `${text.replace(/:$/u, '')}: ${plainMarks(cellText(next).slice(0, longestTitle))}`
        : text,
    );
    if (isLabel) index += 1;
  }
  return texts;
}

const statement = /(?:단위|(?<![\p{L}])(?:units?|currency)(?![\p{L}])|통화)(\s*[:=]\s*|\s*)([^()[\]]*)/giu;
const phrase = /(?<![\p{L}])in\s+((?:[^,.;:()[\]]|,(?=\d))+)/giu;

function readTitle(text: string): ReadUnits {
  const read: ReadUnits[] = [];
  const take = (part: string, context: UnitContext): string => {
    read.push(unitsIn(part.trim(), context));
    return ' ';
  };
  const withoutStatements = text.replace(
    statement,
    (all: string, colon: string, said: string, at: number) => {
      const isBracketed = /[([]\s*\p{L}*\s*$/u.test(text.slice(0, at));
      const isStatement = colon.trim() !== '' || isBracketed;
      const { units } = unitsIn(said.trim(), 'statement');
      if (said.trim() === '' || !(isStatement || units.length > 0)) return all;
      const isOfUnits = colon !== '' && (isBracketed || all.startsWith('단위'));
      // What stands just where the unit does is one, though nobody knows it.
      if (isStatement && isOfUnits && units.length === 0 && !isOfOtherThings(said)) {
        read.push({ units: [], isDoubtful: true });
        return ' ';
      }
      return take(said, 'statement');
    },
  );
  const withoutBrackets = withoutStatements.replace(/[([]([^()[\]]*)[)\]]/gu, (_, inner: string) =>
    take(inner.replace(/^\s*in\s/iu, ''), 'title'),
  );
  const rest = withoutBrackets.replace(phrase, (all: string, said: string) =>
    unitsIn(said.trim(), 'title').units.length > 0 ? take(said, 'title') : all,
  );
  // A text that is nothing but a unit; an amount is none.
  const left = unitsIn(rest.trim(), 'title');
  return {
    units: [...read, left].flatMap(({ units }) => units),
    isDoubtful:
      left.isDoubtful ||
      read.some(({ isDoubtful }) => isDoubtful) ||
      holdsFactor(left.units.length > 0 ? '' : rest, 'title'),
  };
}
