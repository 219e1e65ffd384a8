import type { StoreClient } from './storeClient.ts';
import type { StoreRequest } from './storeMessages.ts';
import { type AwaitedPart, awaited, type Waits } from './waits.ts';

/** Null for what nobody waits for. */
const partByCall: Readonly<Record<StoreRequest['call'], AwaitedPart | null>> = {
  open: 'journal',
  append: 'journal',
  read: 'journal',
  readSettings: 'data',
  writeSettings: 'data',
  readSentinel: 'data',
  writeSentinel: 'data',
  snapshotTake: 'backups',
  snapshotState: 'backups',
  snapshotRead: 'backups',
  snapshotRestore: 'backups',
  setSecondFolder: 'backups',
  evidencePut: 'data',
  evidenceGet: 'data',
  evidenceList: 'data',
  evidenceRemove: 'backups',
  lockState: 'data',
  lockUnlock: 'encryption',
  lockNow: 'encryption',
  lockEnable: 'encryption',
  lockChange: 'encryption',
  lockAskKeychain: 'encryption',
  lockDisable: 'encryption',
  lockOpenSnapshot: 'encryption',
  quarantine: 'data',
  forgetEverything: 'backups',
  writeLog: null,
  readLog: 'data',
};

/** The same client; a request that the store's worker does not answer is told by `waits`. */
export function watchedStore(store: StoreClient, waits: Waits): StoreClient {
  return {
    ask: (request) => {
      const part = partOf(request);
      const answer = store.ask(request);
      return part === null ? answer : awaited(waits, part, answer);
    },
  };
}

function partOf(request: StoreRequest): AwaitedPart | null {
  // Nobody waits for what the clock asked for.
  if (request.call === 'snapshotTake' && request.reason === 'interval') return null;
  return partByCall[request.call];
}
