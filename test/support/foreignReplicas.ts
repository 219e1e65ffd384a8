import { newDeviceId } from '../../shared/core/ids.ts';
import { builtInChanges } from '../../shared/records/builtIn.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import { countingRandom, Replica } from './exchange.ts';

/** An installation with the built-in centers, one organization and one expert. */
export function replicaWithNames(seed = 1): Replica {
  const replica = emptyReplica(seed);
  replica.create('organization', { name: { en: 'Ministry of Examples' }, type: 'ministry', country: 'BG' });
  replica.create('person', { name: { en: 'Kim Minji', ko: '김민지' } });
  return replica;
}

export function emptyReplica(seed = 1): Replica {
  const replica = new Replica(newDeviceId(countingRandom(seed)), seed);
  replica.records = overlaySet(replica.records, builtInChanges());
  return replica;
}
