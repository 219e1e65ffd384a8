import { dialog } from 'electron';
import { hostTexts } from '../../shared/ipc/hostTexts.ts';
import { errorPlace } from '../../shared/ipc/log.ts';
import type { MessageText } from '../../shared/messages/message.ts';
import { fillMessage } from '../../shared/messages/message.ts';
import { nodeErrorCode, toHostError } from '../services/nodeErrors.ts';

/**
 * Says that Fieldbook could not start, and waits until it was read. In both languages: the settings, which know the
 * user's, may be what cannot be read.
 */
export function tellStartFailed(error: unknown, folder: string): void {
  tell(hostTexts.startFailed, startText(error), { code: nodeErrorCode(error) ?? errorPlace(error), folder });
}

/** Says that the main process met an error that nobody expected; what is open stays open. */
export function tellMainFailed(error: unknown): void {
  tell(hostTexts.mainFailed, hostTexts.mainFailedDetail, { code: errorPlace(error) });
}

function startText(error: unknown): MessageText {
  if (nodeErrorCode(error) === 'EEXIST') return hostTexts.startNoPermission;
  switch (toHostError(error).code) {
    case 'NO_PERMISSION':
    case 'NOT_FOUND':
    case 'IN_USE':
      return hostTexts.startNoPermission;
    case 'NO_SPACE':
    case 'READ_ONLY':
      return hostTexts.startNoSpace;
    default:
      return hostTexts.startBug;
  }
}

function tell(title: MessageText, text: MessageText, values: Readonly<Record<string, string>>): void {
  const both = (['en', 'ko'] as const).map((language) => fillMessage(text, language, values));
  dialog.showErrorBox(`${fillMessage(title, 'en', {})} / ${fillMessage(title, 'ko', {})}`, both.join('\n\n'));
}
