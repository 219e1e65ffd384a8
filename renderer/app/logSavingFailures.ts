import type { Host } from '../../shared/ipc/host.ts';

/** The same host; a change set that its journal could not take stands in the log with the reason's code. */
export function logSavingFailures(host: Host): Host {
  return {
    ...host,
    journal: {
      ...host.journal,
      append: async (from, payloads) => {
        const appended = await host.journal.append(from, payloads);
        if (!appended.ok) {
          const facts = { code: appended.error.code, from, entries: payloads.length };
          host.log.write({ event: 'SAVING_FAILED', facts });
        }
        return appended;
      },
    },
  };
}
