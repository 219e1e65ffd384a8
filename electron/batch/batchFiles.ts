import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { packLimits } from '../../shared/exchangePack/packLimits.ts';
import { isPack, type OpenedPack, readPack } from '../../shared/exchangePack/readPack.ts';
import type { HostErrorCode } from '../../shared/ipc/host.ts';
import type { FileErrorCode } from '../../shared/messages/fileErrors.ts';
import type { WorkbookGrid } from '../../shared/workbook/grid.ts';
import { defaultReadLimits } from '../../shared/workbook/read/readWorkbook.ts';
import { writeFileAtomic } from '../services/atomicFile.ts';
import { evidenceHash } from '../services/evidenceFiles.ts';
import type { FileOperations } from '../services/fileOperations.ts';
import type { KillableReader } from '../services/killableReader.ts';
import { toHostError } from '../services/nodeErrors.ts';
import { zlibInflate } from '../services/zlibInflate.ts';
import { type BatchError, batchError } from './batchErrors.ts';

/** A workbook that was named on the command line and read. */
export interface BatchInput {
  /** Without its folder. */
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly grid: WorkbookGrid;
  /** Of a protected workbook, the password that opened it: what goes back to its author is protected as well. */
  readonly password: string | null;
  /** What came along in an exchange pack; absent for a workbook alone. */
  readonly pack?: Pick<OpenedPack, 'files' | 'notes'>;
}

/** Reads all files; all that cannot be used are told, not the first only. */
export async function readInputs(
  paths: readonly string[],
  reader: KillableReader,
  password: string | null,
): Promise<Result<readonly BatchInput[], readonly BatchError[]>> {
  const inputs: BatchInput[] = [];
  const errors: BatchError[] = [];
  for (const path of paths) {
    const input = await readInput(path, reader, password);
    if (input.ok) inputs.push(input.value);
    else errors.push(input.error);
  }
  return errors.length > 0 ? err(errors) : ok(inputs);
}

async function readInput(
  path: string,
  reader: KillableReader,
  password: string | null,
): Promise<Result<BatchInput, BatchError>> {
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return err(batchError('IS_FOLDER', { name: path }));
    // A pipe or a device might never end.
    if (!found.isFile()) return err(batchError('IO', { name: path }));
    // Before it is read: a film of several gigabytes is refused at once. A pack may have more than a workbook.
    if (found.size > packLimits.fileBytes) {
      const { fileBytes } = /\.zip$/i.test(name) ? packLimits : defaultReadLimits;
      return err(tooLarge(name, found.size, fileBytes));
    }
    bytes = await readFile(path);
  } catch (error) {
    return err(hostFailure(toHostError(error).code, path));
  }
  const pack = isPack(bytes) ? await openPack(bytes, name) : null;
  if (pack?.ok === false) return pack;
  if (pack === null && bytes.length > defaultReadLimits.fileBytes) {
    return err(tooLarge(name, bytes.length, defaultReadLimits.fileBytes));
  }
  const input = await readWorkbook(pack?.value.workbook ?? bytes, name, reader, password);
  if (!input.ok || pack === null) return input;
  const { files, notes } = pack.value;
  return ok({ ...input.value, pack: { files, notes } });
}

/** Its own passes only, which are bounded; what is inside goes to the reader like any other workbook. */
async function openPack(bytes: Uint8Array, name: string): Promise<Result<OpenedPack, BatchError>> {
  const pack = await readPack(bytes, name, { hash: evidenceHash, rawInflate: zlibInflate });
  return pack.ok ? pack : err(batchError(pack.error.code, pack.error.params));
}

async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  reader: KillableReader,
  password: string | null,
): Promise<Result<BatchInput, BatchError>> {
  const grid = await reader.read(bytes, name, password === null ? {} : { password });
  if (!grid.ok) return err(batchError(grid.error.code, grid.error.params));
  const hash = createHash('sha256').update(bytes).digest('hex');
  return ok({ name, hash, grid: grid.value, password: isProtected(bytes, grid.value) ? password : null });
}

/** An encrypted workbook is a compound file, as only the old format is otherwise. */
function isProtected(bytes: Uint8Array, { kind }: WorkbookGrid): boolean {
  return kind !== 'xls' && bytes[0] === 0xd0 && bytes[1] === 0xcf;
}

/** Whether something is at a path, be it a folder. */
export const isTaken = async (path: string): Promise<boolean> => (await statOrNull(path)) !== null;

/** What makes a path unusable for what is written beside the files that are read; null when nothing does. */
export async function besideProblem(path: string, inputs: readonly string[]): Promise<BatchError | null> {
  const folder = await statOrNull(dirname(path));
  if (folder?.isDirectory() !== true)
    return batchError('FOLDER_MISSING', { name: basename(path), folder: dirname(path) });
  const existing = await statOrNull(path);
  if (existing === null) return null;
  if (existing.isDirectory()) return batchError('IS_FOLDER', { name: path });
  // By what the disk says, since one file may have many names.
  for (const input of inputs) {
    const other = await statOrNull(input);
    if (other !== null && other.ino === existing.ino && other.dev === existing.dev) {
      return batchError('OUTPUT_IS_INPUT', { name: basename(path) });
    }
  }
  return null;
}

/** What makes an output path unusable, before anything is computed; null when nothing does. */
export async function outputProblem(path: string, inputs: readonly string[]): Promise<BatchError | null> {
  const name = basename(path);
  if (!/\.xlsx$/i.test(name)) return batchError('OUTPUT_NOT_XLSX', { name });
  return await besideProblem(path, inputs);
}

export async function saveOutput(
  path: string,
  bytes: Uint8Array,
  operations: FileOperations,
): Promise<BatchError | null> {
  const saved = await writeFileAtomic(path, bytes, { operations });
  return saved.ok ? null : hostFailure(saved.error.code, path);
}

function tooLarge(name: string, size: number, limit: number): BatchError {
  const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;
  return batchError('TOO_LARGE', { name, size: megabytes(size), limit: megabytes(limit) });
}

const codeByHostCode: Readonly<Partial<Record<HostErrorCode, FileErrorCode>>> = {
  NO_SPACE: 'NO_SPACE',
  NOT_FOUND: 'NOT_FOUND',
  NO_PERMISSION: 'NO_PERMISSION',
  READ_ONLY: 'NO_PERMISSION',
  IN_USE: 'NO_PERMISSION',
};

function hostFailure(code: HostErrorCode, path: string): BatchError {
  return batchError(codeByHostCode[code] ?? 'IO', { name: path });
}

// A BigInt inode keeps all its digits; on Windows they do not fit a number.
async function statOrNull(path: string) {
  try {
    return await stat(path, { bigint: true });
  } catch {
    return null;
  }
}
