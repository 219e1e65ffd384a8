import { useEffect, useRef, useState } from 'react';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import type { HostError, SnapshotInfo } from '../../../shared/ipc/host.ts';
import type { LockError } from '../../../shared/ipc/lockPort.ts';
import type { Secret } from '../../../shared/lock/keyring.ts';
import { readRecoveryKey } from '../../../shared/lock/recoveryKey.ts';
import type { SnapshotProblem } from '../../../shared/snapshot/snapshotFile.ts';
import { snapshotFileName } from '../../../shared/snapshot/snapshotName.ts';
import type { SnapshotPreview } from '../../storage/previewSnapshot.ts';
import { type RestoreError, restoreSnapshot } from '../../storage/restoreSnapshot.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { useServices, useSettings } from '../../stores/services.tsx';
import type { Person } from '../../stores/settings.ts';
import { previewInWorker, previewSeconds } from '../../workers/previewClient.ts';

export type RestoreFailure =
  | { readonly kind: 'snapshot'; readonly problem: SnapshotProblem }
  | { readonly kind: 'host'; readonly error: HostError }
  | { readonly kind: 'handedOver' };

/** A restore from the choice to the new start. */
export type RestoreState =
  | { readonly step: 'closed' }
  /** `minutes` is the longest that a backup of its size may take, as far as that is known; 0 before. */
  | { readonly step: 'reading'; readonly name: string; readonly minutes: number }
  /** Encrypted on another computer, or before this one was set up anew: needs that one's passphrase or recovery key. */
  | {
      readonly step: 'sealed';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly error: LockError | null;
    }
  | {
      readonly step: 'preview';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly preview: SnapshotPreview;
      /** It opened with another secret than this computer's. */
      readonly wasSealed: boolean;
    }
  | { readonly step: 'restoring'; readonly name: string }
  | { readonly step: 'failed'; readonly name: string; readonly failure: RestoreFailure };

export interface Restore {
  readonly state: RestoreState;
  fromList(snapshot: SnapshotInfo): void;
  fromFile(title: string): void;
  /** Tries what was typed: a recovery key when it can be one, else a passphrase. */
  openSealed(secret: string): void;
  confirm(): void;
  close(): void;
}

interface ReadBackup {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RestoreOptions {
  /** Loads the page anew, so that nothing of before the restore stays in memory. */
  readonly reopen?: () => void;
  /** Who goes on with the records, at a first run: nothing but the workspace is asked afterwards. */
  readonly newcomer?: Person;
}

export function useRestore({
  reopen = () => window.location.reload(),
  newcomer,
}: RestoreOptions = {}): Restore {
  const store = useStore();
  const { host, clock, random, session } = useServices();
  const { person } = useSettings();
  const [state, setState] = useState<RestoreState>({ step: 'closed' });
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);

  /** Whoever cancelled is not shown what was read all the same. */
  function begin(name: string): AbortSignal {
    reading.current?.abort();
    reading.current = new AbortController();
    setState({ step: 'reading', name, minutes: 0 });
    return reading.current.signal;
  }

  async function show(
    name: string,
    read: () => Promise<Result<ReadBackup | null, HostError>>,
  ): Promise<void> {
    const signal = begin(name);
    const found = await read();
    if (signal.aborted) return;
    if (!found.ok) return setState({ step: 'failed', name, failure: { kind: 'host', error: found.error } });
    if (found.value === null) return setState({ step: 'closed' });
    await open(found.value, null, signal);
  }

  async function open(backup: ReadBackup, secret: Secret | null, signal: AbortSignal): Promise<void> {
    const { name } = backup;
    const opened = await host.lock.openSnapshot({ bytes: backup.bytes, secret });
    if (signal.aborted) return;
    if (!opened.ok) return setState(notOpened(backup, opened.error, secret !== null));
    const bytes = opened.value;
    setState({ step: 'reading', name, minutes: Math.ceil(previewSeconds(bytes.length) / 60) });
    const preview = await previewInWorker(bytes, store.records, { signal });
    if (signal.aborted) return;
    setState(
      preview.ok
        ? { step: 'preview', name, bytes, preview: preview.value, wasSealed: secret !== null }
        : { step: 'failed', name, failure: { kind: 'snapshot', problem: preview.error } },
    );
  }

  async function run(current: Extract<RestoreState, { step: 'preview' }>): Promise<void> {
    const { name, bytes, preview, wasSealed } = current;
    setState({ step: 'restoring', name });
    const request = { bytes, header: preview.header, name, by: (newcomer ?? person)?.name ?? '' };
    const restored = await restoreSnapshot(request, { host, store, clock, random });
    if (!restored.ok) return setState({ step: 'failed', name, failure: notRestored(restored.error) });
    if (newcomer !== undefined) {
      const { language } = session.getState().settings;
      // What lay encrypted elsewhere is not to lie in plain text here without a question.
      session.getState().update({ language, person: newcomer, asksToEncrypt: wasSealed });
      await session.getState().flush();
    }
    reopen();
  }

  return {
    state,
    fromList: ({ name, place }) =>
      void show(snapshotFileName(name), async () => {
        const read = await host.snapshots.read(place, name);
        return read.ok ? ok({ name: snapshotFileName(name), bytes: read.value }) : err(read.error);
      }),
    fromFile: (title) =>
      void show('', async () => {
        const picked = await host.files.pick({ title, extensions: ['fbs'], multiple: false });
        if (!picked.ok) return picked;
        return ok(picked.value?.[0] ?? null);
      }),
    openSealed: (text) => {
      if (state.step !== 'sealed') return;
      const { name, bytes } = state;
      const key = readRecoveryKey(text);
      void open(
        { name, bytes },
        key.ok ? { kind: 'recovery', text: key.value } : { kind: 'passphrase', text },
        begin(name),
      );
    },
    confirm: () => {
      if (state.step === 'preview') void run(state);
    },
    close: () => {
      reading.current?.abort();
      setState({ step: 'closed' });
    },
  };
}

/** What of it is a matter of the right secret is asked again; the rest is told as of any other backup. */
function notOpened({ name, bytes }: ReadBackup, error: LockError, wasTried: boolean): RestoreState {
  switch (error.code) {
    case 'HOST':
      return { step: 'failed', name, failure: failureOf(error.error) };
    default:
      return { step: 'sealed', name, bytes, error: wasTried ? error : null };
  }
}

const notRestored = (error: RestoreError): RestoreFailure =>
  error.code === 'HANDED_OVER' ? { kind: 'handedOver' } : { kind: 'host', error };

const failureOf = (error: HostError): RestoreFailure =>
  error.code === 'DAMAGED'
    ? { kind: 'snapshot', problem: { code: 'DAMAGED', detail: error.detail } }
    : { kind: 'host', error };
