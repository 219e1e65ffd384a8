import * as XLSX from 'xlsx';

/** As the product's reader calls it. */
export function readAlone(bytes: Uint8Array): readonly unknown[] {
  const workbook = XLSX.read(bytes, {
    type: 'array',
    dense: true,
    cellDates: false,
    UTC: true,
    cellNF: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    bookVBA: false,
  });
  // Until then the library has its own cells, not the grid.
  return workbook.SheetNames.map((name) => {
    const sheet = workbook.Sheets[name];
    return sheet === undefined ? [] : XLSX.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: null });
  });
}
