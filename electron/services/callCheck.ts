import { err, ok, type Result } from '../../shared/core/result.ts';
import { payloadReaders } from '../../shared/ipc/callPayloads.ts';
import type { HostCall, HostCalls } from '../../shared/ipc/channels.ts';
import { isOwnAddress } from './ownOrigin.ts';

/** Who sent a call: null when its frame is gone already. */
export interface CallSender {
  readonly address: string;
  readonly isTopFrame: boolean;
}

/** The payload of a call that may be carried out, or why it may not. */
export function checkCall<Call extends HostCall>(
  call: Call,
  sender: CallSender | null,
  payload: unknown,
): Result<HostCalls[Call]['payload'], string> {
  if (sender === null) return err(`${call}: the frame that asked is gone`);
  if (!sender.isTopFrame) return err(`${call}: asked by a frame inside the page`);
  if (!isOwnAddress(sender.address)) return err(`${call}: asked by a foreign page`);
  const read = payloadReaders[call](payload);
  return read === undefined ? err(`${call}: the payload has not the declared form`) : ok(read);
}
