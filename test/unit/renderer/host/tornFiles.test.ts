import { expect, test } from 'vitest';
import { removeTornFiles } from '../../../../renderer/host/tornFiles.ts';

/** A folder of the origin's store with files and folders inside. */
class Folder {
  readonly kind = 'directory';
  readonly content: Map<string, { readonly kind: 'file' } | Folder>;
  readonly stuck: string;

  constructor(content: Readonly<Record<string, 'file' | Folder>>, stuck = '') {
    const entries = Object.entries(content);
    this.content = new Map(
      entries.map(([name, entry]) => [name, entry === 'file' ? ({ kind: 'file' } as const) : entry]),
    );
    this.stuck = stuck;
  }

  async *entries() {
    yield* this.content.entries();
  }

  async removeEntry(name: string): Promise<void> {
    if (name === this.stuck) throw new DOMException('in use', 'NoModificationAllowedError');
    this.content.delete(name);
  }
}

test('what was cut off half-way to its name goes, in every folder, and one that is held stops nothing', async () => {
  const snapshots = new Folder({ '.a.fbs.new': 'file', '.b.fbs.new': 'file', 'a.fbs': 'file' }, '.a.fbs.new');
  const evidence = new Folder({ '.0a.new': 'file', '0a': 'file' });
  const root = new Folder({ 'quarantine-1.fbj.new': 'file', 'journal.fbj': 'file', evidence, snapshots });
  await removeTornFiles(root as unknown as FileSystemDirectoryHandle);
  expect([...root.content.keys()]).toEqual(['journal.fbj', 'evidence', 'snapshots']);
  expect([...evidence.content.keys()]).toEqual(['0a']);
  expect([...snapshots.content.keys()]).toEqual(['.a.fbs.new', 'a.fbs']);
});
