import { type EvidenceFolder, isSha256 } from '../ipc/evidenceStore.ts';
import type { HostError } from '../ipc/host.ts';
import { copyEvidence } from './evidenceCopy.ts';
import { snapshotHeadBytes } from './snapshotFile.ts';
import type { KeptEvidence, SecondPlace, SnapshotFolder } from './snapshotKeeper.ts';
import { isOwn, type OwnDevices, snapshotNames } from './snapshotList.ts';
import { parseSnapshotName } from './snapshotName.ts';

/** Copies of the files of evidence beside one installation's snapshots. */
export interface SecondEvidence extends EvidenceFolder {
  /** Where copies are encrypted: gives each that is meant the form that is right now, as `SnapshotKeeper.reseal` does. */
  reseal?(isMeant?: (name: string) => boolean): Promise<number>;
}

type ReadableEvidence = Pick<EvidenceFolder, 'names' | 'size' | 'read'>;

/**
 * New files go to the folder of this installation; with `named`, those of these names that are missing or damaged here
 * come from whichever folder has them, whether or not the second folder takes anything. True when nothing failed.
 */
export async function exchangeEvidence(
  place: SecondPlace,
  { folder: here, hash }: KeptEvidence,
  owner: string | null,
  named: ReadonlySet<string> | null,
): Promise<boolean> {
  const { evidenceOf } = place;
  if (evidenceOf === undefined) return true;
  const copies = [() => copyEvidence(here, evidenceOf(owner), hash)];
  if (named !== null && named.size > 0) {
    copies.push(async () =>
      copyEvidence(anyOf(await evidenceThere(place, owner), named, hash), here, hash, { isThorough: true }),
    );
  }
  let failed = 0;
  // As with the snapshots: a stick that is full or was pulled out is no failure of the backup.
  for (const copy of copies) await copy().catch(() => failed++);
  return failed === 0;
}

/**
 * Gives the copies of this installation the form that is right now; how many could not be given it. Of those that all
 * installations once put into one folder, the ones whose files are here: whoever else has them keeps them here as well,
 * while others would be taken from whom they are of.
 */
export async function resealEvidence(
  { evidenceOf }: SecondPlace,
  here: EvidenceFolder,
  own: OwnDevices,
): Promise<number> {
  if (evidenceOf === undefined) return 0;
  const names = new Set(await here.names());
  let failed = (await evidenceOf(null).reseal?.((name) => names.has(name))) ?? 0;
  for (const owner of own) failed += (await evidenceOf(owner).reseal?.()) ?? 0;
  return failed;
}

/**
 * Removes this installation's copies of these files, whatever it called itself when they were copied. Of the folder that
 * all installations once shared only where no other's snapshot lies there: its copy may be the last of a computer that is
 * gone. Why none was where the second folder cannot be reached, else null; rejects when one could not be.
 */
export async function removeCopies(
  { folder, evidenceOf }: SecondPlace,
  own: OwnDevices,
  sha256: readonly string[],
): Promise<HostError | null> {
  if (sha256.length === 0) return null;
  if (folder === null || evidenceOf === undefined) {
    return { code: 'NOT_FOUND', detail: 'the second folder cannot be reached' };
  }
  // Without an id of its own an installation has no other folder.
  const isAlone = own.size === 0 || (await isSharedByNobody(folder, own));
  const owners = isAlone ? [...own, null] : [...own];
  for (const copies of owners.map(evidenceOf)) {
    const there = new Set(await copies.names());
    for (const name of sha256) if (there.has(name)) await copies.remove(name);
  }
  return null;
}

/** Whether all snapshots that lie beside the installations' folders are this one's own. */
async function isSharedByNobody(folder: SnapshotFolder, own: OwnDevices): Promise<boolean> {
  for (const name of await snapshotNames(folder)) {
    if (parseSnapshotName(name)?.owner !== null) continue;
    const start = await folder.read(name, snapshotHeadBytes).catch(() => null);
    if (start === null || !isOwn(own, name, start)) return false;
  }
  return true;
}

/** The own copies first, then those of before, then everybody else's, which may be damaged without being missed here. */
async function evidenceThere(
  { folder, evidenceOf }: SecondPlace,
  owner: string | null,
): Promise<readonly ReadableEvidence[]> {
  if (evidenceOf === undefined) return [];
  const mine = new Set([owner, null]);
  const owners = ((await folder?.names()) ?? []).map((name) => parseSnapshotName(name)?.owner ?? null);
  const others = [...new Set(owners)].filter((other) => !mine.has(other)).map(evidenceOf);
  return [
    ...[...mine].map(evidenceOf),
    ...others.map((other) => ({
      names: () => other.names().catch(() => []),
      size: (name: string) => other.size(name),
      read: (name: string) => other.read(name),
    })),
  ];
}

/** The named files of several folders as one; a file that several have is read from the first in which it is whole. */
function anyOf(
  folders: readonly ReadableEvidence[],
  named: ReadonlySet<string>,
  hash: KeptEvidence['hash'],
): ReadableEvidence {
  const having = new Map<string, ReadableEvidence[]>();
  return {
    names: async () => {
      for (const folder of folders) {
        for (const name of (await folder.names()).filter((one) => isSha256(one) && named.has(one))) {
          having.set(name, [...(having.get(name) ?? []), folder]);
        }
      }
      return [...having.keys()];
    },
    size: async (name) => {
      const [first] = having.get(name) ?? [];
      return first === undefined ? 0 : first.size(name);
    },
    read: async (name) => {
      for (const folder of having.get(name) ?? []) {
        const bytes = await folder.read(name).catch(() => null);
        if (bytes !== null && (await hash(bytes)) === name) return bytes;
      }
      throw new Error(`no folder has ${name} whole`);
    },
  };
}
