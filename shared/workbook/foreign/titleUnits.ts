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

const unitsBySheet = new WeakMap<SheetGrid, Map<number, TitleUnits>>();

/**
 * The units that stand above the table, as is usual in Korea: “(단위: 천원)”. A factor that stands only below it is in
 * doubt: it may be another table's. So is whatever stands above the table where it is more than anybody writes there.
 */
export function titleUnits(sheet: SheetGrid, headerRow: number): TitleUnits {
  const known = unitsBySheet.get(sheet) ?? new Map<number, TitleUnits>();
  // Every column of amounts asks for them, more than once.
  const units = known.get(headerRow) ?? readUnits(sheet, headerRow);
  unitsBySheet.set(sheet, known.set(headerRow, units));
  return units;
}

function readUnits({ rows }: SheetGrid, headerRow: number): TitleUnits {
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
/** Of all texts above a table; thousands of rows of another one have less. */
const mostCharacters = 500_000;

function readRows(rows: readonly GridRow[]): TitleUnits {
  const { texts, unread } = nearestTexts(rows);
  const read = texts.map((text) => ({ text, ...readTitle(text) }));
  const doubts = read.flatMap(({ text, isDoubtful }) => (isDoubtful ? [text] : []));
  if (unread !== null) doubts.push(unread);
  const joined = (all: readonly string[]): string => all.join(' · ').slice(0, longestText);
  return {
    units: read.flatMap((one) => one.units),
    doubt: doubts.length === 0 ? null : joined(doubts),
    text: joined(read.flatMap(({ text, units }) => (units.length > 0 ? [text] : []))),
  };
}

/** The texts of the last rows, equal ones once and from above as they stand, and the one above them that is too much. */
function nearestTexts(rows: readonly GridRow[]): {
  readonly texts: readonly string[];
  readonly unread: string | null;
} {
  const texts = new Set<string>();
  let characters = 0;
  for (const row of rows.toReversed()) {
    for (const text of titleTexts(row).toReversed()) {
      if (texts.has(text)) continue;
      characters += text.length;
      if (characters > mostCharacters) return { texts: [...texts].reverse(), unread: text };
      texts.add(text);
    }
  }
  return { texts: [...texts].reverse(), unread: null };
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

/** Between a bracket and “단위” stands one word at most. */
const longestLead = 40;

function readTitle(text: string): ReadUnits {
  const read: ReadUnits[] = [];
  const take = (part: string, context: UnitContext): string => {
    read.push(unitsIn(part.trim(), context));
    return ' ';
  };
  const withoutStatements = text.replace(
    statement,
    (all: string, colon: string, said: string, at: number) => {
      const isBracketed = /[([]\s*\p{L}*\s*$/u.test(text.slice(Math.max(0, at - longestLead), at));
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
