// Builds the application when a source is newer than what was built.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
];
const outputs = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/sw.js',
];

/** Whether the build is missing or older than a source; a folder's own time tells of files taken away. */
export function needsBuild(project) {
  const built = outputs.map((path) => join(project, path));
  if (!built.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs));
  return sources.some((path) => newestBelow(join(project, path)) > oldest);
}

/** Builds all three parts; false when that failed. */
export function build(project) {
  const tool = join(project, 'node_modules/electron-vite/bin/electron-vite.js');
  const run = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return run.status === 0;
}

export const hasPackages = (project) =>
  ['electron-vite', 'electron', 'react'].every((name) => existsSync(join(project, 'node_modules', name)));

function newestBelow(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  const isFolder = statSync(path).isDirectory();
  const inside = isFolder ? readdirSync(path).map((name) => newestBelow(join(path, name))) : [];
  return Math.max(mtimeMs, ...inside);
}
