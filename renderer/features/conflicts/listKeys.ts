import type { KeyboardEvent } from 'react';

export interface ListKeys {
  readonly onMove: (by: 1 | -1) => void;
  readonly onTick: () => void;
}

/** The keys of the list around the open conflict. */
export function listKeys({ onMove, onTick }: ListKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || hasModifier(event) || isWriting(event.target)) return;
    if (event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'ArrowUp') onMove(-1);
    else if (letterOf(event) === 'x') onTick();
    else return;
    event.preventDefault();
  };
}

export const hasModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing;

/** Keys belong to a control in which a value is written. */
export const isWriting = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('[data-writing]') !== null;

/** With a Korean layout the key is no Latin letter; its place on the keyboard still is. */
export const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '');
