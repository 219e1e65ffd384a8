import { isSha256 } from '../../shared/ipc/evidenceStore.ts';
import type { EvidenceFile } from '../../shared/ipc/host.ts';
import { filesOf, namedFiles } from '../../shared/records/namedFiles.ts';
import type { FieldbookStore } from './fieldbookStore.ts';

/** The files of evidence that are here, by whether any record has a use for them. */
export interface SortedFiles {
  readonly used: readonly EvidenceFile[];
  /** Of deleted records, or of none at all. */
  readonly unused: readonly EvidenceFile[];
  /**
   * Those of the unused that a deleted record named. What nothing here ever named may be of records that were lost, and
   * is not for erasing.
   */
  readonly ofDeleted: readonly EvidenceFile[];
}

/** Files are of use that a record names which is not deleted, or that its history can bring back. */
export async function sortedFiles(
  listed: readonly EvidenceFile[],
  store: Pick<FieldbookStore, 'records' | 'changeSetsAbout'>,
): Promise<SortedFiles> {
  const named = new Set(namedFiles(store.records));
  const live = new Set(store.records.all('evidence').map(({ id }) => id));
  const deleted = store.records.deleted('evidence');
  const once = new Set(deleted.flatMap(filesOf));
  const all = new Set([...live, ...deleted.map(({ id }) => id)]);
  for (const { changes } of await store.changeSetsAbout(all)) {
    for (const { id, path, before, after } of changes) {
      if (path !== 'sha256') continue;
      for (const one of [before, after]) if (isSha256(one)) (live.has(id) ? named : once).add(one);
    }
  }
  const unused = listed.filter(({ sha256 }) => !named.has(sha256));
  return {
    used: listed.filter(({ sha256 }) => named.has(sha256)),
    unused,
    ofDeleted: unused.filter(({ sha256 }) => once.has(sha256)),
  };
}

export const bytesOfFiles = (files: readonly EvidenceFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
