import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Opens a workbook in LibreOffice and saves it anew under the same name in another folder. */
export async function savedByOffice(path: string, folder: string): Promise<string> {
  // A profile of its own, so that neither a user's window nor another test is in the way.
  const profile = mkdtempSync(join(tmpdir(), 'fieldbook-office-'));
  const settings = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const target = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder];
  try {
    await promisify(execFile)('soffice', [settings, ...target, path], { timeout: 90_000 });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return join(folder, basename(path));
}
