/** The names of `packages` whose version is a range instead of one exact version. */
export function looselyPinned(packages: Readonly<Record<string, string>>): readonly string[] {
  const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
  return Object.keys(packages).filter((name) => !exact.test(packages[name] ?? ''));
}

/** The names that no row of a table in `markdown` begins with. */
export function missingFromTable(names: readonly string[], markdown: string): readonly string[] {
  const firstCells = new Set(markdown.split('\n').map((line) => /^\| `([^`]+)` *\|/.exec(line)?.[1]));
  return names.filter((name) => !firstCells.has(name));
}

/** The lines of a file that name a folder of somebody's machine, a package registry's host or a tool's session. */
export function tracesIn(text: string): readonly string[] {
  // Written so that the patterns do not find themselves.
  const traces = [
    /(^|[^\w.-])\/work\//,
    /(^|[^\w.-])\/root\/(?!\*)/,
    /registry\.npmj[s]/,
    /deb\.debia[n]\./,
    /anthropi[c]|clau[d]e|chatgp[t]|copilo[t]/i,
    /sub-?agen[t]|helper agen[t]/i,
  ];
  return text.split('\n').filter((line) => traces.some((trace) => trace.test(line)));
}
