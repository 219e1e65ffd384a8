import { expect, it } from 'vitest';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { applyChanges } from '../../../../shared/sync/applyChange.ts';
import { conflictsOf, planResolve } from '../../../../shared/sync/conflicts.ts';
import { planDelete, planUpdate } from '../../../../shared/sync/planEdit.ts';
import { formatStamp, type Stamp } from '../../../../shared/sync/stamp.ts';
import { centerLaptop } from '../../../support/centerLaptop.ts';

const stampOf = (device: string, wall: number) => (): Stamp =>
  formatStamp({ wall, counter: 0, device: device as DeviceId });

it('a record that is left deleted asks no more, also where two had edited it at once', () => {
  const { laptop, first } = centerLaptop();
  const definition = definitionOf('consultation');
  const base = laptop.records.find('consultation', first);
  if (base === null) throw new Error('the record is there');
  const wall = laptop.now + 1000;
  const edited = (topic: string, device: string, at: number) =>
    planUpdate(definition, base, { ...base.values, topic }, stampOf(device, at));
  const record = applyChanges(definition, base, [
    ...edited('One', 'laptop000001', wall),
    ...edited('Other', 'laptop000002', wall + 1),
    ...planDelete(base, true, stampOf('laptop000003', wall + 2)),
  ]);
  if (record === null) throw new Error('the record is there');
  const deletion = conflictsOf(definition, record).find(({ kind }) => kind === 'deletion');
  if (deletion === undefined) throw new Error('the deletion had seen neither edit');
  const changes = planResolve(
    definition,
    record,
    deletion,
    { kind: 'delete' },
    stampOf('laptop000003', wall + 3),
  );
  const after = applyChanges(definition, record, changes);
  expect(after?.deleted).toBe(true);
  expect(
    after === null ? [] : conflictsOf(definition, after).filter(({ kind }) => kind === 'deletion'),
  ).toEqual([]);
});
