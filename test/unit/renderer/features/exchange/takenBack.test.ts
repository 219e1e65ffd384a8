import { expect, test } from 'vitest';
import { takenBack } from '../../../../../renderer/features/exchange/takenBack.ts';
import type { ChangeSetId } from '../../../../../shared/core/ids.ts';

const id = (name: string): ChangeSetId => name as ChangeSetId;

test('a set is out of force while the undo of it is in force', () => {
  expect([...takenBack([{ id: id('undo'), undoes: id('import') }, { id: id('import') }])]).toEqual([
    ['import', 'undo'],
  ]);
});

test('an undo that was taken back puts the set in force again', () => {
  const sets = [
    { id: id('redo'), undoes: id('undo') },
    { id: id('undo'), undoes: id('import') },
    { id: id('import') },
  ];
  expect([...takenBack(sets).keys()]).toEqual(['undo']);
});

test('a set that was redone and undone once more names the latest undo', () => {
  const sets = [
    { id: id('second'), undoes: id('import') },
    { id: id('redo'), undoes: id('first') },
    { id: id('first'), undoes: id('import') },
    { id: id('import') },
  ];
  expect(takenBack(sets).get(id('import'))).toBe('second');
});
