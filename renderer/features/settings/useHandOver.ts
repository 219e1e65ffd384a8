import { useState } from 'react';
import { settingsForPack } from '../../../shared/handOver/travellingSettings.ts';
import { maxPickedBytes } from '../../../shared/ipc/channels.ts';
import type { SavedFile } from '../../../shared/ipc/host.ts';
import { packProblemTexts } from '../../../shared/messages/packProblems.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { bytesOfFiles, sortedFiles } from '../../storage/filesInUse.ts';
import { gatherHandOver } from '../../storage/gatherHandOver.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { fileSaveErrorText } from '../../stores/fileSaveErrorText.ts';
import { useServices } from '../../stores/services.tsx';
import { settingsToJson } from '../../stores/settings.ts';
import { openInWorker, sealInWorker } from '../../workers/handOverClient.ts';
import { webHash } from '../../workers/webHash.ts';
import { handOverTexts } from './handOverTexts.ts';
import { missingEvidence } from './missingEvidence.ts';

/** What a pack may have beside its files of evidence: the records, which are far smaller. */
const roomForRecords = 20 * 1024 * 1024;
/** More files than this stay out: whoever takes the pack over could not read it. */
export const mostFileBytes = maxPickedBytes - roomForRecords;

export interface SavedPack {
  readonly file: SavedFile;
  readonly sha256: string;
  /** Files of evidence that could not be read. */
  readonly unreadable: number;
  readonly passphrase: string;
}

export interface PackInside {
  readonly records: number;
  readonly files: number;
  /** Names of the files of evidence that records here name, and the pack does not hold. */
  readonly missing: readonly string[];
}

/** From the first step to a pack that was read back. */
export type HandOverState =
  | { readonly step: 'closed' }
  | { readonly step: 'form'; readonly failure: string | null }
  | { readonly step: 'gathering'; readonly at: number; readonly of: number }
  | { readonly step: 'sealing' }
  | { readonly step: 'saved'; readonly pack: SavedPack; readonly failure: string | null }
  | { readonly step: 'checking'; readonly pack: SavedPack }
  | { readonly step: 'checked'; readonly pack: SavedPack; readonly inside: PackInside };

export interface HandOverSteps {
  readonly state: HandOverState;
  open(): void;
  close(): void;
  make(passphrase: string): Promise<void>;
  /** Lets the person choose the file that was saved, and opens it. */
  check(pack: SavedPack): Promise<void>;
  mark(): Promise<void>;
  takeBack(): Promise<void>;
}

export function useHandOver(): HandOverSteps {
  const t = useTexts(handOverTexts);
  const language = useLanguage();
  const store = useStore();
  const { host, clock, session } = useServices();
  const [state, setState] = useState<HandOverState>({ step: 'closed' });

  /** The sealed pack, or the sentence that says why there is none. */
  const seal = async (passphrase: string): Promise<{ bytes: Uint8Array; unreadable: number } | string> => {
    const listed = await host.evidence.list();
    if (!listed.ok) return t('filesNotListed');
    const { used } = await sortedFiles(listed.value, store);
    const taken = bytesOfFiles(used) > mostFileBytes ? [] : used;
    setState({ step: 'gathering', at: 0, of: taken.length });
    const gathered = await gatherHandOver(host, taken, (at, of) => setState({ step: 'gathering', at, of }));
    if (!gathered.ok) return t('journalFailed');
    setState({ step: 'sealing' });
    const { version } = await host.appInfo();
    const { settings } = session.getState();
    const lock = await host.lock.state();
    const by = settings.person?.name ?? '';
    const at = clock.now();
    const facts = { by, at, encrypted: lock.ok && lock.value.mode !== 'off' };
    const { entries, files: contents, unreadable } = gathered.value;
    const bytes = await sealInWorker(
      {
        entries,
        origin: { appVersion: version, device: store.device, takenAt: at, reason: 'manual' },
        settings: settingsForPack(settingsToJson(settings), facts),
        files: contents,
      },
      passphrase,
    );
    return { bytes, unreadable: unreadable.length };
  };

  const make = async (passphrase: string): Promise<void> => {
    await session.getState().flush();
    const sealed = await seal(passphrase).catch(() => t('failed'));
    if (typeof sealed === 'string') return setState({ step: 'form', failure: sealed });
    const { bytes, unreadable } = sealed;
    const suggestedName = `eGCC_handover_${new Date(clock.now()).toISOString().slice(0, 10)}.fbpack`;
    const sha256 = await webHash(bytes);
    const saved = await host.files.save({ suggestedName, mediaType: 'application/octet-stream', bytes });
    if (!saved.ok) {
      return setState({ step: 'form', failure: fileSaveErrorText(saved.error.code, language) });
    }
    if (saved.value === null) return setState({ step: 'form', failure: null });
    const pack = { file: saved.value, sha256, unreadable, passphrase };
    setState({ step: 'saved', pack, failure: null });
  };

  const check = async (pack: SavedPack): Promise<void> => {
    const failed = (failure: string | null): void => setState({ step: 'saved', pack, failure });
    const picked = await host.files.pick({ title: t('check'), extensions: ['fbpack'], multiple: false });
    const [file] = picked.ok ? (picked.value ?? []) : [];
    if (!picked.ok) return failed(packProblemTexts.DAMAGED[language]);
    if (file === undefined) return failed(null);
    setState({ step: 'checking', pack });
    const isSame = (await webHash(file.bytes)) === pack.sha256;
    const opened = await openInWorker(file.bytes, pack.passphrase).catch(() => null);
    if (opened === null) return failed(t('failed'));
    if (!opened.ok) return failed(packProblemTexts[opened.error.code][language]);
    if (!isSame) return failed(t('otherPack'));
    const { header, files } = opened.value;
    const records = Object.values(header.counts).reduce((sum, count) => sum + count, 0);
    const missing = missingEvidence(store.records, files);
    setState({ step: 'checked', pack, inside: { records, files: files.size, missing } });
  };

  const keep = async (handedOverAt: number | null): Promise<void> => {
    session.getState().update({ handedOverAt });
    await session.getState().flush();
    setState({ step: 'closed' });
  };

  return {
    state,
    open: () => setState({ step: 'form', failure: null }),
    close: () => setState({ step: 'closed' }),
    make,
    check,
    mark: () => keep(clock.now()),
    takeBack: () => keep(null),
  };
}
