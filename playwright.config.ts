import { defineConfig } from '@playwright/test';
import type { HostKind } from './test/e2e/support/appWindow.ts';
import { electronBinary } from './test/e2e/support/electronBinary.ts';
import { findBrowser } from './test/support/browser.ts';

const browser = findBrowser();
const electron = electronBinary();
const summary = process.env.FIELDBOOK_E2E_SUMMARY;

// What depends on the host: storage, files, closing, offline, wrong files. How screens look and work does not.
const standInSpecs = [
  '**/{beginAnew,conflict,consolidation,draft,evidence,exchangePack,handOver,injection,lock,lostStore,migration,newComputer,offline,roundTrip,silentDisk,smoke,wrongFiles}.spec.ts',
  '**/*.electron.spec.ts',
  '**/*.standIn.spec.ts',
];

export default defineConfig<object, { hostKind: HostKind }>({
  testDir: 'test/e2e',
  // One at a time leaves a part of two cores idle. No test measures how long something takes, so how long is waited only
  // has to be enough for two browsers that share them.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: summary ? [['list'], ['json', { outputFile: summary }]] : [['list']],
  metadata: {
    browser: `${browser.name} ${browser.version}`,
    electron: electron.found ? electron.path : electron.reason,
  },
  use: {
    // A failure leaves a picture and the page's outline. Traces take a quarter of the time of all tests, to be thrown
    // away; `npm test -- --e2e SPEC --trace retain-on-failure` keeps those of failures.
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    // Nobody looks on; the Electron shell's stand-in has everything move.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...browser.args],
      env: { ...definedEnvironment(), ...browser.env },
    },
  },
  projects: [
    {
      name: 'browser',
      testIgnore: ['**/*.electron.spec.ts', '**/*.standIn.spec.ts'],
      use: { hostKind: 'browser' },
    },
    // The Electron shell: in its own program where that is installed, else in the stand-in for it.
    electron.found
      ? {
          name: 'electron',
          testIgnore: ['**/harness.spec.ts', '**/*.browser.spec.ts', '**/*.standIn.spec.ts'],
          use: { hostKind: 'electron' as const },
        }
      : { name: 'stand-in', testMatch: standInSpecs, use: { hostKind: 'stand-in' as const } },
  ],
});

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
