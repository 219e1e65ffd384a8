import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import {
  channelOf,
  closeRequestedChannel,
  dialogueChannel,
  type HostCall,
  type HostCalls,
  hostCalls,
} from '../../shared/ipc/channels.ts';
import { type CallSender, checkCall } from '../services/callCheck.ts';

export type CallHandlers = {
  readonly [Call in HostCall]: (
    payload: HostCalls[Call]['payload'],
  ) => Promise<HostCalls[Call]['result']> | HostCalls[Call]['result'];
};

/** The only place that listens to the renderer: each call's sender and payload are checked before its handler. */
export function handleCalls(handlers: CallHandlers): void {
  for (const call of hostCalls) handleCall(call, handlers);
}

/** This and what `inDialogue` tells are all that the main process sends by itself. */
export function sendCloseRequested(window: BrowserWindow): void {
  window.webContents.send(closeRequestedChannel);
}

/** Shows a dialogue, and tells the page how long it is open, so that the page does not take it for a silent disk. */
export async function inDialogue<T>(window: BrowserWindow, show: () => Promise<T>): Promise<T> {
  window.webContents.send(dialogueChannel, true);
  try {
    return await show();
  } finally {
    // By then the person may have closed the window.
    if (!window.isDestroyed()) window.webContents.send(dialogueChannel, false);
  }
}

function handleCall<Call extends HostCall>(call: Call, handlers: CallHandlers): void {
  ipcMain.handle(channelOf(call), async (event, payload: unknown) => {
    const checked = checkCall(call, senderOf(event), payload);
    // A rejection, not an answer: nothing that the application itself sends gets here.
    if (!checked.ok) throw new Error(checked.error);
    return handlers[call](checked.value);
  });
}

function senderOf(event: IpcMainInvokeEvent): CallSender | null {
  const frame = event.senderFrame;
  return frame === null
    ? null
    : { address: frame.url, isTopFrame: frame === event.sender.mainFrame && frame.parent === null };
}
