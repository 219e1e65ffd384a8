import { ok, type Result } from '../../shared/core/result.ts';
import type { Host, HostError } from '../../shared/ipc/host.ts';
import { openBrowserHost } from './browserHost.ts';
import { electronHost } from './electronHost.ts';

/** The machine that this page runs on: Electron when its bridge is there, else the browser. */
export async function openHost(): Promise<Result<Host, HostError>> {
  const bridge = window.fieldbookHost;
  return bridge === undefined ? openBrowserHost() : ok(electronHost(bridge));
}
