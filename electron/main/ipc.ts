import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import {
  channelOf,
  closeRequestedChannel,
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

/** The only message that the main process sends by itself. */
export function sendCloseRequested(window: BrowserWindow): void {
  window.webContents.send(closeRequestedChannel);
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
