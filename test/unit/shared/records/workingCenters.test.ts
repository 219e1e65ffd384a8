import { expect, test } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../../../shared/records/builtIn.ts';
import { allRecords, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { writtenByCenter } from '../../../../shared/records/workingCenters.ts';
import { overlaySet } from '../../../../shared/sync/overlay.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';

const id = (name: string) => derivedRecordId('working', name);
const broughtAlong = allRecords(overlaySet(recordSetOf([]), builtInChanges()));
const ecuador = { ...storedRecordOf('center', id('ecuador'), { code: 'EC25' }), centerId: id('ecuador') };
const eventOf = (name: string, center: ReturnType<typeof id>) => ({
  ...storedRecordOf('event', id(name), { center }),
  centerId: center,
});

test('what every installation brings along, and a center alone, is nobody’s work', () => {
  expect(broughtAlong).toHaveLength(24);
  expect([...writtenByCenter(recordSetOf([...broughtAlong, ecuador]))]).toEqual([]);
});

test('live records of live centers count, neither sample data nor those of a center that is gone', () => {
  const set = recordSetOf([
    ...broughtAlong,
    ecuador,
    eventOf('one', ecuador.id),
    { ...eventOf('two', ecuador.id), sample: true },
    { ...eventOf('three', ecuador.id), deleted: true },
    eventOf('four', id('gone')),
    eventOf('five', builtInCenterId('BG10')),
  ]);
  expect([...writtenByCenter(set)]).toEqual([
    [ecuador.id, 1],
    [builtInCenterId('BG10'), 1],
  ]);
});
