import {
  type CheckedFile,
  isPack,
  type OpenedPack,
  type PackNote,
  packedBytes,
} from '../../../shared/exchangePack/readPack.ts';
import type { EvidencePort, HostErrorCode } from '../../../shared/ipc/host.ts';
import { streamInflate } from '../../workers/streamInflate.ts';
import type { ReceivedFile } from './receiveState.ts';

/** The files of evidence that came along with a workbook, checked. */
export interface ReceivedPack {
  /** As it was chosen; its files are taken out one by one when they are kept. */
  readonly archive: Uint8Array;
  /** Not on this computer yet. */
  readonly fresh: readonly CheckedFile[];
  readonly hereAlready: number;
  readonly notes: readonly PackNote[];
}

/** What became of the files of a pack. */
export interface KeptFiles {
  readonly kept: number;
  readonly failed: readonly { readonly name: string; readonly code: HostErrorCode }[];
}

/** A pack that nobody looked into yet. */
export const isClosedPack = ({ pack, refused, bytes }: ReceivedFile): boolean =>
  pack === undefined && refused === undefined && isPack(bytes);

/** The file as its workbook, with what came along. */
export async function withPack(
  file: ReceivedFile,
  { workbook, files, notes }: OpenedPack,
  evidence: EvidencePort,
): Promise<ReceivedFile> {
  const listed = await evidence.list();
  const here = new Set(listed.ok ? listed.value.map(({ sha256 }) => sha256) : []);
  const fresh = files.filter(({ sha256 }) => !here.has(sha256));
  const pack = { archive: file.bytes, fresh, hereAlready: files.length - fresh.length, notes };
  return { ...file, bytes: workbook, pack };
}

/**
 * Hands the files over to the host, which keeps each once by its content. One that cannot be kept stops no other, and no
 * record either: it is missing here, as it was before.
 */
export async function keepFiles(
  { archive, fresh }: ReceivedPack,
  evidence: EvidencePort,
): Promise<KeptFiles> {
  const failed: { name: string; code: HostErrorCode }[] = [];
  for (const file of fresh) {
    const bytes = await packedBytes(archive, file, streamInflate);
    const put = bytes === null ? null : await evidence.put(bytes);
    if (put?.ok !== true) failed.push({ name: file.name, code: put?.error.code ?? 'DAMAGED' });
    else if (put.value.sha256 !== file.sha256) failed.push({ name: file.name, code: 'DAMAGED' });
  }
  return { kept: fresh.length - failed.length, failed };
}
