import type { PageSheet, StyledCell, WorkbookDocument } from '../grid.ts';
import { formatCode, lookStyle, tabColor } from './looks.ts';
import { renameInReference } from './names.ts';
import { plannedCell } from './plannedCells.ts';
import { lineHeight, linesOf } from './rowHeights.ts';
import type { PlannedCell, SheetPlan, StylePlan } from './sheetPlan.ts';

export interface PageContext {
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
  readonly document: WorkbookDocument;
}

const defaultWidth = 10;

/** A page laid out cell by cell: no grid lines, row heights by the text, since merged cells do not grow by themselves. */
export function planPage(sheet: PageSheet, context: PageContext): SheetPlan {
  const styles = new Map<string, StylePlan>();
  const rows = sheet.rows.map((row) =>
    row.map((cell) => (cell === null ? null : pageCell(cell, context.names, styles))),
  );
  return {
    name: context.name,
    visibility: sheet.visibility,
    columns: sheet.columnWidths.map((width) => ({ width, hidden: false })),
    rows: rows.map((row, r) => fillMerges(row, r, sheet)),
    rowHeights: new Map(sheet.rows.map((row, r) => [r, heightOf(row, r, sheet)])),
    merges: sheet.merges.filter((merge) => merge.span > 1),
    frozen: null,
    filter: null,
    table: null,
    validations: [],
    gridLines: false,
    tabColor,
    print: {
      landscape: sheet.landscape,
      repeatFirstRow: false,
      repeatColumns: 0,
      pagesWide: 1,
      footer: pageFooter(context.document),
    },
  };
}

/** The title at the left, page and pages at the right. In a footer `&` starts a code, and a digit after the size would join it. */
export function pageFooter(document: WorkbookDocument): string {
  const title = document.title.replace(/\s+/g, ' ').slice(0, 80).replaceAll('&', '&&');
  return `&L&8 ${title}&R&8 &P / &N`;
}

function pageCell(
  cell: StyledCell,
  names: ReadonlyMap<string, string>,
  styles: Map<string, StylePlan>,
): PlannedCell {
  const planned = plannedCell(cell.value, styleOf(cell, styles));
  return cell.linkTo === undefined ? planned : { ...planned, link: renameInReference(cell.linkTo, names) };
}

function styleOf(cell: StyledCell, styles: Map<string, StylePlan>): StylePlan {
  const numeric = typeof cell.value === 'number';
  const key = `${cell.look} ${cell.format ?? ''} ${numeric}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const look = lookStyle(cell.look);
  const code = cell.format === undefined ? undefined : formatCode(cell.format);
  const style: StylePlan = {
    ...look,
    ...(code === undefined ? {} : { numberFormat: code }),
    ...(numeric && cell.look === 'total' ? { horizontal: 'right' as const, indent: 1 } : {}),
  };
  styles.set(key, style);
  return style;
}

/** The cells under a merge take the first one's style, or its border and fill would end with its first column. */
function fillMerges(
  row: readonly (PlannedCell | null)[],
  index: number,
  sheet: PageSheet,
): readonly (PlannedCell | null)[] {
  const merges = sheet.merges.filter((merge) => merge.row === index);
  if (merges.length === 0) return row;
  const filled = [...row];
  for (const { column, span } of merges) {
    const first = filled[column];
    if (first === undefined || first === null) continue;
    while (filled.length < column + span) filled.push(null);
    for (let c = column + 1; c < column + span; c++) filled[c] = { value: null, style: first.style };
  }
  return filled;
}

function heightOf(row: PageSheet['rows'][number], index: number, sheet: PageSheet): number {
  let height = lineHeight + 4;
  for (const [column, cell] of row.entries()) {
    if (cell === null) continue;
    if (cell.look === 'title') height = Math.max(height, 34);
    if (cell.look === 'subtitle') height = Math.max(height, 22);
    if (typeof cell.value !== 'string' || lookStyle(cell.look).wrap !== true) continue;
    const span = sheet.merges.find((merge) => merge.row === index && merge.column === column)?.span ?? 1;
    let width = 0;
    for (let c = column; c < column + span; c++) width += sheet.columnWidths[c] ?? defaultWidth;
    height = Math.max(height, linesOf(cell.value, width) * lineHeight + 4);
  }
  return Math.min(height, 400);
}
