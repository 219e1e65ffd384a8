import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppInfo } from 'app-builder-lib/out/appInfo.js';
import FpmTarget from 'app-builder-lib/out/targets/FpmTarget.js';
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { expect, test } from 'vitest';
import configuration from '../../../electron-builder.config.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { isAllowedExternalLink } from '../../../shared/ipc/externalLinks.ts';

const root = resolve(import.meta.dirname, '../../..');

test('the configuration has the form that the packager asks for', async () => {
  await expect(validateConfiguration(configuration, new DebugLogger(false))).resolves.toBeUndefined();
  const misspelt = { ...configuration, electronFuse: {} };
  await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow(/electronFuse/);
});

test('19: every fuse is set, and none leaves a way to run something else', () => {
  expect(configuration.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    resetAdHocDarwinSignature: true,
  });
  expect(configuration.asar).toBe(true);
});

test('the archive holds the bundles, what they load, and no source', () => {
  expect(configuration.files).toEqual([
    'out/**/*',
    'resources/icons/fieldbook.png',
    'package.json',
    '!node_modules/**/*',
    '!**/*.map',
  ]);
  expect(packageJson.main).toBe('out/main/index.js');
});

test('all three systems get an installer, with an icon that is large enough for each', () => {
  const targets = [configuration.win, configuration.mac, configuration.linux].map((system) =>
    [system?.target].flat().map((one) => (typeof one === 'object' && one !== null ? one.target : one)),
  );
  expect(targets).toEqual([['nsis', 'zip'], ['dmg'], ['AppImage', 'deb']]);
  // Width and height stand at fixed places of a PNG file.
  const icon = readFileSync(join(root, String(configuration.icon)));
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([512, 512]);
});

/** What the packager of Linux asks before it begins, in a folder that no version control knows. */
async function linuxFacts(metadata: object): Promise<unknown> {
  const info = { metadata, devMetadata: {}, repositoryInfo: Promise.resolve(null) };
  const appInfo = Object.assign(Object.create(AppInfo.prototype), { info });
  const target = Object.assign(Object.create(FpmTarget.prototype), {
    packager: { info, appInfo },
    options: { ...configuration.linux, packageName: packageJson.name },
  });
  return target.checkOptions();
}

test('Linux is packaged wherever the sources lie, also without a repository on a network', async () => {
  const { homepage, author, ...without } = packageJson;
  await expect(linuxFacts(without)).rejects.toThrow(/project homepage/);
  expect(await linuxFacts(packageJson)).toMatchObject({ url: homepage, maintainer: 'eGCC Fieldbook' });
  expect(author).toEqual({ name: configuration.linux?.maintainer });
  expect(isAllowedExternalLink(homepage)).toBe(true);
});

test('uninstalling and updating leave the data alone, and no administrator is needed', () => {
  expect(configuration.nsis).toMatchObject({
    perMachine: false,
    allowElevation: false,
    deleteAppDataOnUninstall: false,
  });
});
