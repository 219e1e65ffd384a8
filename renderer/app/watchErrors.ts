import type { LogPort } from '../../shared/ipc/host.ts';
import { errorFacts } from '../../shared/ipc/log.ts';

/** Writes down where the page failed, for the report that a user may send; what it stumbled over is left out. */
export function watchErrors(page: Pick<Window, 'addEventListener'>, log: LogPort): void {
  page.addEventListener('error', (event) =>
    log.write({ event: 'PAGE_ERROR', facts: errorFacts(event.error) }),
  );
  page.addEventListener('unhandledrejection', (event) =>
    log.write({ event: 'PAGE_ERROR', facts: errorFacts(event.reason) }),
  );
}
