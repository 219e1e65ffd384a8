// Public bodies of the programme and the sources that it cites; whole registered domains, subdomains included.
const allowedDomains = [
  'go.kr',
  'nia.or.kr',
  'koica.go.kr',
  'koreaexim.go.kr',
  'edcfkorea.go.kr',
  'un.org',
  'worldbank.org',
  'adb.org',
  'oecd.org',
] as const;

/**
 * Whether an address may be opened in the system's browser: https, no user name or port in it, and a host that is
 * one of the programme's domains or below one. Everything else, and what is no address, may not.
 */
export function isAllowedExternalLink(address: string): boolean {
  const match = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#][\x21-\x7e]*)?$/i.exec(address);
  const host = match?.[1]?.toLowerCase();
  if (host === undefined || address.includes('\\')) return false;
  return allowedDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
