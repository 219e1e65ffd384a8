import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { GridCell, GridRow, SheetGrid, WorkbookGrid } from './grid.ts';

// In every place where Fieldbook runs; the types for it are the browser's and Node's, and none of them is ours here.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

/** A piece of a grid as bytes that a process can hand on without looking inside. */
export interface GridPart {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/** A cell that JSON cannot say: a text by its place among all texts so far, or a number by its name. */
type PackedCell = GridCell | readonly [text: number] | readonly [number: string];

interface PartContent {
  /** In the first part only. */
  readonly book?: Omit<WorkbookGrid, 'sheets'> & { readonly sheets: readonly Omit<SheetGrid, 'rows'>[] };
  /** Texts that were not in an earlier part. */
  readonly texts: readonly string[];
  readonly runs: readonly { readonly sheet: number; readonly rows: readonly (readonly PackedCell[])[] }[];
}

/** Characters of one part, about: small enough that three processes can hold copies of it. */
const partLength = 2_000_000;
/** A shorter text is said each time; a longer one once, or a file could repeat one until memory is full. */
const shortText = 16;

/**
 * Cuts a grid into parts for another process, the first with all that is not rows; nothing is held beside the grid
 * but one part. `GridAssembler` puts them together again. UTF-8 JSON, because a structured clone of as many cells
 * takes longer and would have to be made again at each border that it crosses.
 */
export function* gridParts(grid: WorkbookGrid): Generator<GridPart, void> {
  const { sheets, ...book } = grid;
  const packer = new PartPacker({ ...book, sheets: sheets.map(({ rows: _, ...sheet }) => sheet) });
  for (const [sheet, { rows }] of sheets.entries()) {
    for (const row of rows) {
      if (packer.length >= partLength) yield { bytes: packer.take(), isLast: false };
      packer.add(sheet, row);
    }
  }
  yield { bytes: packer.take(), isLast: true };
}

/** Puts the parts of `gridParts` together, in their order. Throws on what is no part: only a bug makes one. */
export class GridAssembler {
  readonly #texts: string[] = [];
  readonly #rows: GridRow[][] = [];
  #book: PartContent['book'];

  add(bytes: Uint8Array): void {
    const part: PartContent = JSON.parse(new TextDecoder().decode(bytes));
    this.#book ??= part.book;
    for (const text of part.texts) this.#texts.push(text);
    for (const { sheet, rows } of part.runs) {
      this.#rows[sheet] ??= [];
      const known = this.#rows[sheet];
      for (const row of rows) known.push(row.map((cell) => this.#cellOf(cell)));
    }
  }

  /** After the last part. */
  grid(): WorkbookGrid {
    if (this.#book === undefined) throw new Error('the first part of the grid is missing');
    const { sheets, ...book } = this.#book;
    return { ...book, sheets: sheets.map((sheet, index) => ({ ...sheet, rows: this.#rows[index] ?? [] })) };
  }

  #cellOf(cell: PackedCell): GridCell {
    if (!isReference(cell)) return cell;
    const [of] = cell;
    if (typeof of === 'string') return Number(of);
    const text = this.#texts[of];
    if (text === undefined) throw new Error(`no text ${of} in the parts so far`);
    return text;
  }
}

function isReference(cell: PackedCell): cell is readonly [number] | readonly [string] {
  return Array.isArray(cell);
}

class PartPacker {
  readonly #numberByText = new Map<string, number>();
  #book: PartContent['book'];
  #texts: string[] = [];
  #runs: string[] = [];
  #rows: string[] = [];
  #sheet = 0;
  #length = 0;

  constructor(book: PartContent['book']) {
    this.#book = book;
  }

  /** Characters that wait for the next part, about. */
  get length(): number {
    return this.#length;
  }

  add(sheet: number, row: GridRow): void {
    if (sheet !== this.#sheet) this.#endRun();
    this.#sheet = sheet;
    const packed = JSON.stringify(Array.from(row, (cell) => this.#pack(cell)));
    this.#rows.push(packed);
    this.#length += packed.length;
  }

  take(): Uint8Array {
    this.#endRun();
    const book = this.#book === undefined ? '' : `"book":${JSON.stringify(this.#book)},`;
    const text = `{${book}"texts":${JSON.stringify(this.#texts)},"runs":[${this.#runs.join()}]}`;
    this.#book = undefined;
    this.#texts = [];
    this.#runs = [];
    this.#length = 0;
    return utf8ToBytes(text);
  }

  #endRun(): void {
    if (this.#rows.length > 0) this.#runs.push(`{"sheet":${this.#sheet},"rows":[${this.#rows.join()}]}`);
    this.#rows = [];
  }

  #pack(cell: GridCell): PackedCell {
    if (typeof cell === 'number')
      return Number.isFinite(cell) && !Object.is(cell, -0) ? cell : [nameOf(cell)];
    if (typeof cell !== 'string' || cell.length < shortText) return cell;
    const known = this.#numberByText.get(cell);
    if (known !== undefined) return [known];
    const number = this.#numberByText.size;
    this.#numberByText.set(cell, number);
    this.#texts.push(cell);
    this.#length += cell.length;
    return [number];
  }
}

const nameOf = (number: number): string => (Object.is(number, -0) ? '-0' : String(number));
