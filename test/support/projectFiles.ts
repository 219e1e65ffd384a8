import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface ProjectFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const root = resolve(import.meta.dirname, '../..');

/** What is made, installed or kept by tools; git's own list would need git, which a bare machine lacks. */
const skippedFolders = new Set([
  '.cache',
  '.git',
  'dist',
  'node_modules',
  'out',
  'playwright-report',
  'test-results',
]);

/** Every text file of the project; a file with a zero byte is not text. */
export function readProjectFiles(): readonly ProjectFile[] {
  return pathsIn('').flatMap((path) => {
    const bytes = readFileSync(join(root, path));
    return bytes.includes(0) ? [] : [{ path, text: bytes.toString('utf8') }];
  });
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : pathsIn(path);
    return entry.isFile() && !entry.name.endsWith('.log') ? [path] : [];
  });
}
