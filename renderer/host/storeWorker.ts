import { err, ok, type Result } from '../../shared/core/result.ts';
import { createEvidenceStore } from '../../shared/ipc/evidenceStore.ts';
import type { HostError, SettingsCondition } from '../../shared/ipc/host.ts';
import { createJournal } from '../../shared/ipc/journal.ts';
import { writeAll } from '../../shared/ipc/journalFile.ts';
import { type LogEntry, readLogEntry } from '../../shared/ipc/log.ts';
import {
  type EvidenceMedium,
  type SealedEvidenceFolder,
  sealedEvidence,
} from '../../shared/lock/sealedEvidence.ts';
import { sealedForms } from '../../shared/lock/sealedJournal.ts';
import { plainSettings, sealedSettings } from '../../shared/lock/sealedSettings.ts';
import { sealSnapshots } from '../../shared/lock/sealedSnapshot.ts';
import { devicesOf } from '../../shared/snapshot/installation.ts';
import { webHash } from '../workers/webHash.ts';
import { toHostError } from './browserErrors.ts';
import { forgetOrigin } from './forgetOrigin.ts';
import {
  openOriginFile,
  originFolder,
  removeOriginFile,
  removeOriginFolder,
  replaceOriginFile,
} from './originFiles.ts';
import { originSnapshotFolder } from './originFolder.ts';
import { appendToRing } from './ringLog.ts';
import type { NumberedAnswer, NumberedRequest, StoreAnswers, StoreRequest } from './storeMessages.ts';
import { removeTornFiles } from './tornFiles.ts';
import { createWorkerLock, createWorkerSealing, LockedFile, slotPort } from './workerLock.ts';
import { quarantineInOrigin, workerSnapshots } from './workerSnapshots.ts';

const journalName = 'journal.fbj';
const replacementName = 'journal-new.fbj';

const sealing = createWorkerSealing();

const journal = createJournal({
  forms: sealedForms(sealing),
  openFile: () => openOriginFile(journalName),
  keepTail: async (tail, offset) => {
    const file = await openOriginFile(`${journalName}.tail-${offset}`);
    try {
      await file.truncate(0);
      await writeAll(file, tail, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  openReplacement: async () => {
    const file = await openOriginFile(replacementName);
    await file.truncate(0);
    return {
      file,
      commit: () => replaceOriginFile(replacementName, journalName),
      discard: () => removeOriginFile(replacementName),
    };
  },
  removeReplacement: () => removeOriginFile(replacementName),
  encodeText: (text) => new TextEncoder().encode(text),
  decodeText: (bytes) => new TextDecoder().decode(bytes),
  toHostError,
});

let settingsCondition: SettingsCondition = 'intact';

const settings = sealedSettings(
  slotPort('settings', inTurn, (condition) => {
    settingsCondition = condition;
  }),
  'settings',
  plainSettings,
  sealing,
);
const sentinel = sealedSettings(slotPort('sentinel', inTurn), 'sentinel', [], sealing);

const sealEvidence = (folder: EvidenceMedium): SealedEvidenceFolder =>
  sealedEvidence(folder, sealing, (error) => new LockedFile(error.detail));
const evidenceParts = {
  folder: sealEvidence(originSnapshotFolder('evidence')),
  hash: webHash,
};
const evidence = createEvidenceStore({ ...evidenceParts, toHostError });

const snapshots = workerSnapshots({
  journal,
  evidence: evidenceParts,
  devices: async () => {
    const read = await settings.read();
    return read.ok ? devicesOf(read.value) : [];
  },
  seal: sealSnapshots(sealing),
  sealEvidence,
});

const lock = createWorkerLock({
  sealing,
  journal,
  journalName,
  snapshots,
  resealEvidence: async () => {
    // A file that was begun in the other form must lie there before all are looked at.
    await evidence.settled();
    return evidenceParts.folder.reseal();
  },
  settings: [settings, sentinel],
  inTurn,
});

// The lock is asked for its state before anything is written.
const tidied = originFolder()
  .then(removeTornFiles)
  .catch(() => undefined);

let settingsQueue: Promise<unknown> = Promise.resolve();

self.addEventListener('message', (event: MessageEvent<NumberedRequest>) => {
  const { id, request } = event.data;
  void answerTo(request).then((answer) => {
    const reply: NumberedAnswer = { id, answer };
    self.postMessage(reply);
  });
});

async function answerTo(
  request: StoreRequest,
): Promise<Result<StoreAnswers[StoreRequest['call']], HostError>> {
  switch (request.call) {
    case 'open':
      return journal.open();
    case 'append':
      return journal.append(request.from, request.payloads);
    case 'read':
      return journal.read(request.from, request.limit);
    case 'readSettings': {
      const read = await settings.read();
      return read.ok ? ok({ settings: read.value, condition: settingsCondition }) : read;
    }
    case 'writeLog':
      return inTurn(() => writeLog(request.entry));
    case 'readLog':
      return inTurn(readLog);
    case 'writeSettings':
      return settings.write(request.settings);
    case 'readSentinel':
      return sentinel.read();
    case 'writeSentinel':
      return sentinel.write(request.sentinel);
    case 'snapshotTake':
      return snapshots.take(request.reason);
    case 'snapshotState':
      return snapshots.state();
    case 'snapshotRead':
      return snapshots.read(request.place, request.name);
    case 'snapshotRestore':
      return snapshots.restore(request.bytes, request.mark);
    case 'setSecondFolder':
      snapshots.setSecondFolder(request.folder);
      return ok(null);
    case 'evidencePut':
      return evidence.put(request.bytes);
    case 'evidenceGet':
      return evidence.get(request.sha256);
    case 'evidenceList':
      return evidence.list();
    case 'evidenceRemove':
      return snapshots.removeEvidence(request.sha256, () => evidence.remove(request.sha256));
    case 'lockState':
      await tidied;
      return ok(await lock.state());
    case 'lockUnlock':
      return ok(await lock.unlock(request.key));
    case 'lockNow':
      return ok(await lock.lock());
    case 'lockEnable':
      return ok(await lock.enable(request.secrets));
    case 'lockChange':
      return ok(await lock.change(request.change));
    case 'lockAskKeychain':
      return ok(await lock.askKeychain(request.change));
    case 'lockDisable':
      return ok(await lock.disable(request.passphrase));
    case 'lockOpenSnapshot':
      return ok(await lock.openSnapshot(request.request));
    case 'forgetEverything':
      return forgetEverything();
    case 'quarantine':
      return quarantineInOrigin(request.damage, journal).catch((error: unknown) => err(toHostError(error)));
  }
}

/** The key file goes with the folder; without it the key must not seal what is written from now on. */
const forgetEverything = () =>
  forgetOrigin({
    snapshots,
    evidence,
    journal,
    inTurn,
    removeFolder: removeOriginFolder,
    forgotten: () => sealing.holder.off(),
  });

async function writeLog(entry: LogEntry): Promise<null> {
  const safe = readLogEntry(entry);
  if (safe === undefined) return null;
  const file = await openOriginFile('fieldbook.log');
  try {
    await appendToRing(file, safe, Date.now());
  } finally {
    await file.close();
  }
  return null;
}

async function readLog(): Promise<string> {
  const file = await openOriginFile('fieldbook.log');
  try {
    return new TextDecoder().decode(await file.read(0, await file.size()));
  } finally {
    await file.close();
  }
}

function inTurn<T>(work: () => Promise<T>): Promise<Result<T, HostError>> {
  const turn = settingsQueue.then(work).then(ok, (error: unknown) => err(toHostError(error)));
  settingsQueue = turn;
  return turn;
}
