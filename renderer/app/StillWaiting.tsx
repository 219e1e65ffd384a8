import { useSyncExternalStore } from 'react';
import type { Waits } from '../host/waits.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { Notice } from '../ui/Notice.tsx';
import classes from './StillWaiting.module.css';
import { waitingTexts } from './waitingTexts.ts';

/** Above whatever is on the screen, dialogues as well: what has not answered for so long that one wonders. */
export function StillWaiting({ waits }: { readonly waits: Pick<Waits, 'overdue' | 'subscribe'> }) {
  const t = useTexts(waitingTexts);
  const overdue = useSyncExternalStore(waits.subscribe, waits.overdue);
  return (
    // There before its sentence, so that a screen reader hears of it.
    <div className={classes.place} aria-live="polite">
      {overdue === null ? null : (
        <div className={classes.raised}>
          <Notice state="warn">{t(overdue)}</Notice>
        </div>
      )}
    </div>
  );
}
