import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, PickedFile } from '../../shared/ipc/host.ts';
import { toHostError } from './nodeErrors.ts';

/** Reads chosen files into memory; TOO_LARGE when all of them together have more than `maxBytes`. */
export async function readPickedFiles(
  paths: readonly string[],
  maxBytes: number,
): Promise<Result<readonly PickedFile[], HostError>> {
  const picked: PickedFile[] = [];
  let left = maxBytes;
  for (const path of paths) {
    const read = await readOne(path, left);
    if (!read.ok) return read;
    left -= read.value.bytes.length;
    picked.push(read.value);
  }
  return ok(picked);
}

async function readOne(path: string, maxBytes: number): Promise<Result<PickedFile, HostError>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > maxBytes) {
        return err({ code: 'TOO_LARGE', detail: `${basename(path)} has ${size} bytes` });
      }
      return ok({ name: basename(path), bytes: new Uint8Array(await file.readFile()) });
    } finally {
      await file.close();
    }
  } catch (error) {
    return err(toHostError(error));
  }
}
