import { describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import lock from '../../../package-lock.json' with { type: 'json' };
import licences from '../../../resources/licences.json' with { type: 'json' };
import { collectLicences } from '../../../scripts/licences.mjs';
import { makeSbom } from '../../../scripts/sbom.mjs';

/** What may be shipped inside a product under the MIT licence, without any duty but to name it. */
const shippable = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'OFL-1.1',
];
/** What may build and test it besides, never leaving this machine. */
const usable = [...shippable, 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0', 'WTFPL'];

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
}
const packages = Object.entries<Locked>(lock.packages).filter(([path]) => path !== '');

/** Of alternatives one is enough, of joined ones all are needed; nothing here nests the two. */
function isAllowed(expression: string | undefined, allowed: readonly string[]): boolean {
  const plain = expression?.replace(/[()]/g, '') ?? '';
  if (plain.includes(' AND ')) return plain.split(' AND ').every((one) => allowed.includes(one));
  return plain.split(' OR ').some((one) => allowed.includes(one));
}

describe('the licence of each package', () => {
  test('is one that may be shipped, or for a tool one that may be used', () => {
    expect(packages.length).toBeGreaterThan(300);
    const refused = packages
      .filter(([, { dev, license }]) => !isAllowed(license, dev ? usable : shippable))
      .map(([path, { license }]) => `${path}: ${license}`);
    expect(refused).toEqual([]);
  });

  test('is refused when it is unknown, missing, or joined with one that is', () => {
    expect(['GPL-3.0', undefined, 'MIT AND GPL-3.0'].map((one) => isAllowed(one, usable))).toEqual([
      false,
      false,
      false,
    ]);
    expect(['(WTFPL OR MIT)', 'MIT AND ISC'].map((one) => isAllowed(one, shippable))).toEqual([true, true]);
  });
});

test('the file of licences is what the installed packages say (npm run licences)', () => {
  expect(licences).toEqual(collectLicences());
  const named = licences.map(({ name }) => name);
  // An alias is listed by the name that its author gave it.
  const shipped = Object.keys(packageJson.dependencies).map((name) =>
    name === 'xlsx' ? '@e965/xlsx' : name,
  );
  expect(named).toEqual(expect.arrayContaining([...shipped, 'electron']));
  expect(licences.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([
    'react-remove-scroll-bar',
    'type-fest',
  ]);
});

test('the list of parts is the same each time, and names what is shipped and no tool', {
  timeout: 60_000,
}, () => {
  const sbom = makeSbom();
  expect(makeSbom()).toEqual(sbom);
  const names = sbom.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['electron', 'react', 'dexie', 'pretendard']));
  expect(names).not.toContain('vitest');
  expect(sbom).not.toHaveProperty('serialNumber');
  const references = new Set(sbom.dependencies.map(({ ref }) => ref));
  expect(
    sbom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((one) => !references.has(one)),
  ).toEqual([]);
});
