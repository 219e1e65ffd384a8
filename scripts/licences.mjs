// npm run licences: writes resources/licences.json from the packages that are installed, in the order of their
// names: what the application ships, with the text of each licence. The same packages give the same file.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');

/** Shipped though only installed for building: the program that the application runs in. */
const shippedTools = ['electron'];

/** Files that the application ships from inside a package and that have a licence of their own. */
const licencesOfParts = {
  'pdfjs-dist': [
    'cmaps/LICENSE',
    'standard_fonts/LICENSE_FOXIT',
    'wasm/LICENSE_OPENJPEG',
    'wasm/LICENSE_PDFJS_OPENJPEG',
  ],
};

/**
 * @returns {readonly { name: string; version: string; licence: string; text: string }[]}
 */
export function collectLicences(folder = root) {
  const { packages } = readJson(join(folder, 'package-lock.json'));
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && !optional && (!dev || isShippedTool(path)))
    .map(([path]) => licenceOf(join(folder, path)))
    .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
}

function licenceOf(folder) {
  const { name, version, license } = readJson(join(folder, 'package.json'));
  return { name, version, licence: license, text: textOf(folder, licencesOfParts[name] ?? []) };
}

/** Packages without a text of their own are named with their licence all the same. */
function textOf(folder, parts) {
  const paths = [folder, join(folder, 'dist')].filter(existsSync).flatMap((place) =>
    readdirSync(place)
      .filter((name) => /^(licen[cs]e|notice|copying)(\.(md|txt|mit))?$/i.test(name))
      .sort()
      .map((name) => join(place, name)),
  );
  paths.push(...parts.map((part) => join(folder, part)));
  return paths.map((path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}

const isShippedTool = (path) => shippedTools.some((name) => path === `node_modules/${name}`);
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = join(root, 'resources', 'licences.json');
  const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const text = `${JSON.stringify(collectLicences(), null, 2)}\n`;
  writeFileSync(target, text);
  console.log(`${collectLicences().length} packages, ${before === text ? 'unchanged' : 'written'}`);
}
