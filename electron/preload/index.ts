import { contextBridge, ipcRenderer } from 'electron';
import {
  channelOf,
  closeRequestedChannel,
  dialogueChannel,
  type HostBridge,
  type HostCall,
  type HostCalls,
} from '../../shared/ipc/channels.ts';

/** The only place in the renderer's process that knows ipcRenderer. */
function ask<Call extends HostCall>(call: Call) {
  return (payload: HostCalls[Call]['payload']): Promise<HostCalls[Call]['result']> =>
    // The main process checks what it is given; what it gives is its own code's, so its type is taken as declared.
    ipcRenderer.invoke(channelOf(call), payload) as Promise<HostCalls[Call]['result']>;
}

let hasUnsavedWork: () => boolean = () => false;
const answerClose = ask('closeAnswer');

ipcRenderer.on(closeRequestedChannel, () => {
  void answerClose(hasUnsavedWorkNow());
});

let onDialogue: (isOpen: boolean) => void = () => undefined;

ipcRenderer.on(dialogueChannel, (_event, isOpen: unknown) => onDialogue(isOpen === true));

function hasUnsavedWorkNow(): boolean {
  try {
    return hasUnsavedWork();
  } catch {
    // A page that cannot tell may hold something: the user is asked.
    return true;
  }
}

const bridge: HostBridge = {
  appInfo: ask('appInfo'),
  journalOpen: ask('journalOpen'),
  journalAppend: ask('journalAppend'),
  journalRead: ask('journalRead'),
  filesPick: ask('filesPick'),
  filesSave: ask('filesSave'),
  settingsRead: ask('settingsRead'),
  settingsWrite: ask('settingsWrite'),
  sentinelRead: ask('sentinelRead'),
  sentinelWrite: ask('sentinelWrite'),
  snapshotTake: ask('snapshotTake'),
  snapshotState: ask('snapshotState'),
  snapshotRead: ask('snapshotRead'),
  snapshotRestore: ask('snapshotRestore'),
  snapshotChooseFolder: ask('snapshotChooseFolder'),
  snapshotForgetFolder: ask('snapshotForgetFolder'),
  evidencePut: ask('evidencePut'),
  evidenceGet: ask('evidenceGet'),
  evidenceList: ask('evidenceList'),
  evidenceRemove: ask('evidenceRemove'),
  lockState: ask('lockState'),
  lockUnlock: ask('lockUnlock'),
  lockNow: ask('lockNow'),
  lockEnable: ask('lockEnable'),
  lockChange: ask('lockChange'),
  lockAskKeychain: ask('lockAskKeychain'),
  lockDisable: ask('lockDisable'),
  lockOpenSnapshot: ask('lockOpenSnapshot'),
  workbookRead: ask('workbookRead'),
  workbookNext: ask('workbookNext'),
  workbookEnd: ask('workbookEnd'),
  quarantine: ask('quarantine'),
  clearDatabases: ask('clearDatabases'),
  forgetEverything: ask('forgetEverything'),
  beginAnew: ask('beginAnew'),
  openExternal: ask('openExternal'),
  printToPdf: ask('printToPdf'),
  logWrite: ask('logWrite'),
  logRead: ask('logRead'),
  onCloseRequested: (asked) => {
    hasUnsavedWork = asked;
  },
  onDialogue: (listener) => {
    onDialogue = listener;
  },
};

contextBridge.exposeInMainWorld('fieldbookHost', bridge);
