import type { Result } from '../../shared/core/result.ts';
import type { Host, HostError, SetAside } from '../../shared/ipc/host.ts';
import type { DatabasePlace } from './databasePlace.ts';
import { removeDatabases } from './forgetAll.ts';

export interface BeginAnewHands {
  readonly host: Pick<Host, 'beginAnew'>;
  /** The databases of this page; the browser's own, except under test. */
  readonly databases?: IDBFactory;
  /** Where the working database lies. */
  readonly place?: DatabasePlace;
}

/**
 * Makes this a new installation where the data that are here cannot be opened; needs neither their key nor a store.
 * Afterwards only a new start makes sense. Tells where the data were set aside, or null where they were erased.
 */
export async function beginAnew({
  host,
  ...page
}: BeginAnewHands): Promise<Result<SetAside | null, HostError>> {
  const begun = await host.beginAnew();
  if (!begun.ok) return begun;
  const removed = await removeDatabases(page);
  return removed.ok ? begun : removed;
}
