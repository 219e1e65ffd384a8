import type { WorkbookDocument } from '../../shared/workbook/grid.ts';

/** The document as it would be after somebody changed two cells of every so many consultations in Excel. */
export function withCellEdits(document: WorkbookDocument, every: number): WorkbookDocument {
  return {
    ...document,
    sheets: document.sheets.map((sheet) => {
      if (sheet.kind !== 'table' || sheet.name !== 'Consultations') return sheet;
      const texts = sheet.header.map(({ text }) => text);
      const [topic, hours] = [texts.indexOf('Topic'), texts.indexOf('Hours')];
      const rows = sheet.rows.map((row, index) =>
        index % every === 0
          ? row.map((cell, column) => (column === topic ? `Edited ${index}` : column === hours ? 9 : cell))
          : row,
      );
      return { ...sheet, rows };
    }),
  };
}
