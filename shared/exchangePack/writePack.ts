import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../core/hashing.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { LocalDateTime } from '../core/timeZones.ts';
import { maxPickedBytes } from '../ipc/channels.ts';
import { packLimits } from './packLimits.ts';
import { manifestPath, manifestText, type PackFile } from './packManifest.ts';
import { archiveBytes, StoredArchive } from './storedArchive.ts';

export interface PackToWrite {
  readonly workbook: { readonly name: string; readonly bytes: Uint8Array };
  readonly files: readonly PackFile[];
  /** What unpackers show for every entry. */
  readonly at: LocalDateTime;
  /** The bytes of a file, or null where they cannot be had, or are not what they were. */
  readonly read: (file: PackFile) => Promise<Uint8Array | null>;
}

export interface WrittenPack {
  readonly bytes: Uint8Array;
  /** Files that could not be read after all. */
  readonly leftOut: readonly PackFile[];
}

/** More than whoever receives it can read. */
export type PackTooLarge = { readonly code: 'TOO_LARGE' | 'TOO_MANY'; readonly limit: number };

/**
 * Writes workbook, files and manifest as one archive. Of the files only the one being copied is held beside the
 * archive itself; what cannot be read is left out of archive and manifest, and told.
 */
export async function writePack({
  workbook,
  files,
  at,
  read,
}: PackToWrite): Promise<Result<WrittenPack, PackTooLarge>> {
  const book = { path: workbook.name, sha256: sha256Hex(workbook.bytes), bytes: workbook.bytes.length };
  const fullManifest = utf8ToBytes(manifestText({ workbook: book, files }));
  const capacity = archiveBytes([book, ...files, { path: manifestPath, bytes: fullManifest.length }]);
  if (capacity > maxPickedBytes) return err({ code: 'TOO_LARGE', limit: maxPickedBytes });
  if (files.length + 2 > packLimits.zipEntries)
    return err({ code: 'TOO_MANY', limit: packLimits.zipEntries });
  const archive = new StoredArchive(capacity, at);
  archive.add(book.path, workbook.bytes);
  const packed: PackFile[] = [];
  const leftOut: PackFile[] = [];
  for (const file of files) {
    const bytes = await read(file);
    if (bytes === null || bytes.length !== file.bytes) leftOut.push(file);
    else {
      archive.add(file.path, bytes);
      packed.push(file);
    }
  }
  archive.add(manifestPath, utf8ToBytes(manifestText({ workbook: book, files: packed })));
  return ok({ bytes: archive.finish(), leftOut });
}
