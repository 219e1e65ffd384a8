import { addDays } from '../../shared/core/dates.ts';
import { type DeviceId, newRecordId, type Randomness, type RecordId } from '../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../shared/records/builtIn.ts';
import { type RecordSet, recordSetOf } from '../../shared/records/recordSet.ts';
import { definitionOf, recordTypes } from '../../shared/records/registry.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import { applyChanges } from '../../shared/sync/applyChange.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import { planCreate } from '../../shared/sync/planEdit.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { countingRandom, Replica } from '../support/exchange.ts';

const bulgaria = builtInCenterId('BG10');
const fields = ['strategy', 'security', 'data', 'localGovernment'];
const modes = ['visit', 'online', 'written', 'phone'];

/** A replica as it is on the first day: the built-in centers and figures. */
export function freshReplica(device: string, seed: number): Replica {
  const replica = new Replica(device as DeviceId, seed);
  replica.records = overlaySet(replica.records, builtInChanges());
  return replica;
}

/** A center's log of so many consultations, each with a paragraph of question and advice, as centers write them. */
export function replicaWithConsultations(count: number): Replica {
  const replica = freshReplica('benchlaptop1', 1);
  const clients = Array.from({ length: 12 }, (_, index) =>
    replica.create('organization', {
      name: { en: `Agency of Examples ${index + 1}`, ko: `예시청 ${index + 1}` },
      type: 'agency',
      country: 'BG',
    }),
  );
  const experts = Array.from({ length: 6 }, (_, index) =>
    replica.create('person', {
      name: { en: `Expert Sample ${index + 1}`, ko: `예시 전문가 ${index + 1}` },
      gender: index % 2 === 0 ? 'female' : 'male',
    }),
  );
  const random = countingRandom(3);
  const records = allRecords(replica.records);
  for (let index = 0; index < count; index++) {
    records.push(created(replica, consultation(index, clients, experts), random));
  }
  replica.records = recordSetOf(records);
  return replica;
}

/** As the replica's own `create` does, but for the new set of records after each. */
function created(replica: Replica, values: AnyValues, random: Randomness): StoredRecord {
  const definition = definitionOf('consultation');
  const id = newRecordId({ now: () => replica.now }, random);
  const changes = planCreate(definition, values, { id, by: 'Test Person', at: replica.now }, replica.issue);
  const record = applyChanges(definition, null, changes);
  if (record === null) throw new Error('a creation without changes');
  // Texts that were put together in memory are slower to read than those that come from a store.
  return structuredClone(record);
}

export function allRecords(records: RecordSet): StoredRecord[] {
  return recordTypes.flatMap((type) => [...records.all(type), ...records.deleted(type)]);
}

function consultation(index: number, clients: readonly RecordId[], experts: readonly RecordId[]): AnyValues {
  const pick = <Item>(items: readonly Item[], step: number): readonly Item[] =>
    items.slice((index * step) % items.length, ((index * step) % items.length) + 1);
  const [client] = pick(clients, 5);
  const [field = ''] = pick(fields, 1);
  const [mode = ''] = pick(modes, 1);
  return {
    center: bulgaria,
    date: addDays('2016-01-04', index % 3600),
    experts: [...new Set([...pick(experts, 1), ...pick(experts, 7)])].sort(),
    ...(client === undefined ? {} : { client }),
    topic: `Exchange of documents between agencies, part ${index + 1}`,
    field,
    mode,
    question: `How should agency ${index + 1} exchange documents with others, and which law must be changed first? ${'기관 간 전자문서 유통 절차와 법적 근거를 문의함. '.repeat(2)}`,
    advice: `Begin with a decree on electronic documents, then connect the registers one by one. ${'전자문서 유통 표준을 먼저 정하고 시범 기관부터 단계적으로 연계할 것을 권고함. '.repeat(2)}`,
    hours: (index % 16) / 2 + 0.5,
    result: 'accepted',
  };
}
