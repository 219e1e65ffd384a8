import { isSha256 } from '../../shared/ipc/evidenceStore.ts';
import type { EvidenceFile } from '../../shared/ipc/host.ts';
import { namedFiles } from '../../shared/records/namedFiles.ts';
import type { FieldbookStore } from './fieldbookStore.ts';

/** The files of evidence that are here, by whether any record has a use for them. */
export interface SortedFiles {
  readonly used: readonly EvidenceFile[];
  /** Of deleted records, or of none at all. */
  readonly unused: readonly EvidenceFile[];
}

/** Files are of use that a record names which is not deleted, or that its history can bring back. */
export async function sortedFiles(
  listed: readonly EvidenceFile[],
  store: Pick<FieldbookStore, 'records' | 'changeSetsAbout'>,
): Promise<SortedFiles> {
  const named = new Set(namedFiles(store.records));
  const live = new Set(store.records.all('evidence').map(({ id }) => id));
  for (const { changes } of await store.changeSetsAbout(live)) {
    for (const { path, before, after } of changes) {
      if (path === 'sha256') for (const one of [before, after]) if (isSha256(one)) named.add(one);
    }
  }
  return {
    used: listed.filter(({ sha256 }) => named.has(sha256)),
    unused: listed.filter(({ sha256 }) => !named.has(sha256)),
  };
}

export const bytesOfFiles = (files: readonly EvidenceFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);
