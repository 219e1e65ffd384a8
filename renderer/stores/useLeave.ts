import { useCallback } from 'react';
import { useStore } from '../storage/StoreContext.tsx';
import { useServices } from './services.tsx';

/** Lets the page go and come again, so that nothing of what it knew stays in its memory; drafts are kept. */
export function useLeave(
  reopen: () => void = () => window.location.reload(),
): (how: { readonly locks: boolean }) => Promise<void> {
  const store = useStore();
  const { host, session } = useServices();
  return useCallback(
    async ({ locks }) => {
      await session.getState().leave();
      await store.close();
      // Even if the host cannot: a page that comes again asks it what is locked.
      if (locks) await host.lock.lock();
      reopen();
    },
    [store, host, session, reopen],
  );
}
