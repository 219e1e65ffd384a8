import { isOwnAddress } from './ownOrigin.ts';

/** The only permission that the application has: that the browser's housekeeping leaves its store alone. */
export function isPermitted(permission: string, requestingAddress: string): boolean {
  return permission === 'persistent-storage' && isOwnAddress(requestingAddress);
}

const ownSchemes: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Whether the session may load an address at all: its own files and bytes that it holds, never a network. */
export function isLoadable(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !ownSchemes.has(url.protocol)) return false;
  return url.protocol !== 'app:' || isOwnAddress(address);
}
