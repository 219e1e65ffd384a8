import { defineConfig } from '@playwright/test';
import type { HostKind } from './test/e2e/support/appWindow.ts';
import { electronBinary } from './test/e2e/support/electronBinary.ts';
import { findBrowser } from './test/support/browser.ts';

const browser = findBrowser();
const electron = electronBinary();
const summary = process.env.FIELDBOOK_E2E_SUMMARY;

export default defineConfig<object, { hostKind: HostKind }>({
  testDir: 'test/e2e',
  // The tests measure nothing, but two browsers on two cores make each other slow enough to fail.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: summary ? [['list'], ['json', { outputFile: summary }]] : [['list']],
  metadata: {
    browser: `${browser.name} ${browser.version}`,
    electron: electron.found ? electron.path : electron.reason,
  },
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...browser.args],
      env: { ...definedEnvironment(), ...browser.env },
    },
  },
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    ...(electron.found
      ? [
          {
            name: 'electron',
            testIgnore: ['**/harness.spec.ts', '**/*.browser.spec.ts'],
            use: { hostKind: 'electron' as const },
          },
        ]
      : []),
  ],
});

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
