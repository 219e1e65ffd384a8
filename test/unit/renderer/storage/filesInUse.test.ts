import { expect, test } from 'vitest';
import { sortedFiles } from '../../../../renderer/storage/filesInUse.ts';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import type { EvidenceFile } from '../../../../shared/ipc/host.ts';
import { creation, deletion, edit, Laptop, saved } from './laptop.ts';

const fileOf = (text: string): EvidenceFile => {
  const bytes = new TextEncoder().encode(text);
  return { sha256: sha256Hex(bytes), bytes: bytes.length };
};
const [hall, list, gone, refused] = ['hall', 'list', 'gone', 'refused'].map(fileOf) as [
  EvidenceFile,
  EvidenceFile,
  EvidenceFile,
  EvidenceFile,
];
const valuesOf = ({ sha256 }: EvidenceFile) => ({ fileName: 'a.jpg', kind: 'photo', sha256 });

test('files are of use that a record names or its history can bring back', async () => {
  const laptop = new Laptop();
  const store = await laptop.open();
  const [kept, deleted] = [laptop.newId(), laptop.newId()];
  await saved(store, creation('evidence', kept, valuesOf(hall)));
  await saved(store, edit('evidence', kept, { sha256: list.sha256 }));
  await saved(store, creation('evidence', deleted, valuesOf(gone)));
  const all = [hall, list, gone, refused];
  expect(await sortedFiles(all, store)).toEqual({
    used: [hall, list, gone],
    unused: [refused],
    ofDeleted: [],
  });
  await saved(store, deletion('evidence', deleted));
  expect(await sortedFiles(all, store)).toEqual({
    used: [hall, list],
    unused: [gone, refused],
    // What nothing here ever named may be of records that were lost.
    ofDeleted: [gone],
  });
  await saved(store, deletion('evidence', deleted, false));
  expect(await sortedFiles(all, store)).toEqual({
    used: [hall, list, gone],
    unused: [refused],
    ofDeleted: [],
  });
});
