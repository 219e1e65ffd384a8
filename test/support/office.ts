import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Saves workbooks anew in LibreOffice, with a profile of its own; the results in the same order. */
export function savedByOffice(workbooks: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-office-'));
  try {
    const names = workbooks.map((bytes, index) => {
      writeFileSync(join(folder, `${index}.xlsx`), bytes);
      return `${index}.xlsx`;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const out = join(folder, 'out');
    const target = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out];
    execFileSync('soffice', [profile, ...target, ...names.map((name) => join(folder, name))], {
      stdio: 'ignore',
      timeout: 110_000,
    });
    return names.map((name) => new Uint8Array(readFileSync(join(out, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
