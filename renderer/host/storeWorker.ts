import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError } from '../../shared/ipc/host.ts';
import { createJournal, writeAll } from '../../shared/ipc/journal.ts';
import { type LogEntry, readLogEntry } from '../../shared/ipc/log.ts';
import { toHostError } from './browserErrors.ts';
import { openOriginFile } from './originFiles.ts';
import { appendToRing } from './ringLog.ts';
import { readSlots, writeSlots } from './slotSettings.ts';
import type { NumberedAnswer, NumberedRequest, StoreAnswers, StoreRequest } from './storeMessages.ts';

const journal = createJournal({
  openFile: () => openOriginFile('journal.fbj'),
  keepTail: async (tail, offset) => {
    const file = await openOriginFile(`journal.fbj.tail-${offset}`);
    try {
      await file.truncate(0);
      await writeAll(file, tail, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  encodeText: (text) => new TextEncoder().encode(text),
  decodeText: (bytes) => new TextDecoder().decode(bytes),
  toHostError,
});

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
  }
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
