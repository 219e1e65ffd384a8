import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { _electron, type BrowserContext, type Page } from '@playwright/test';
import { findBrowser } from '../../support/browser.ts';
import { StandInElectron } from '../../support/electronStandIn/standInElectron.ts';
import { electronBinary } from './electronBinary.ts';

type ElectronModule = typeof Electron.CrossProcessExports;

/** What tests use of a running Electron; Playwright's class and the stand-in's both have it. */
export interface RunningElectron {
  evaluate<Result>(run: (electron: ElectronModule) => Result | Promise<Result>): Promise<Result>;
  evaluate<Result, Argument>(
    run: (electron: ElectronModule, argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  context(): BrowserContext;
  firstWindow(): Promise<Page>;
  process(): ChildProcess;
  waitForEvent(event: 'close'): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts the built application on a folder of data. */
export type LaunchElectron = (dataFolder: string) => Promise<RunningElectron>;

const root = resolve(import.meta.dirname, '../../..');

export const launchRealElectron: LaunchElectron = async (dataFolder) => {
  const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const binary = electronBinary();
  if (!binary.found) throw new Error(binary.reason);
  return _electron.launch({
    executablePath: binary.path,
    args: [
      ...(isLinuxRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      root,
    ],
    cwd: root,
    env: environmentOf(dataFolder),
  });
};

export const launchStandIn = (dataFolder: string): Promise<StandInElectron> =>
  StandInElectron.launch({ root, browser: findBrowser(), env: environmentOf(dataFolder) });

export function environmentOf(dataFolder: string): Record<string, string> {
  const defined = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(defined), FIELDBOOK_DATA: dataFolder };
}
