/**
 * Each version of the tables has a database of its own, so that an update writes a new one beside the old and a crash
 * in between leaves the old as it was. Before that there was one without a number, which was updated in place.
 */
export const databaseNameOf = (base: string, version: number): string => `${base}.v${version}`;

export interface InstalledDatabase {
  readonly name: string;
  /** In the numbers of `databaseVersion`. */
  readonly version: number;
  /** Of the time when there was one database, and its version was its only mark. */
  readonly isUnnumbered: boolean;
}

/** The databases of a base name that are here, the newest first. */
export async function installedDatabases(
  indexedDB: IDBFactory,
  base: string,
): Promise<readonly InstalledDatabase[]> {
  const databases = await indexedDB.databases();
  return databases
    .flatMap(({ name = '', version = 0 }): InstalledDatabase[] => {
      // Dexie multiplies by ten.
      if (name === base) return [{ name, version: Math.floor(version / 10), isUnnumbered: true }];
      const number = name.startsWith(`${base}.v`) ? Number(name.slice(base.length + 2)) : Number.NaN;
      return Number.isSafeInteger(number) ? [{ name, version: number, isUnnumbered: false }] : [];
    })
    .toSorted((a, b) => b.version - a.version || Number(a.isUnnumbered) - Number(b.isUnnumbered));
}
