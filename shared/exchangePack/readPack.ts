import { strFromU8, strToU8 } from 'fflate';
import { groupBy } from '../core/groupBy.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type FileError, fileError } from '../messages/fileErrors.ts';
import { noRawInflate, type RawInflate } from '../workbook/read/rawInflate.ts';
import { readZipDirectory, type ZipEntry } from '../workbook/read/zipDirectory.ts';
import { zipError } from '../workbook/read/zipErrors.ts';
import { unpackEntry } from '../workbook/read/zipGuard.ts';
import { type PackLimits, packLimits } from './packLimits.ts';
import {
  manifestPath,
  type PackFile,
  type PackManifest,
  type PackPart,
  readManifest,
} from './packManifest.ts';

/** A file of evidence that was checked: what it is, and where it lies in the archive. */
export interface CheckedFile extends PackFile {
  readonly entry: ZipEntry;
}

export type PackNoteCode =
  /** The manifest names it, the archive lacks it. */
  | 'MISSING'
  /** Its bytes are not those that were sent. */
  | 'CHANGED'
  /** The archive itself is broken at this place. */
  | 'BROKEN'
  /** It unpacks to more than may be taken. */
  | 'TOO_LARGE'
  /** Nobody told of it. */
  | 'EXTRA'
  /** Its path would lead out of the archive. */
  | 'ODD_PATH'
  /** The workbook was edited after the pack was written. */
  | 'WORKBOOK_EDITED';

export interface PackNote {
  readonly code: PackNoteCode;
  readonly name: string;
}

export interface OpenedPack {
  readonly workbook: Uint8Array;
  /** Each content once. */
  readonly files: readonly CheckedFile[];
  /** What of the pack was not taken, and why. */
  readonly notes: readonly PackNote[];
}

export interface PackReader {
  /** SHA-256 as 64 lower-case hexadecimal digits. */
  readonly hash: (bytes: Uint8Array) => Promise<string>;
  readonly rawInflate?: RawInflate;
  readonly limits?: PackLimits;
}

/** Whether the bytes are an archive with a manifest; looks at its directory only. */
export function isPack(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const entries = readZipDirectory(bytes, packLimits.zipEntries, () => undefined);
  return entries.ok && entries.value.some(({ name }) => name === manifestPath);
}

/**
 * Checks a pack before anything is taken of it: the archive as that of a workbook, then each part's size and SHA-256.
 * A part that does not hold is told of and left out, and the others are not touched by it. Only where the archive, its
 * manifest or its workbook cannot be read is the pack refused. Parts that were renamed or packed anew by another program
 * are found by their content. Bounded in size, not in time: run it where it can be ended.
 */
export async function readPack(
  bytes: Uint8Array,
  name: string,
  reader: PackReader,
): Promise<Result<OpenedPack, FileError>> {
  const { limits = packLimits } = reader;
  if (bytes.length > limits.fileBytes) return err(tooLarge(name, bytes.length, limits.fileBytes));
  const odd: string[] = [];
  const entries = readZipDirectory(bytes, limits.zipEntries, (raw) => odd.push(raw));
  if (!entries.ok) return err(zipError(name, entries.error));
  const parts = new PackParts(bytes, entries.value, reader, limits);
  const manifest = await manifestOf(parts, name, limits);
  if (!manifest.ok) return manifest;
  const { workbook: told, files } = manifest.value;
  const workbook = await parts.workbookOf(told);
  if (workbook === null) return err(fileError('DAMAGED', 'the workbook of the pack', { name }));
  const notes: PackNote[] = odd.map((raw) => ({ code: 'ODD_PATH', name: readable(raw) }));
  if (!workbook.isAsSent) notes.push({ code: 'WORKBOOK_EDITED', name: told.path });
  const checked = new Map<string, CheckedFile>();
  for (const file of files) {
    const found = await parts.find(file);
    if (typeof found === 'string') notes.push({ code: found, name: file.name });
    else if (!checked.has(file.sha256)) checked.set(file.sha256, { ...file, entry: found });
  }
  for (const rest of parts.unclaimed()) notes.push({ code: 'EXTRA', name: readable(rest) });
  return ok({ workbook: workbook.bytes, files: [...checked.values()], notes });
}

/** The bytes of a file that was checked before, in a buffer of their own; null where the archive is not the same. */
export function packedBytes(
  archive: Uint8Array,
  { entry }: Pick<CheckedFile, 'entry'>,
  rawInflate: RawInflate = noRawInflate,
): Promise<Uint8Array | null> {
  return contentOf(archive, entry, packLimits, rawInflate);
}

async function manifestOf(
  parts: PackParts,
  name: string,
  limits: PackLimits,
): Promise<Result<PackManifest, FileError>> {
  const text = await parts.named(manifestPath, limits.manifestBytes);
  const manifest = text === null ? null : readManifest(text);
  if (manifest?.ok === true) return manifest;
  return err(
    manifest?.error.code === 'NEWER'
      ? fileError('NEWER_VERSION', `pack version ${manifest.error.version}`, {
          name,
          found: manifest.error.version,
        })
      : fileError('DAMAGED', 'the manifest of the pack', { name }),
  );
}

