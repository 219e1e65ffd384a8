import { ok, type Result } from '../../shared/core/result.ts';
import type { Host, HostError } from '../../shared/ipc/host.ts';
import { openBrowserHost } from './browserHost.ts';
import { electronHost } from './electronHost.ts';
import type { Waits } from './waits.ts';
import { watchedBridge } from './watchedBridge.ts';

/** The machine that this page runs on: Electron when its bridge is there, else the browser. Its silence is told by `waits`. */
export async function openHost(waits: Waits): Promise<Result<Host, HostError>> {
  const bridge = window.fieldbookHost;
  return bridge === undefined ? openBrowserHost(waits) : ok(electronHost(watchedBridge(bridge, waits)));
}
