import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../stores/paths.ts';
import { useUndo } from '../stores/useUndo.ts';
import { openPalette } from './Palette.tsx';

/** Lists mark their search box with this attribute, so that Ctrl+F finds it. */
export const listSearchAttribute = 'data-list-search';

/** The keys that work on every page. */
export function useGlobalKeys({ onKeyboardMap }: { readonly onKeyboardMap: () => void }): void {
  const navigate = useNavigate();
  const { undoLast } = useUndo();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const run = actionOf(event, {
        palette: openPalette,
        quickLog: () => void navigate({ to: paths.newRecord('consultation') }),
        undo: () => void undoLast(),
        keyboardMap: onKeyboardMap,
      });
      if (run === null) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [navigate, undoLast, onKeyboardMap]);
}

type GlobalAction = 'palette' | 'quickLog' | 'undo' | 'keyboardMap';

function actionOf(
  event: KeyboardEvent,
  actions: Readonly<Record<GlobalAction, () => void>>,
): (() => void) | null {
  const isWriting = isTextField(event.target);
  const key = letterOf(event);
  const hasControl = event.ctrlKey || event.metaKey;
  if (event.shiftKey && !hasControl && event.key === '?') return isWriting ? null : actions.keyboardMap;
  if (event.shiftKey) return null;
  // A browser keeps Ctrl+N for itself in its tabs, hence the second way.
  if (key === 'n' && hasControl !== event.altKey) return isLayerOpen() ? null : actions.quickLog;
  if (!hasControl || event.altKey) return null;
  if (key === 'k') return actions.palette;
  if (key === 'z') return isWriting || isLayerOpen() ? null : actions.undo;
  if (key === 'f') return focusListSearch();
  return null;
}

// With a Korean or Cyrillic layout the key is no Latin letter; its place on the keyboard still is.
function letterOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '';
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

const isLayerOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

function focusListSearch(): (() => void) | null {
  const box = document.querySelector(`[${listSearchAttribute}]`);
  if (!(box instanceof HTMLInputElement)) return null;
  return () => {
    box.focus();
    box.select();
  };
}