/** The entries of an archive, each of which is one part of the pack at most. */
class PackParts {
  private readonly byName: ReadonlyMap<string, ZipEntry>;
  private readonly bySize: ReadonlyMap<number, readonly ZipEntry[]>;
  private readonly hashed = new Map<number, ReadonlyMap<string, readonly ZipEntry[]>>();
  private readonly claimed = new Set<string>([manifestPath]);
  private left: number;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly entries: readonly ZipEntry[],
    private readonly reader: PackReader,
    private readonly limits: PackLimits,
  ) {
    this.byName = new Map(entries.map((entry) => [readable(entry.name), entry]));
    this.bySize = groupBy(entries, ({ size }) => size);
    this.left = limits.inflatedBytes;
  }

  async named(path: string, most: number): Promise<Uint8Array | null> {
    const entry = this.byName.get(path);
    return entry === undefined || entry.size > most ? null : this.unpack(entry);
  }

  async workbookOf(
    part: PackPart,
  ): Promise<{ readonly bytes: Uint8Array; readonly isAsSent: boolean } | null> {
    const entry = this.byName.get(part.path.normalize('NFC')) ?? (await this.renamed(part));
    if (entry === null) return null;
    this.claimed.add(entry.name);
    const bytes = await this.unpack(entry);
    return bytes === null ? null : { bytes, isAsSent: (await this.reader.hash(bytes)) === part.sha256 };
  }

  /** Where a part lies, checked; or why it is not taken. */
  async find(part: PackPart): Promise<ZipEntry | PackNoteCode> {
    const entry = this.byName.get(part.path.normalize('NFC'));
    if (entry === undefined) {
      const renamed = await this.renamed(part);
      if (renamed === null) return 'MISSING';
      this.claimed.add(renamed.name);
      return renamed;
    }
    this.claimed.add(entry.name);
    if (entry.size > this.left) return 'TOO_LARGE';
    if (entry.size !== part.bytes) return 'CHANGED';
    const bytes = await this.unpack(entry);
    if (bytes === null) return 'BROKEN';
    return (await this.reader.hash(bytes)) === part.sha256 ? entry : 'CHANGED';
  }

  /** Names of the entries that are no part of the pack. */
  unclaimed(): readonly string[] {
    return this.entries.flatMap(({ name }) => (this.claimed.has(name) ? [] : [name]));
  }

  /** Some programs write names in another alphabet than they say; the content tells. */
  private async renamed({ bytes, sha256 }: PackPart): Promise<ZipEntry | null> {
    const alike = (await this.hashesOf(bytes)).get(sha256) ?? [];
    return alike.find(({ name }) => !this.claimed.has(name)) ?? null;
  }

  /** The entries of a size by their content, each of which is unpacked once however many parts are looked for. */
  private async hashesOf(size: number): Promise<ReadonlyMap<string, readonly ZipEntry[]>> {
    const known = this.hashed.get(size);
    if (known !== undefined) return known;
    const found: { readonly sha256: string; readonly entry: ZipEntry }[] = [];
    for (const entry of this.bySize.get(size) ?? []) {
      if (this.claimed.has(entry.name)) continue;
      const bytes = await this.unpack(entry);
      if (bytes !== null) found.push({ sha256: await this.reader.hash(bytes), entry });
    }
    const grouped = groupBy(found, ({ sha256 }) => sha256);
    const entries = new Map([...grouped].map(([sha256, all]) => [sha256, all.map(({ entry }) => entry)]));
    this.hashed.set(size, entries);
    return entries;
  }

  /** Null for what is broken, or more than is left to be unpacked in all. */
  private unpack(entry: ZipEntry): Promise<Uint8Array | null> {
    if (entry.size > this.left) return Promise.resolve(null);
    this.left -= entry.size;
    return contentOf(this.bytes, entry, this.limits, this.reader.rawInflate);
  }
}

async function contentOf(
  archive: Uint8Array,
  entry: ZipEntry,
  limits: PackLimits,
  rawInflate: RawInflate = noRawInflate,
): Promise<Uint8Array | null> {
  const content = new Uint8Array(entry.size);
  const problem = await unpackEntry(archive, entry, limits, rawInflate, (piece, offset) => {
    content.set(piece, offset);
    return null;
  });
  return problem === null ? content : null;
}

/** Names come one letter per byte; UTF-8 where they are that, as written here and by most others. */
function readable(name: string): string {
  try {
    return strFromU8(strToU8(name, true)).normalize('NFC');
  } catch {
    return name;
  }
}

function tooLarge(name: string, size: number, limit: number): FileError {
  const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;
  return fileError('TOO_LARGE', `${size} bytes`, { name, size: megabytes(size), limit: megabytes(limit) });
}
