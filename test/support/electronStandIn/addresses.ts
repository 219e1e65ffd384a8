/*
 * Chromium knows no scheme that is not built into it, and gives an unknown one no origin: no IndexedDB, no workers,
 * no module scripts, no secure context. So app://fieldbook is shown to it as an https origin of a name that exists
 * nowhere (RFC 2606), whose every request is answered here before it would reach a network. An https origin has
 * what Electron gives a scheme that is registered as standard and secure. Nobody outside this folder meets the name,
 * except in the page's own `location`.
 */
const suffix = 'invalid';

/** app://fieldbook/a -> https://fieldbook.app.invalid/a */
export function toChromiumAddress(address: string): string {
  const [, scheme = '', host = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? [];
  if (scheme === '' || isNetwork(scheme)) return address;
  return `https://${host}.${scheme}.${suffix}${rest}`;
}

/** The way back; any other address as it is. */
export function toElectronAddress(address: string, schemes: readonly string[]): string {
  const [whole = '', host = '', scheme = ''] =
    /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.invalid(?=[/?#]|$)/i.exec(address) ?? [];
  return schemes.includes(scheme) ? `${scheme}://${host}${address.slice(whole.length)}` : address;
}

/** Whether Chromium means one of the application's own addresses by this one. */
export const isStandInAddress = (address: string): boolean =>
  address.startsWith(`${toChromiumAddress('app://fieldbook')}/`);

const isNetwork = (scheme: string): boolean => /^(https?|wss?|file)$/i.test(scheme);
