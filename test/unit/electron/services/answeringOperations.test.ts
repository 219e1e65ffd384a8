import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answeringOperations } from '../../../../electron/services/answeringOperations.ts';
import { writeFileAtomic } from '../../../../electron/services/atomicFile.ts';
import { openableJournal } from '../../../../electron/services/journal.ts';
import { createSnapshotService } from '../../../../electron/services/snapshots.ts';
import type { JsonObject } from '../../../../shared/core/json.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A share below `/share` that can be made to hang; what was asked of it meanwhile answers when it comes back. */
class HangingFiles extends FaultyFiles {
  readonly waiting: (() => void)[] = [];
  hangs = false;

  override async list(path: string): Promise<readonly string[]> {
    await this.answer(path);
    return super.list(path);
  }

  override async open(...given: Parameters<FaultyFiles['open']>) {
    await this.answer(given[0]);
    return super.open(...given);
  }

  comeBack(): void {
    this.hangs = false;
    for (const go of this.waiting.splice(0)) go();
  }

  private answer(path: string): Promise<void> {
    if (!this.hangs || !path.startsWith('/share')) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

const bytes = Uint8Array.of(1, 2, 3);

test('a place that answers is used as it is', async () => {
  const files = new HangingFiles();
  const operations = answeringOperations(files);
  expect((await writeFileAtomic('/share/a', bytes, { operations })).ok).toBe(true);
  expect(files.bytesOf('/share/a')).toEqual(bytes);
  expect(await operations.list('/share')).toEqual(['a']);
  await expect(operations.open('/share/b', 'read')).rejects.toMatchObject({ code: 'ENOENT' });
  expect(vi.getTimerCount()).toBe(0);
});

test('one that does not answer is an error after fifteen seconds, and is asked nothing more until it answers', async () => {
  const files = new HangingFiles();
  files.hangs = true;
  const operations = answeringOperations(files);
  const saved = writeFileAtomic('/share/a', bytes, { operations });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await saved).toMatchObject({ ok: false, error: { code: 'IO' } });
  await expect(operations.list('/share')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(files.waiting).toHaveLength(1);
  files.comeBack();
  await vi.advanceTimersByTimeAsync(0);
  expect((await writeFileAtomic('/share/b', bytes, { operations })).ok).toBe(true);
});

test('a second folder that hangs holds up neither the backup before an import nor the way back', async () => {
  const files = new HangingFiles();
  const wait = async (): Promise<void> => undefined;
  const journal = openableJournal('/data/journal.fbj', files, wait);
  await journal.open();
  await journal.append(1, consultationPayloads(3));
  let memory: JsonObject = {};
  const snapshots = createSnapshotService({
    operations: files,
    wait,
    folder: '/data/snapshots',
    evidence: '/data/evidence',
    journal,
    settings: { read: async () => ({ ok: true, value: {} }), write: async () => ({ ok: true, value: null }) },
    memory: {
      read: async () => ({ ok: true, value: memory }),
      write: async (next) => {
        memory = next;
        return { ok: true, value: null };
      },
    },
    clock: { now: () => Date.now() },
    appVersion: '0.1.0',
  });
  await snapshots.setSecondFolder('/share');
  vi.setSystemTime(Date.now() + 60_000);
  files.hangs = true;
  const taken = snapshots.take('import');
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await taken).toMatchObject({
    ok: true,
    value: { problem: null, second: { condition: 'missing' }, snapshots: [{ reason: 'import' }, {}] },
  });
  // From then on nobody waits again, until the folder answers.
  expect(await snapshots.state()).toMatchObject({ ok: true, value: { second: { condition: 'missing' } } });
  files.comeBack();
  await vi.advanceTimersByTimeAsync(0);
  expect(await snapshots.state()).toMatchObject({ ok: true, value: { second: { condition: 'ready' } } });
});
