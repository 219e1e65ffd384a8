/*
 * The renderer's origin. IndexedDB and all of the browser's stores belong to it, so neither part ever changes:
 * a changed name would open an empty store.
 */
export const ownScheme = 'app';
export const ownHost = 'fieldbook';
export const ownOrigin = `${ownScheme}://${ownHost}`;

/** Whether an address is one of the application's own pages or files. */
export function isOwnAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (
    url !== null &&
    url.protocol === `${ownScheme}:` &&
    url.host === ownHost &&
    url.username === '' &&
    url.password === ''
  );
}
