// Each file at an address of its own, never inside a script: what is inlined would be fetched from a `data:` address,
// which the content policy forbids.
const files: Readonly<Record<string, string>> = {
  // How Korean fonts that are not in the file number their characters.
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/{Adobe-Korea1-*,KSC*,UniKS-*}.bcmap', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
  // The two standard fonts of signs that no system has; letters come from the system's fonts.
  ...import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/Foxit{Symbol,Dingbats}.pfb', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
};
const urlByName = new Map(
  Object.entries(files).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

/** The bytes of a file that comes with the library. Rejects for one that is not shipped. */
export async function pdfAsset(name: string): Promise<Uint8Array> {
  const url = urlByName.get(name);
  if (url === undefined) throw new Error(`${name} does not come with Fieldbook`);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
