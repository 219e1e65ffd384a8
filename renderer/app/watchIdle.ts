/** Between two looks at the clock: a laptop that slept for an hour is locked within this after it woke. */
const lookEvery = 5_000;

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

export interface IdleWatch {
  /** Without a sign of life; 0 for never. */
  readonly minutes: number;
  lock(): void;
}

/**
 * Locks once when nobody moved for so long, by the clock of the wall so that sleep counts as a pause, and at once on
 * Ctrl+L. Returns the way to stop.
 */
export function watchIdle(target: Document, { minutes, lock }: IdleWatch): () => void {
  let last = Date.now();
  let isLocked = false;
  const lockOnce = (): void => {
    if (isLocked) return;
    isLocked = true;
    lock();
  };
  const isOver = (): boolean => minutes > 0 && Date.now() - last >= minutes * 60_000;
  const onLife = (event: Event): void => {
    // The first movement after a long sleep must not undo the pause that it ends.
    if (isOver()) lockOnce();
    last = Date.now();
    if (event instanceof KeyboardEvent && isLockKey(event)) {
      event.preventDefault();
      lockOnce();
    }
  };
  const options = { capture: true, passive: false } as const;
  for (const sign of signsOfLife) target.addEventListener(sign, onLife, options);
  const timer = setInterval(() => {
    if (isOver()) lockOnce();
  }, lookEvery);
  return () => {
    clearInterval(timer);
    for (const sign of signsOfLife) target.removeEventListener(sign, onLife, options);
  };
}

// With a Korean or Cyrillic layout the key is no Latin letter; its place on the keyboard still is.
const isLockKey = ({ ctrlKey, metaKey, altKey, shiftKey, key, code }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && (key.toLowerCase() === 'l' || code === 'KeyL');
