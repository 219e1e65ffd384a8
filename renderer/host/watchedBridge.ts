import type { HostBridge } from '../../shared/ipc/channels.ts';
import { type AwaitedPart, awaited, type Wait, type Waits } from './waits.ts';

/** The same bridge; a call that the main process does not answer is told by `waits`. */
export function watchedBridge(bridge: HostBridge, waits: Waits): HostBridge {
  const during =
    <Payload, Answer>(part: AwaitedPart, call: (payload: Payload) => Promise<Answer>) =>
    (payload: Payload): Promise<Answer> =>
      awaited(waits, part, call(payload));
  const afterDialogue = createDialogueWaits(bridge, waits);
  return {
    ...bridge,
    appInfo: during('data', bridge.appInfo),
    journalOpen: during('journal', bridge.journalOpen),
    journalAppend: during('journal', bridge.journalAppend),
    journalRead: during('journal', bridge.journalRead),
    filesPick: (options) => afterDialogue('file', bridge.filesPick(options)),
    filesSave: (file) => afterDialogue('file', bridge.filesSave(file)),
    settingsRead: during('data', bridge.settingsRead),
    settingsWrite: during('data', bridge.settingsWrite),
    sentinelRead: during('data', bridge.sentinelRead),
    sentinelWrite: during('data', bridge.sentinelWrite),
    // Nobody waits for what the clock asked for.
    snapshotTake: (reason) =>
      reason === 'interval'
        ? bridge.snapshotTake(reason)
        : awaited(waits, 'backups', bridge.snapshotTake(reason)),
    snapshotState: during('backups', bridge.snapshotState),
    snapshotRead: during('backups', bridge.snapshotRead),
    snapshotRestore: during('backups', bridge.snapshotRestore),
    snapshotChooseFolder: (title) => afterDialogue('backups', bridge.snapshotChooseFolder(title)),
    snapshotForgetFolder: during('backups', bridge.snapshotForgetFolder),
    evidencePut: during('data', bridge.evidencePut),
    evidenceGet: during('data', bridge.evidenceGet),
    evidenceList: during('data', bridge.evidenceList),
    evidenceRemove: during('backups', bridge.evidenceRemove),
    lockState: during('data', bridge.lockState),
    lockUnlock: during('encryption', bridge.lockUnlock),
    lockNow: during('encryption', bridge.lockNow),
    lockEnable: during('encryption', bridge.lockEnable),
    lockChange: during('encryption', bridge.lockChange),
    lockAskKeychain: during('encryption', bridge.lockAskKeychain),
    lockDisable: during('encryption', bridge.lockDisable),
    lockOpenSnapshot: during('encryption', bridge.lockOpenSnapshot),
    quarantine: during('data', bridge.quarantine),
    clearDatabases: during('data', bridge.clearDatabases),
    forgetEverything: during('backups', bridge.forgetEverything),
    beginAnew: during('backups', bridge.beginAnew),
    printToPdf: (name) => afterDialogue('file', bridge.printToPdf(name)),
    logRead: during('data', bridge.logRead),
  };
}

/** For calls in which a person is asked something: while the dialogue is open, the person is waited for. */
function createDialogueWaits(bridge: Pick<HostBridge, 'onDialogue'>, waits: Waits) {
  const calls = new Map<object, { readonly part: AwaitedPart; readonly wait: Wait }>();
  bridge.onDialogue((isOpen) => {
    for (const [call, { part, wait }] of calls) {
      wait.end();
      if (!isOpen) calls.set(call, { part, wait: waits.begin(part) });
    }
  });
  return async <Answer>(part: AwaitedPart, answer: Promise<Answer>): Promise<Answer> => {
    const call = {};
    calls.set(call, { part, wait: waits.begin(part) });
    try {
      return await answer;
    } finally {
      calls.get(call)?.wait.end();
      calls.delete(call);
    }
  };
}
