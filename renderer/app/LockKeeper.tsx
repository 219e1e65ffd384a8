import { lazy, Suspense, useEffect } from 'react';
import { useLockStatus } from '../stores/lockStatus.ts';
import { useSettings } from '../stores/services.tsx';
import { useLeave } from '../stores/useLeave.ts';
import { watchIdle } from './watchIdle.ts';

const LockDialogs = lazy(async () => ({
  default: (await import('../features/lock/LockDialogs.tsx')).LockDialogs,
}));

/** Locks after a pause and on Ctrl+L while the data are encrypted; holds the dialogues about it. */
export function LockKeeper() {
  const { state, dialog } = useLockStatus();
  const { lockAfterMinutes } = useSettings();
  const leave = useLeave();
  const isOpen = state?.mode === 'open';
  useEffect(() => {
    if (!isOpen) return undefined;
    return watchIdle(document, { minutes: lockAfterMinutes, lock: () => void leave({ locks: true }) });
  }, [isOpen, lockAfterMinutes, leave]);
  return dialog === null ? null : (
    <Suspense fallback={null}>
      <LockDialogs />
    </Suspense>
  );
}
