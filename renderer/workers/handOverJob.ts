import type { Randomness } from '../../shared/core/ids.ts';
import type { JsonObject } from '../../shared/core/json.ts';
import type { Result } from '../../shared/core/result.ts';
import { type OpenedPack, openPack, type PackProblem, sealPack } from '../../shared/handOver/handOverPack.ts';
import type { PassphraseCost } from '../../shared/handOver/passphraseKey.ts';
import type { JournalEntry } from '../../shared/ipc/host.ts';
import { type SnapshotOrigin, SnapshotWriter } from '../../shared/snapshot/writeSnapshot.ts';

/** Everything that is handed over, as the page has it. */
export interface HandOver {
  /** All entries of the journal, in their order. */
  readonly entries: readonly JournalEntry[];
  readonly origin: SnapshotOrigin;
  readonly settings: JsonObject;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export type HandOverJob =
  | { readonly kind: 'seal'; readonly handOver: HandOver; readonly passphrase: string }
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly passphrase: string };

export type HandOverAnswer =
  | { readonly kind: 'sealed'; readonly bytes: Uint8Array }
  | { readonly kind: 'opened'; readonly pack: Result<OpenedPack, PackProblem> };

export interface HandOverTools {
  readonly random: Randomness;
  /** The usual one, except under test. */
  readonly cost?: PassphraseCost;
}

/** Makes or opens a hand-over pack; the same in a worker and under test. Takes seconds of processor time. */
export function runHandOverJob(job: HandOverJob, { random, cost }: HandOverTools): HandOverAnswer {
  if (job.kind === 'open') return { kind: 'opened', pack: openPack(job.bytes, job.passphrase) };
  const { entries, origin, settings, files } = job.handOver;
  const writer = new SnapshotWriter();
  for (const entry of entries) writer.add(entry);
  const { bytes: snapshot } = writer.finish(origin);
  return { kind: 'sealed', bytes: sealPack({ snapshot, settings, files }, job.passphrase, random, cost) };
}
