import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeFileOperations } from '../../../../electron/services/fileOperations.ts';
import { openableJournal } from '../../../../electron/services/journal.ts';

/** What flushing a folder ends with: not every file system knows it, and a test cannot mount one. */
const flushing = vi.hoisted((): { code: string | null; closed: number } => ({ code: null, closed: 0 }));
vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof import('node:fs/promises')>();
  const open: typeof actual.open = async (path, flags, mode) => {
    const handle = await actual.open(path, flags, mode);
    const { code } = flushing;
    if (code === null || !(await handle.stat()).isDirectory()) return handle;
    const close = handle.close.bind(handle);
    return Object.assign(handle, {
      sync: () => Promise.reject(Object.assign(new Error(code), { code })),
      close: () => {
        flushing.closed += 1;
        return close();
      },
    });
  };
  return { ...actual, open };
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldbook-operations-'));
  flushing.closed = 0;
});
afterEach(async () => {
  flushing.code = null;
  await rm(folder, { recursive: true });
});

test.skipIf(process.platform === 'win32').each(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])(
  'a home on a file system that knows no flushing of folders (%s) holds a journal all the same',
  async (code) => {
    flushing.code = code;
    const journal = openableJournal(join(folder, 'data', 'journal.fbj'), nodeFileOperations);
    expect(await journal.open()).toMatchObject({ ok: true, value: { lastSequence: 0 } });
    expect(await journal.append(1, ['a'])).toMatchObject({ ok: true });
    await journal.close();
    expect(flushing.closed).toBeGreaterThan(0);
  },
);

test.skipIf(process.platform === 'win32').each(['EIO', 'ENOSPC', 'EDQUOT'])(
  'a folder whose flushing failed (%s) is never called durable',
  async (code) => {
    flushing.code = code;
    await expect(nodeFileOperations.syncFolder(folder)).rejects.toMatchObject({ code });
    expect(flushing.closed).toBe(1);
  },
);
