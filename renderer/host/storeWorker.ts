import { err, ok, type Result } from '../../shared/core/result.ts';
import { createEvidenceStore } from '../../shared/ipc/evidenceStore.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import { createJournal } from '../../shared/ipc/journal.ts';
import { writeAll } from '../../shared/ipc/journalFile.ts';
import { type LogEntry, readLogEntry } from '../../shared/ipc/log.ts';
import { webHash } from '../workers/webHash.ts';
import { toHostError } from './browserErrors.ts';
import { openOriginFile, removeOriginFile, removeOriginFolder, replaceOriginFile } from './originFiles.ts';
import { originSnapshotFolder } from './originFolder.ts';
import { appendToRing } from './ringLog.ts';
import { readSlots, writeSlots } from './slotSettings.ts';
import type { NumberedAnswer, NumberedRequest, StoreAnswers, StoreRequest } from './storeMessages.ts';
import { quarantineInOrigin, workerSnapshots } from './workerSnapshots.ts';

const journalName = 'journal.fbj';
const replacementName = 'journal-new.fbj';

const journal = createJournal({
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
  encodeText: (text) => new TextEncoder().encode(text),
  decodeText: (bytes) => new TextDecoder().decode(bytes),
  toHostError,
});

const evidenceParts = {
  folder: originSnapshotFolder('evidence'),
  hash: webHash,
};

const snapshots = workerSnapshots(journal, evidenceParts, async () => {
  const read = await inTurn(() => readSlots(openOriginFile));
  const id = read.ok ? read.value.settings.deviceId : undefined;
  return typeof id === 'string' ? id : '';
});

const evidence = createEvidenceStore({ ...evidenceParts, toHostError });

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
    case 'readSettings':
      return inTurn(() => readSlots(openOriginFile));
    case 'writeLog':
      return inTurn(() => writeLog(request.entry));
    case 'readLog':
      return inTurn(readLog);
    case 'writeSettings':
      return inTurn(async () => {
        await writeSlots(openOriginFile, request.settings);
        return null;
      });
    case 'readSentinel':
      return inTurn(async () => (await readSlots(openOriginFile, 'sentinel')).settings);
    case 'writeSentinel':
      return inTurn(async () => {
        await writeSlots(openOriginFile, request.sentinel, 'sentinel');
        return null;
      });
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
      return evidence.remove(request.sha256);
    case 'forgetEverything':
      return inTurn(forgetEverything);
    case 'quarantine':
      return quarantineInOrigin(request.damage, journal).catch((error: unknown) => err(toHostError(error)));
  }
}

/** Waits for what is being written, lets go of the files, and looks whether they are gone. */
async function forgetEverything(): Promise<null> {
  await snapshots.state();
  await evidence.list();
  await journal.close();
  await removeOriginFolder();
  return null;
}

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
