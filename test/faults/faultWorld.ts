import { openableJournal } from '../../electron/services/journal.ts';
import { createSnapshotService } from '../../electron/services/snapshots.ts';
import { sha256Hex } from '../../shared/core/hashing.ts';
import type { SettingsPort } from '../../shared/ipc/host.ts';
import type { ClosableJournal } from '../../shared/ipc/journal.ts';
import { loadSnapshot } from '../../shared/snapshot/loadSnapshot.ts';
import { changeSetToPayload } from '../../shared/sync/changeSet.ts';
import { FaultyFiles } from '../support/faultyFiles.ts';
import { consultationPayloads } from '../support/journalSamples.ts';

export const journalPath = '/data/journal.fbj';
export const snapshotPath = '/data/snapshots';
export const exportPath = '/out/report.xlsx';
export const samples = consultationPayloads(40);

const noSettings: SettingsPort = {
  read: async () => ({ ok: true, value: {} }),
  write: async () => ({ ok: true, value: null }),
};

/** One installation's files, and the services over them as after a start. */
export class FaultWorld {
  readonly files = new FaultyFiles();
  #now = Date.UTC(2026, 10, 26, 9);
  /** Milliseconds that the services meant to wait between their tries. */
  waited = 0;
  readonly wait = async (milliseconds: number): Promise<void> => {
    this.waited += milliseconds;
  };

  async start() {
    const journal = openableJournal(journalPath, this.files, this.wait);
    const opened = await journal.open();
    const snapshots = createSnapshotService({
      operations: this.files,
      wait: this.wait,
      folder: snapshotPath,
      evidence: '/data/evidence',
      journal,
      settings: noSettings,
      memory: noSettings,
      clock: { now: () => (this.#now += 60_000) },
      appVersion: '0.1.0',
    });
    return { journal, snapshots, opened };
  }

  /** The bytes of the snapshots that have their name, by name. */
  snapshotFiles(): readonly (readonly [string, Uint8Array])[] {
    return [...this.files.files].filter(([path]) => path.startsWith(snapshotPath) && path.endsWith('.fbs'));
  }

  /** Names of snapshots that do not load. */
  badSnapshots(): readonly string[] {
    return this.snapshotFiles().flatMap(([path, bytes]) =>
      loadSnapshot(bytes, () => undefined).ok ? [] : [path],
    );
  }
}

export async function payloadsOf(journal: ClosableJournal): Promise<readonly string[]> {
  const read = await journal.read(1, 1_000_000);
  return read.ok ? read.value.map(({ payload }) => payload) : [];
}

/** The entries of one save of a host that is going to be killed: an import's belong together. */
export const victimPayloads = (turn: number, size: number): readonly string[] =>
  Array.from(
    { length: size },
    (_, index) => `{"turn":${turn},"of":${size},"text":${JSON.stringify(samples[index])}}`,
  );

/** Tells one list of entries from another. */
export const fingerprintOf = (payloads: readonly string[]): string =>
  `${payloads.length} ${sha256Hex(payloads.join('\n'))}`;

/** What a restore puts behind the entries of its snapshot. */
export function restoreMark(number: number): string {
  return changeSetToPayload({
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as never,
    kind: 'restore',
    at: number,
    by: 'Test Person',
    changes: [],
    versions: {},
  });
}

export const isPrefixOf = (some: readonly string[], all: readonly string[]): boolean =>
  some.length <= all.length && some.every((payload, index) => all[index] === payload);
