// npm run sbom: writes the list of what the application ships (CycloneDX) to the file that is named. npm makes it from
// package-lock.json; what differs from run to run is left out, so that the same packages give the same file.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const { name: packageName } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

export function makeSbom() {
  // npm's own script where npm runs this, so that no shell is needed on Windows.
  const npm = process.env.npm_execpath;
  const command = npm === undefined ? ['npm'] : [process.execPath, npm];
  const args = [...command.slice(1), 'sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const run = spawnSync(command[0], args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.status !== 0) throw new Error(`npm sbom ended with ${run.status}\n${run.stderr}`);
  return shippedPart(JSON.parse(run.stdout));
}

/** Tools for building and testing are not shipped; Electron is, though it is installed as one of them. */
export function shippedPart({ serialNumber: _, ...sbom }) {
  const { timestamp: __, tools: ___, ...metadata } = sbom.metadata;
  const isDevelopment = (component) =>
    component.properties?.some(
      ({ name, value }) => name === 'cdx:npm:package:development' && value === 'true',
    );
  const components = sbom.components
    .filter((component) => !isDevelopment(component) || component.name === 'electron')
    .sort(byReference);
  const kept = new Set([
    metadata.component['bom-ref'],
    ...components.map((component) => component['bom-ref']),
  ]);
  const dependencies = sbom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)).sort() }))
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  // npm names the product by the folder that it lies in.
  const component = { ...metadata.component, name: packageName };
  return { ...sbom, metadata: { ...metadata, component }, components, dependencies };
}

const byReference = (a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = resolve(process.argv[2] ?? 'dist/sbom.cdx.json');
  const sbom = makeSbom();
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify(sbom, null, 2)}\n`);
  console.log(`${sbom.components.length} components`);
}
