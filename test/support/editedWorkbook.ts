import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isoDateToSerial } from '../../shared/core/dates.ts';
import type { WorkbookDocument, WorkbookGrid } from '../../shared/workbook/grid.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';

/** What somebody types into a cell; a date in the form of the cell's format, null to empty it. */
export type Typed = string | number | null | { readonly date: string };

/**
 * A workbook as a file, edited as a spreadsheet program edits it: in the parts of the package, so that the reader sees
 * real bytes. Rows count from 1 for the header, as the program shows them. Each edit gives a new file.
 */
export class EditedWorkbook {
  private constructor(private readonly parts: Readonly<Record<string, Uint8Array>>) {}

  static async of(document: WorkbookDocument): Promise<EditedWorkbook> {
    const written = await writeWorkbook(document);
    if (!written.ok) throw new Error(written.error.detail);
    return EditedWorkbook.from(written.value);
  }

  static from(bytes: Uint8Array): EditedWorkbook {
    return new EditedWorkbook(unzipSync(bytes));
  }

  get bytes(): Uint8Array {
    return zipSync({ ...this.parts }, { mtime: new Date(2026, 0, 1) });
  }

  async read(name = 'report.xlsx'): Promise<WorkbookGrid> {
    const read = await readWorkbook(this.bytes, name);
    if (!read.ok) throw new Error(read.error.code);
    return read.value;
  }

