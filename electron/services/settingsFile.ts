import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, SettingsCondition, SettingsPort } from '../../shared/ipc/host.ts';
import { type StoredSettings, settingsToText, textToSettings } from '../../shared/ipc/settingsText.ts';
import { type AtomicFileParts, readWhole, renameWithRetry, writeFileAtomic } from './atomicFile.ts';
import { nodeErrorCode, toHostError } from './nodeErrors.ts';

export interface SettingsFile extends SettingsPort {
  /** What the last `read` met: whole settings, an older copy, or none that could be read. */
  condition(): SettingsCondition;
}

/**
 * Settings in one JSON file that knows its own hash, with the copy before it beside it (`.previous`). Damaged
 * ones are put aside (`.damaged`), never overwritten.
 */
export function createSettingsFile(path: string, parts: AtomicFileParts): SettingsFile {
  const previous = `${path}.previous`;
  let condition: SettingsCondition = 'intact';
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<Result<T, HostError>>): Promise<Result<T, HostError>> {
    const turn = queue.then(work).catch((error: unknown) => err(toHostError(error)));
    queue = turn;
    return turn;
  }

  async function readBest(): Promise<StoredSettings> {
    const current = await readCopy(path, parts);
    if (typeof current === 'object') {
      condition = 'intact';
      return current;
    }
    const older = await readCopy(previous, parts);
    if (typeof older === 'object') {
      condition = 'recovered';
      return older;
    }
    condition = current === 'damaged' || older === 'damaged' ? 'lost' : 'intact';
    return { generation: 0, settings: {} };
  }

  return {
    condition: () => condition,
    read: () => inTurn(async () => ok((await readBest()).settings)),
    write: (settings) =>
      inTurn(async () => {
        const current = await readCopy(path, parts);
        if (current === 'damaged') await putAside(path, parts);
        if (typeof current === 'object') {
          const kept = await writeText(previous, settingsToText(current), parts);
          if (!kept.ok) return kept;
        }
        const older = typeof current === 'object' ? current : await readCopy(previous, parts);
        const generation = typeof older === 'object' ? older.generation + 1 : 1;
        const written = await writeText(path, settingsToText({ generation, settings }), parts);
        return written.ok ? ok(null) : written;
      }),
  };
}

/** Beside those that were damaged before it: of a key that may be the last, each may be the one that can be mended. */
async function putAside(path: string, { operations, wait }: AtomicFileParts): Promise<void> {
  const taken = new Set(await operations.list(dirname(path)));
  let name = `${basename(path)}.damaged`;
  for (let count = 2; taken.has(name); count++) name = `${basename(path)}.${count}.damaged`;
  await renameWithRetry(path, join(dirname(path), name), operations, wait);
}

async function readCopy(
  path: string,
  { operations }: AtomicFileParts,
): Promise<StoredSettings | 'missing' | 'damaged'> {
  try {
    return textToSettings(new TextDecoder().decode(await readWhole(path, operations))) ?? 'damaged';
  } catch (error) {
    if (nodeErrorCode(error) === 'ENOENT') return 'missing';
    throw error;
  }
}

const writeText = (path: string, text: string, parts: AtomicFileParts) =>
  writeFileAtomic(path, new TextEncoder().encode(text), parts);
