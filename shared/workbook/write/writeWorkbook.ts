import { assertNever, err, ok, type Result } from '../../core/result.ts';
import { type FileError, fileError } from '../../messages/fileErrors.ts';
import type { DataSheet, GridCell, WorkbookDocument } from '../grid.ts';
import { maxCellText } from './cellText.ts';
import type { ListStore } from './dropDowns.ts';
import { writeWithHucre } from './hucreWriter.ts';
import { cleanSheetNames } from './names.ts';
import { planPage } from './pagePlan.ts';
import { plainCell } from './plannedCells.ts';
import { cellAddress, type SheetPlan, type WorkbookPlan } from './sheetPlan.ts';
import { planTable, type TableContext } from './tablePlan.ts';

export type WriteError = FileError;

/** The very hidden sheet for drop-down lists that are too long for a rule; readers skip it. */
export const listSheetName = 'FieldbookLists';

/**
 * The bytes of an .xlsx workbook for a document: styled, with filters, tables, drop-downs, comments and print
 * set-up, that opens without a repair prompt. Sheet names are cleaned to Excel's rules (references follow), texts
 * are always texts (never formulas), numbers that are not finite become `#NUM!`. The same document gives the same
 * bytes unless it has a password (salts are fresh then). CELL_TOO_LONG names the cell that has more text than
 * Excel holds.
 */
export async function writeWorkbook(document: WorkbookDocument): Promise<Result<Uint8Array, WriteError>> {
  const tooLong = findLongText(document);
  if (tooLong !== null) return err(tooLong);
  return ok(await writeWithHucre(planWorkbook(document)));
}

/** What is written for a document, cell by cell and style by style, before the library makes a file of it. */
export function planWorkbook(document: WorkbookDocument): WorkbookPlan {
  const cleaned = cleanSheetNames([...document.sheets.map((sheet) => sheet.name), listSheetName]);
  const names = new Map(document.sheets.map((sheet, index) => [sheet.name, cleaned[index] ?? sheet.name]));
  const store: ListStore = { sheetName: cleaned.at(-1) ?? listSheetName, lists: [] };
  const context: PlanContext = { names, document, store, tableNames: new Set() };
  const sheets = document.sheets.map((sheet, index) =>
    planSheet(sheet, cleaned[index] ?? sheet.name, context),
  );
  return {
    title: document.title,
    author: document.author,
    createdAt: document.createdAt,
    fontName: document.language === 'ko' ? 'Malgun Gothic' : 'Calibri',
    fontSize: document.language === 'ko' ? 10 : 11,
    password: document.password,
    sheets: store.lists.length === 0 ? sheets : [...sheets, planLists(store)],
  };
}

type PlanContext = Omit<TableContext, 'name'>;

function planSheet(sheet: WorkbookDocument['sheets'][number], name: string, context: PlanContext): SheetPlan {
  switch (sheet.kind) {
    case 'table':
      return planTable(sheet, { ...context, name });
    case 'page':
      return planPage(sheet, { name, names: context.names, document: context.document });
    case 'data':
      return planData(sheet, name);
    default:
      return assertNever(sheet);
  }
}

function planData(sheet: DataSheet, name: string): SheetPlan {
  return { ...bareSheet(name), rows: sheet.rows.map((row) => row.map((cell) => plainCell(cell))) };
}

function planLists({ sheetName, lists }: ListStore): SheetPlan {
  const height = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => plainCell(list[row] ?? null)));
  return { ...bareSheet(sheetName), rows };
}

function bareSheet(name: string): Omit<SheetPlan, 'rows'> {
  return {
    name,
    visibility: 'veryHidden',
    columns: [],
    rowHeights: new Map(),
    merges: [],
    frozen: null,
    filter: null,
    table: null,
    validations: [],
    gridLines: true,
    tabColor: null,
    print: null,
  };
}

function findLongText(document: WorkbookDocument): WriteError | null {
  for (const sheet of document.sheets) {
    const firstRow = sheet.kind === 'table' ? 1 + (sheet.above?.length ?? 0) : 0;
    for (const [r, row] of sheet.rows.entries()) {
      for (const [c, item] of row.entries()) {
        const value: GridCell = isStyled(item) ? item.value : item;
        if (typeof value !== 'string' || value.length <= maxCellText) continue;
        return fileError('CELL_TOO_LONG', `text of ${value.length} units`, {
          name: document.title,
          sheet: sheet.name,
          cell: cellAddress(r + firstRow, c),
          length: value.length,
          limit: maxCellText,
        });
      }
    }
  }
  return null;
}

function isStyled<Styled extends { readonly look: unknown }>(item: GridCell | Styled): item is Styled {
  return typeof item === 'object' && item !== null && 'look' in item;
}
