// Run under different values of TZ with the paths of workbooks: everything that it prints but the zone has to be the same.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sha256Hex } from '../../shared/core/hashing.ts';
import { parseDateText } from '../../shared/core/parseDate.ts';
import type { GridCell } from '../../shared/workbook/grid.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import { centerLaptop } from './centerLaptop.ts';

const dayOf = (cell: GridCell): string => {
  if (typeof cell === 'string') return JSON.stringify(parseDateText(cell));
  return typeof cell === 'object' && cell?.kind === 'date'
    ? `${cell.date} ${cell.time ?? ''}`.trim()
    : String(cell);
};

const days: Record<string, readonly (readonly string[])[]> = {};
for (const path of process.argv.slice(2)) {
  const read = await readWorkbook(readFileSync(path), basename(path));
  days[basename(path)] = read.ok
    ? (read.value.sheets[0]?.rows ?? []).map((row) => row.map(dayOf))
    : [[read.error.code]];
}
const written = await writeWorkbook(centerLaptop().laptop.export());
console.log(
  JSON.stringify({
    // What an offset of this zone would move.
    offsets: [new Date(2026, 0, 1), new Date(2026, 6, 1), new Date(2011, 11, 29)].map((date) =>
      date.getTimezoneOffset(),
    ),
    days,
    own: written.ok ? sha256Hex(written.value) : written.error.code,
  }),
);
