import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type ElectronBinary =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly reason: string };

const packageFolder = resolve(import.meta.dirname, '../../../node_modules/electron');

/**
 * Looks for the Electron program. The npm package comes without it (`npx install-electron` downloads it), and
 * importing the package would start that download, so its folder is read instead.
 */
export function electronBinary(): ElectronBinary {
  const overridden = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(packageFolder, 'path.txt');
  if (!existsSync(pathFile) && overridden === undefined) {
    return { found: false, reason: "Electron's program is not installed (npx install-electron)" };
  }
  const relative = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const path = join(overridden ?? join(packageFolder, 'dist'), relative);
  return existsSync(path) ? { found: true, path } : { found: false, reason: `there is no file at ${path}` };
}
