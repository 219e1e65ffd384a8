import { err, ok, type Result } from '../../shared/core/result.ts';
import type { HostError, SnapshotPort } from '../../shared/ipc/host.ts';
import { toHostError } from './browserErrors.ts';
import { askForFolder, forgetFolder, rememberedFolder } from './pickedFolder.ts';
import type { StoreClient } from './storeClient.ts';

/** The browser's databases, where the folder is remembered, may never answer; backups do not wait for them for ever. */
const longestMemory = 3000;

/** Snapshots by the store worker; the page itself only asks for folders, which needs a click of the user. */
export function browserSnapshots(store: StoreClient): SnapshotPort {
  // Before anything else, so that the first snapshot already knows the second folder.
  const ready = atMost(longestMemory, handOverFolder(store));
  const after = async <T>(ask: () => Promise<Result<T, HostError>>): Promise<Result<T, HostError>> => {
    await ready;
    return ask();
  };
  return {
    take: (reason) => after(() => store.ask({ call: 'snapshotTake', reason })),
    state: () => after(() => store.ask({ call: 'snapshotState' })),
    read: (place, name) => after(() => store.ask({ call: 'snapshotRead', place, name })),
    restore: (bytes, mark) => after(() => store.ask({ call: 'snapshotRestore', bytes, mark })),
    chooseFolder: async () => {
      const chosen = await askForFolder();
      if (!chosen.ok) return chosen;
      if (chosen.value === null) return ok(null);
      await store.ask({ call: 'setSecondFolder', folder: { handle: chosen.value, allowed: true } });
      return store.ask({ call: 'snapshotTake', reason: 'manual' });
    },
    forgetFolder: async () => {
      try {
        await forgetFolder();
      } catch (error) {
        return err(toHostError(error));
      }
      await store.ask({ call: 'setSecondFolder', folder: null });
      return store.ask({ call: 'snapshotState' });
    },
  };
}

/** Resolves with the work or after that time; work that takes longer goes on. */
const atMost = (milliseconds: number, work: Promise<void>): Promise<void> =>
  Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, milliseconds))]);

async function handOverFolder(store: StoreClient): Promise<void> {
  // Without it there are still the snapshots in the browser's own store.
  const folder = await rememberedFolder().catch(() => null);
  if (folder !== null) await store.ask({ call: 'setSecondFolder', folder });
}
