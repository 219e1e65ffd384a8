import { type RefObject, useEffect, useRef, useState } from 'react';
import type { OpenConflict } from '../../../shared/records/openConflicts.ts';

/** Heads of conflicts carry their id in this attribute, so that the keys can go from one to the next. */
export const headAttribute = 'data-conflict';

export interface CurrentConflict {
  readonly id: string | null;
  select(id: string): void;
  move(by: 1 | -1): void;
  /** After a decision: what comes next in its place lies open and has the focus. */
  stepOn(): void;
}

/** Which of the conflicts lies open. It keeps its place in the list when it is decided. */
export function useCurrentConflict(
  shown: readonly OpenConflict[],
  frame: RefObject<HTMLElement | null>,
  /** The one that lies open first; null for the first of the list. */
  first: string | null,
): CurrentConflict {
  const [chosen, setChosen] = useState<{ readonly id: string | null; readonly index: number }>({
    id: first,
    index: 0,
  });
  const wantsFocus = useRef(true);
  const known = shown.findIndex(({ conflict }) => conflict.id === chosen.id);
  const index = known >= 0 ? known : Math.min(chosen.index, shown.length - 1);
  const id = shown[index]?.conflict.id ?? null;
  useEffect(() => {
    if (!wantsFocus.current || id === null) return;
    wantsFocus.current = false;
    const head = frame.current?.querySelector(`[${headAttribute}="${id}"]`);
    if (head instanceof HTMLElement) head.focus();
  });
  const open = (next: number, focus: boolean): void => {
    const at = Math.max(0, Math.min(next, shown.length - 1));
    wantsFocus.current = focus;
    setChosen({ id: shown[at]?.conflict.id ?? null, index: at });
  };
  return {
    id,
    select: (wanted) =>
      open(
        shown.findIndex(({ conflict }) => conflict.id === wanted),
        false,
      ),
    move: (by) => open(index + by, true),
    stepOn: () => {
      wantsFocus.current = true;
      setChosen({ id: null, index });
    },
  };
}
