import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';

export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** How LibreOffice is told to save; `csv` saves each sheet as a file of its own, here the one of the given number. */
export type OfficeFormat = 'xlsx' | 'ods' | 'xls' | { readonly csvOfSheet: number };

/** Saves workbooks anew in LibreOffice, with a profile of its own; the results in the same order. */
export function savedByOffice(
  workbooks: readonly Uint8Array[],
  format: OfficeFormat = 'xlsx',
): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-office-'));
  try {
    const names = workbooks.map((bytes, index) => {
      writeFileSync(join(folder, `${index}.xlsx`), bytes);
      return `${index}.xlsx`;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const out = join(folder, 'out');
    const target = ['--headless', '--convert-to', filterOf(format), '--outdir', out];
    execFileSync('soffice', [profile, ...target, ...names.map((name) => join(folder, name))], {
      stdio: 'ignore',
      timeout: 110_000,
    });
    const extension = typeof format === 'string' ? format : 'csv';
    return names.map((name) => {
      const saved = readdirSync(out).find(
        (file) => file.startsWith(`${parse(name).name}`) && file.endsWith(extension),
      );
      return new Uint8Array(readFileSync(join(out, saved ?? name)));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filterOf(format: OfficeFormat): string {
  switch (format) {
    case 'xlsx':
      return 'xlsx:Calc MS Excel 2007 XML';
    case 'ods':
      return 'ods:calc8';
    case 'xls':
      return 'xls:MS Excel 97';
    default:
      // Comma, quote, UTF-8, from the first line, cells as shown, of one sheet.
      return `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${format.csvOfSheet}`;
  }
}