  /** Types into a cell that is named by its row and header. */
  type(sheet: string, row: number, header: string, value: Typed): EditedWorkbook {
    return this.#withRows(sheet, (rows) => {
      const column = columnOf(rows, header, this.#sharedStrings());
      return rows.map((cells, index) => (index === row - 1 ? withCell(cells, column, value) : cells));
    });
  }

  /** Appends a row with these cells below the last filled one. */
  append(sheet: string, cells: Readonly<Record<string, Typed>>): EditedWorkbook {
    return this.#withRows(sheet, (rows) => {
      const header = Object.keys(cells).map((name) => columnOf(rows, name, this.#sharedStrings()));
      const values = Object.values(cells);
      const row = header.reduce<Cells>(
        (made, column, index) => withCell(made, column, values[index] ?? null),
        new Map(),
      );
      return rows.toSpliced(lastFilled(rows) + 1, 0, row);
    });
  }

  /** Copies a whole row, its hidden id included, to below the last filled one. */
  copyRow(sheet: string, row: number): EditedWorkbook {
    return this.#withRows(sheet, (rows) =>
      rows.toSpliced(lastFilled(rows) + 1, 0, rows[row - 1] ?? new Map()),
    );
  }

  deleteRow(sheet: string, row: number): EditedWorkbook {
    return this.#withRows(sheet, (rows) => rows.toSpliced(row - 1, 1));
  }

  /** Inserts a row of texts above the given one. */
  insertRow(sheet: string, row: number, texts: readonly string[]): EditedWorkbook {
    const cells: Cells = new Map(texts.map((text, column) => [column, cellOf('', text)]));
    return this.#withRows(sheet, (rows) => rows.toSpliced(row - 1, 0, cells));
  }

  /** Turns the order of the filled rows round: of whole rows, or of the visible columns only. */
  reverseRows(sheet: string, what: 'rows' | 'visibleColumns' = 'rows'): EditedWorkbook {
    return this.#withRows(sheet, (rows) => {
      const [header = new Map(), ...data] = rows.slice(0, lastFilled(rows) + 1);
      const id = columnOf(rows, 'ID', this.#sharedStrings());
      const turned = data.toReversed().map((cells, index) => {
        const own = data[index]?.get(id);
        return what === 'rows' || own === undefined ? cells : new Map([...cells, [id, own]]);
      });
      return [header, ...turned];
    });
  }

  /** Moves a column to the front. */
  moveColumnToFront(sheet: string, header: string): EditedWorkbook {
    return this.#withRows(sheet, (rows) => {
      const column = columnOf(rows, header, this.#sharedStrings());
      const place = (old: number): number => (old === column ? 0 : old < column ? old + 1 : old);
      return rows.map((cells) => new Map([...cells].map(([old, cell]) => [place(old), cell])));
    });
  }

  deleteColumn(sheet: string, header: string): EditedWorkbook {
    return this.#withRows(sheet, (rows) => {
      const column = columnOf(rows, header, this.#sharedStrings());
      return rows.map(
        (cells) =>
          new Map(
            [...cells].flatMap(([old, cell]) =>
              old === column ? [] : [[old > column ? old - 1 : old, cell] as const],
            ),
          ),
      );
    });
  }

  /** Adds a column at the right end, with one text in each filled row. */
  addColumn(sheet: string, header: string, text: string): EditedWorkbook {
    return this.#withRows(sheet, (rows) => {
      const column = Math.max(...rows.flatMap((cells) => [...cells.keys()])) + 1;
      const last = lastFilled(rows);
      return rows.map((cells, index) =>
        index > last ? cells : withCell(cells, column, index === 0 ? header : text),
      );
    });
  }

  /** Hides rows as a filter does. */
  hideRow(sheet: string, row: number): EditedWorkbook {
    return this.#withXml(sheet, (xml) => xml.replace(`<row r="${row}"`, `<row r="${row}" hidden="1"`));
  }

  hideColumns(sheet: string): EditedWorkbook {
    return this.#withXml(sheet, (xml) =>
      xml.replace(/<col ([^>]*?)(?: hidden="[^"]*")?\/>/g, '<col $1 hidden="1"/>'),
    );
  }

  renameSheet(sheet: string, to: string): EditedWorkbook {
    return this.#withBook((xml) => xml.replace(`name="${escaped(sheet)}"`, `name="${escaped(to)}"`));
  }

  setVisibility(sheet: string, state: 'visible' | 'hidden'): EditedWorkbook {
    return this.#withSheetTag(sheet, (tag) => {
      const plain = tag.replace(/ state="[^"]*"/, '');
      return state === 'visible' ? plain : plain.replace('/>', ' state="hidden"/>');
    });
  }

  deleteSheet(sheet: string): EditedWorkbook {
    return this.#withSheetTag(sheet, () => '');
  }

  /** Adds a sheet with the cells of another one, or with these rows of texts. */
  addSheet(name: string, from: string | readonly (readonly string[])[]): EditedWorkbook {
    const part = 'xl/worksheets/added.xml';
    const xml =
      typeof from === 'string'
        ? this.#text(this.#partOf(from))
        : `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheetData(
            from.map((texts) => new Map(texts.map((text, column) => [column, cellOf('', text)]))),
          )}</worksheet>`;
    const plain = xml.replace(/<(tableParts|legacyDrawing|drawing)\b[^>]*(\/>|>.*?<\/\1>)/gs, '');
    const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
    return this.#withParts({
      [part]: plain,
      'xl/workbook.xml': this.#text('xl/workbook.xml').replace(
        '</sheets>',
        `<sheet name="${escaped(name)}" sheetId="99" r:id="rIdAdded"/></sheets>`,
      ),
      'xl/_rels/workbook.xml.rels': this.#text('xl/_rels/workbook.xml.rels').replace(
        '</Relationships>',
        `<Relationship Id="rIdAdded" Type="${kind}" Target="worksheets/added.xml"/></Relationships>`,
      ),
      '[Content_Types].xml': this.#text('[Content_Types].xml').replace(
        '</Types>',
        `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
      ),
    });
  }

  /** Switches the date system as the program's option does: the numbers of the cells stay. */
  switchTo1904(): EditedWorkbook {
    return this.#withBook((xml) => xml.replace(/<bookViews/, '<workbookPr date1904="1"/><bookViews'));
  }

  /** Leaves the name of who saves it, and when. */
  savedBy(name: string, at: string): EditedWorkbook {
    const core = this.#text('docProps/core.xml')
      .replace(/<cp:lastModifiedBy>.*?<\/cp:lastModifiedBy>/, '')
      .replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${at}`)
      .replace(
        '</cp:coreProperties>',
        `<cp:lastModifiedBy>${escaped(name)}</cp:lastModifiedBy></cp:coreProperties>`,
      );
    return this.#withParts({ 'docProps/core.xml': core });
  }

  /** Changes the text of a sheet's XML, for what no spreadsheet program does. */
  damage(sheet: string, change: (xml: string) => string): EditedWorkbook {
    return this.#withXml(sheet, change);
  }

  /** For the strings that several sheets share. */
  damageStrings(change: (xml: string) => string): EditedWorkbook {
    return this.#withParts({ 'xl/sharedStrings.xml': change(this.#text('xl/sharedStrings.xml')) });
  }

  #withRows(sheet: string, change: (rows: readonly Cells[]) => readonly Cells[]): EditedWorkbook {
    return this.#withXml(sheet, (xml) =>
      xml.replace(/<sheetData>.*<\/sheetData>/s, () => sheetData(change(rowsOf(xml)))),
    );
  }

  #withXml(sheet: string, change: (xml: string) => string): EditedWorkbook {
    const part = this.#partOf(sheet);
    const before = this.#text(part);
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${sheet}`);
    return this.#withParts({ [part]: after });
  }

  #withBook(change: (xml: string) => string): EditedWorkbook {
    return this.#withParts({ 'xl/workbook.xml': change(this.#text('xl/workbook.xml')) });
  }

  #withSheetTag(sheet: string, change: (tag: string) => string): EditedWorkbook {
    return this.#withBook((xml) => xml.replace(tagOf(sheet), change));
  }

  #withParts(changed: Readonly<Record<string, string>>): EditedWorkbook {
    const bytes = Object.entries(changed).map(([name, text]) => [name, strToU8(text)] as const);
    return new EditedWorkbook({ ...this.parts, ...Object.fromEntries(bytes) });
  }

  #text(part: string): string {
    return strFromU8(this.parts[part] ?? new Uint8Array());
  }

  #partOf(sheet: string): string {
    const relation = tagOf(sheet)
      .exec(this.#text('xl/workbook.xml'))?.[0]
      .match(/r:id="([^"]+)"/)?.[1];
    const target = [...this.#text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)]
      .map(([tag]) => tag)
      .find((tag) => tag.includes(`Id="${relation}"`))
      ?.match(/Target="\/?(?:xl\/)?([^"]+)"/)?.[1];
    if (target === undefined) throw new Error(`no sheet ${sheet}`);
    return `xl/${target}`;
  }

  #sharedStrings(): readonly string[] {
    return [...this.#text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) =>
      [...inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => unescaped(text)).join(''),
    );
  }
}

interface Cell {
  /** Everything in the tag but its place. */
  readonly attributes: string;
  readonly content: string;
}

type Cells = ReadonlyMap<number, Cell>;

function rowsOf(xml: string): readonly Cells[] {
  return [...xml.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(
    ([, inner = '']) =>
      new Map(
        [...inner.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
          ([, letters = '', attributes = '', content = '']) => [indexOf(letters), { attributes, content }],
        ),
      ),
  );
}

function sheetData(rows: readonly Cells[]): string {
  const lines = rows.map((cells, index) => {
    const inner = [...cells]
      .sort(([a], [b]) => a - b)
      .map(
        ([column, { attributes, content }]) =>
          `<c r="${lettersOf(column)}${index + 1}"${attributes}>${content}</c>`,
      );
    return `<row r="${index + 1}">${inner.join('')}</row>`;
  });
  return `<sheetData>${lines.join('')}</sheetData>`;
}

function columnOf(rows: readonly Cells[], header: string, strings: readonly string[]): number {
  for (const [column, { attributes, content }] of rows[0] ?? []) {
    const value = /<v>(.*?)<\/v>/.exec(content)?.[1] ?? '';
    const text = attributes.includes('t="s"') ? strings[Number(value)] : content.replace(/<[^>]*>/g, '');
    if (text === header) return column;
  }
  throw new Error(`no column ${header}`);
}

/** Rows below the data have formats and no values. */
const lastFilled = (rows: readonly Cells[]): number =>
  rows.findLastIndex((cells) => [...cells.values()].some(({ content }) => content !== ''));

function withCell(cells: Cells, column: number, value: Typed): Cells {
  return new Map([...cells, [column, cellOf(cells.get(column)?.attributes ?? '', value)]]);
}

function cellOf(attributes: string, value: Typed): Cell {
  const style = attributes.replace(/ t="[^"]*"/, '');
  if (value === null) return { attributes: style, content: '' };
  if (typeof value === 'string') {
    const content = `<is><t xml:space="preserve">${escaped(value)}</t></is>`;
    return { attributes: `${style} t="inlineStr"`, content };
  }
  const number = typeof value === 'number' ? value : isoDateToSerial(value.date);
  return { attributes: style, content: `<v>${number}</v>` };
}

const tagOf = (sheet: string): RegExp =>
  new RegExp(`<sheet name="${escaped(sheet).replace(/[.*+?^$()[\]\\{}|]/g, '\\$&')}"[^>]*/>`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const indexOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function lettersOf(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : lettersOf(rest)) + String.fromCharCode(65 + (index % 26));
}
