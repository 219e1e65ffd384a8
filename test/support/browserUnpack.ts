import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

export interface UnpackedBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const root = resolve(import.meta.dirname, '../..');

/**
 * Unpacks the Chromium inside the npm package `@sparticuz/chromium` (Linux on x64 only), with the shared libraries
 * that a bare machine lacks, and tells how to start it.
 *
 * The package takes any file that is already in the temporary folder for a finished one, so two processes at once
 * would start a half-written program. Here each process unpacks into a folder of its own, and the first to finish
 * gives it its final name in one step.
 */
export function unpackNpmBrowser(): UnpackedBrowser {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or name it in FIELDBOOK_BROWSER.');
  }
  const home = join(root, 'node_modules', '.cache', `fieldbook-browser-${packageVersion()}`);
  if (!existsSync(home)) unpackInto(home);
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts', 'fonts.conf') },
  };
}

function unpackInto(home: string): void {
  mkdirSync(dirname(home), { recursive: true });
  const staging = mkdtempSync(`${home}-`);
  try {
    unpackPackage(staging);
    writeFileSync(join(staging, 'fonts', 'fonts.conf'), fontConfiguration(home));
    try {
      renameSync(staging, home);
    } catch (error) {
      // Another process was first; its folder is as complete as ours.
      if (!existsSync(join(home, 'chromium'))) throw error;
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function unpackPackage(staging: string): void {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
    // The package unpacks its copies of NSS and Expat only where it believes to be on such a runtime.
    env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  if (run.status !== 0) throw new Error(`@sparticuz/chromium could not be unpacked: ${run.stderr}`);
}

/** The package's own file names folders of another machine, so that a page would be drawn without any font. */
function fontConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
}

function packageVersion(): string {
  const require = createRequire(import.meta.url);
  const manifest: unknown = require(join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('@sparticuz/chromium is not installed: run `npm ci`.');
}
