import type { Page } from '@playwright/test';

/** The running application as a test sees it, the same on both hosts. */
export interface App {
  readonly host: 'browser' | 'electron';
  /** Where this test's data lie; empty at the start of each test. */
  readonly dataFolder: string;
  /** The window; another one after each `reopen`. */
  readonly page: Page;
  /** Closes the window as a user does and opens the application again on the same data. */
  reopen(): Promise<Page>;
  /** Ends every process at once, as a power cut does, and opens the application again on the same data. */
  crashAndReopen(): Promise<Page>;
  /** Takes the network away, from this machine's own server too, until `goOnline`; outlasts `reopen`. */
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  /** Runs what makes the application save a file and returns that file. */
  saveDownload(trigger: () => Promise<unknown>): Promise<SavedDownload>;
  /** Runs what makes the application ask for files and answers with these. */
  upload(paths: readonly string[], trigger: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

/** `stand-in`: the Electron shell's own bundles, with Chromium and Node in the place of Electron's program. */
export type HostKind = 'browser' | 'electron' | 'stand-in';

export interface SavedDownload {
  /** The name that the application proposed. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}
