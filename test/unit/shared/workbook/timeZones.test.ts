import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { isoDateToSerial } from '../../../../shared/core/dates.ts';
import { isJsonObject } from '../../../../shared/core/json.ts';

const days = [
  '1904-02-29',
  '1950-01-01',
  '1999-12-31',
  '2000-02-29',
  // Samoa had no such day.
  '2011-12-30',
  // Clocks change: Europe, Lima's neighbours, Samoa.
  '2020-09-27',
  '2026-03-29',
  '2026-11-23',
  '2100-12-31',
] as const;
/** Midnight, a moment before the next one, and noon. */
const times = [
  [0, ''],
  [86_399 / 86_400, ' 23:59:59'],
  [0.5, ' 12:00:00'],
] as const;

const bookTypes = {
  xlsx: 'xlsx',
  xlsb: 'xlsb',
  xls: 'biff8',
  xls95: 'biff5',
  xml: 'xlml',
  ods: 'ods',
} as const;
const systems = ['1900', '1904'] as const;

let folder = '';
const paths: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldbook-zones-'));
  const save = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(folder, name), bytes);
    paths.push(join(folder, name));
  };
  for (const [name, bookType] of Object.entries(bookTypes)) {
    for (const system of systems) {
      // The library has no 1904 in OpenDocument, nor in this old text form.
      if (system === '1904' && (name === 'ods' || name === 'xml')) continue;
      save(`${system}.${name}`, workbookOf(system, bookType));
    }
  }
  save(
    'dates.csv',
    new TextEncoder().encode(
      `day,said\r\n${days.map((day) => `${day},${day.replaceAll('-', '.')}`).join('\r\n')}\r\n`,
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function workbookOf(system: '1900' | '1904', bookType: XLSX.BookType): Uint8Array {
  const rows = days.map((day) =>
    times.map(([share, text]) => {
      const serial = (isoDateToSerial(day, system) ?? 0) + share;
      return { t: 'n', v: serial, z: text === '' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' } as const;
    }),
  );
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), 'Data');
  book.Workbook = { WBProps: { date1904: system === '1904' } };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }));
}

async function runIn(zone: string): Promise<Readonly<Record<string, unknown>>> {
  const script = resolve(import.meta.dirname, '../../../support/calendarProbe.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...paths], {
    env: { ...process.env, TZ: zone },
  });
  // The library reports what it does not know of number formats, before the result.
  const result: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  if (!isJsonObject(result)) throw new Error(stdout);
  return result;
}

const expectedRows = days.map((day) => times.map(([, text]) => `${day}${text}`));

/** Of the workbook that each zone's process wrote. */
const ownHashes = new Set<unknown>();

describe('the days in a workbook', () => {
  it.each([
    ['UTC', [0, 0, 0]],
    ['Asia/Seoul', [-540, -540, -540]],
    ['America/Lima', [300, 300, 300]],
    ['Asia/Tashkent', [-300, -300, -300]],
    ['Pacific/Apia', [-780, -780, 600]],
    ['Europe/Sofia', [-120, -180, -120]],
    ['America/St_Johns', [210, 150, 210]],
  ])(
    'are the same in %s, in every format and both date systems',
    { timeout: 60_000 },
    async (zone, offsets) => {
      const { days: found, own, offsets: real } = await runIn(zone);
      expect(real).toEqual(offsets);
      const sheets = Object.fromEntries(
        paths
          .map((path) => path.slice(folder.length + 1))
          .filter((name) => name !== 'dates.csv')
          .map((name) => [name, expectedRows]),
      );
      expect(found).toMatchObject(sheets);
      expect(isJsonObject(found) ? found['dates.csv'] : null).toEqual([
        expect.any(Array),
        ...days.map((day) => [expect.stringContaining(day), expect.stringContaining(day)]),
      ]);
      ownHashes.add(own);
      expect(ownHashes.size).toBe(1);
    },
  );
});
