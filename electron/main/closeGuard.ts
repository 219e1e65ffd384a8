import { type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../shared/core/language.ts';
import { hostTexts } from '../../shared/ipc/hostTexts.ts';
import { sendCloseRequested } from './ipc.ts';

const answerTimeout = 3_000;

export interface CloseGuard {
  /** The page's answer to the question whether something is unsaved. */
  answer(hasUnsavedWork: boolean): void;
}

/** Asks the page before the window closes, and the user when something is unsaved or the page is silent. */
export function guardClose(window: BrowserWindow, language: () => Promise<Language>): CloseGuard {
  let mayClose = false;
  let waiting: NodeJS.Timeout | null = null;

  function close(): void {
    mayClose = true;
    window.close();
  }

  window.on('close', (event) => {
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (waiting !== null) return;
    sendCloseRequested(window);
    waiting = setTimeout(() => {
      waiting = null;
      void askWhenSilent(window, language).then((leave) => leave && close());
    }, answerTimeout);
  });

  return {
    answer: (hasUnsavedWork) => {
      if (waiting === null) return;
      clearTimeout(waiting);
      waiting = null;
      if (!hasUnsavedWork) return close();
      void askWhenUnsaved(window, language).then((leave) => leave && close());
    },
  };
}

async function askWhenUnsaved(window: BrowserWindow, language: () => Promise<Language>): Promise<boolean> {
  const tongue = await language();
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: hostTexts.unsavedQuestion[tongue],
    detail: hostTexts.unsavedDetail[tongue],
    buttons: [hostTexts.goBack[tongue], hostTexts.closeAnyway[tongue]],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

async function askWhenSilent(window: BrowserWindow, language: () => Promise<Language>): Promise<boolean> {
  const tongue = await language();
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: hostTexts.notAnswering[tongue],
    detail: hostTexts.notAnsweringDetail[tongue],
    buttons: [hostTexts.wait[tongue], hostTexts.close[tongue]],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
