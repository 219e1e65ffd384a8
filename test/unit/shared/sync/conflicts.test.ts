import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import type { ChangeSet } from '../../../../shared/sync/changeSet.ts';
import { conflictsOf, planResolve, type Resolution } from '../../../../shared/sync/conflicts.ts';
import { overlaySet } from '../../../../shared/sync/overlay.ts';
import { centerLaptop, replica } from '../../../support/centerLaptop.ts';
import { contentOf, documentToGrid, type Replica, withCell } from '../../../support/exchange.ts';

const definition = definitionOf('consultation');

function conflictsAt(one: Replica, id: RecordId) {
  const record = one.records.find('consultation', id);
  return record === null ? [] : conflictsOf(definition, record);
}

function resolve(one: Replica, id: RecordId, resolution: Resolution): void {
  const record = one.records.find('consultation', id);
  const [conflict] = conflictsAt(one, id);
  if (record === null || conflict === undefined) throw new Error('no conflict');
  one.records = overlaySet(one.records, planResolve(definition, record, conflict, resolution, one.issue));
}

/** Decides the one conflict of the topic by a version; answers the batch. */
function decide(one: Replica, id: RecordId, which: number): ChangeSet {
  const decided = one.resolve('consultation', id, ({ versions }) => {
    const version = versions[which];
    if (version === undefined) throw new Error(`no version ${which}`);
    return { kind: 'version', stamp: version.stamp };
  });
  const batch = one.batches.at(-1);
  if (!decided || batch === undefined) throw new Error('no conflict');
  return batch;
}

const valuesInConflict = (one: Replica, id: RecordId) =>
  conflictsAt(one, id).map(({ path, versions }) => [path, ...versions.map(({ value }) => value)]);

/** Two installations that both changed the topic of one consultation. */
function twoTopics() {
  const { laptop, first } = centerLaptop();
  const office = replica('headquarters', 2);
  office.import(documentToGrid(laptop.export()));
  laptop.edit('consultation', first, { topic: 'Of the center' });
  office.edit('consultation', first, { topic: 'Of headquarters' });
  return { laptop, office, first };
}

describe('conflicts', () => {
  it('are the same on both sides, whoever imports first', () => {
    const { laptop, office, first } = twoTopics();
    const [sent, received] = [documentToGrid(laptop.export()), documentToGrid(office.export())];
    office.import(sent);
    laptop.import(received);
    expect(conflictsAt(office, first)).toHaveLength(1);
    expect(conflictsAt(laptop, first)).toEqual(conflictsAt(office, first));
  });

  it('end everywhere when a person decides, and leave a mark', () => {
    const { laptop, office, first } = twoTopics();
    office.import(documentToGrid(laptop.export()));
    const [conflict] = conflictsAt(office, first);
    const loser = conflict?.versions[1]?.stamp;
    if (conflict === undefined || loser === undefined) throw new Error('no conflict');
    resolve(office, first, { kind: 'version', stamp: loser });
    laptop.import(documentToGrid(office.export()));
    for (const one of [office, laptop]) {
      expect(conflictsAt(one, first)).toEqual([]);
      expect(one.values('consultation', first).topic).toBe(conflict.versions[1]?.value);
      expect(Object.keys(one.records.find('consultation', first)?.resolved ?? {})).toEqual([
        `$conflict/${conflict.id}`,
      ]);
    }
    expect(contentOf(laptop.records, ['consultation'])).toEqual(contentOf(office.records, ['consultation']));
  });

  it('do not arise where one side had seen the other, or both wrote the same', () => {
    const { laptop, office, first } = twoTopics();
    laptop.edit('consultation', first, { topic: 'The same' });
    office.edit('consultation', first, { topic: 'The same' });
    office.import(documentToGrid(laptop.export()));
    expect(conflictsAt(office, first)).toEqual([]);
    office.edit('consultation', first, { topic: 'Seen and changed' });
    laptop.import(documentToGrid(office.export()));
    expect(laptop.values('consultation', first).topic).toBe('Seen and changed');
    expect(conflictsAt(laptop, first)).toEqual([]);
  });

  it('arise between two edited copies of one workbook exactly where both changed a cell differently', () => {
    const { laptop, first } = centerLaptop();
    const sent = documentToGrid(laptop.export());
    let one = withCell(sent, 'Consultations', 0, 'Topic', 'First copy');
    one = withCell(one, 'Consultations', 0, 'Hours', 2);
    let other = withCell(sent, 'Consultations', 0, 'Topic', 'Second copy');
    other = withCell(other, 'Consultations', 0, 'Hours', 2);
    laptop.import(one);
    laptop.import(other);
    expect(conflictsAt(laptop, first).map(({ path }) => path)).toEqual(['topic']);
    expect(laptop.values('consultation', first).hours).toBe(2);
  });

  it('do not arise where somebody types over a value in a workbook that two had written alike', () => {
    const { laptop, office, first } = twoTopics();
    laptop.edit('consultation', first, { topic: 'The same' });
    office.edit('consultation', first, { topic: 'The same' });
    office.import(documentToGrid(laptop.export()));
    office.import(withCell(documentToGrid(office.export()), 'Consultations', 0, 'Topic', 'Typed over'));
    expect(conflictsAt(office, first)).toEqual([]);
    expect(office.values('consultation', first).topic).toBe('Typed over');
  });

  it('stay open however often somebody writes over the value that counts', () => {
    const { laptop, office, first } = twoTopics();
    office.edit('consultation', first, { topic: 'Of headquarters' });
    office.now = laptop.now + 60_000;
    office.edit('consultation', first, { topic: 'Of headquarters, later' });
    laptop.import(documentToGrid(office.export()));
    for (const topic of ['Once more', 'And again', 'And again!']) {
      laptop.edit('consultation', first, { topic });
      expect(valuesInConflict(laptop, first)).toEqual([['topic', topic, 'Of the center']]);
    }
    office.import(documentToGrid(laptop.export()));
    office.edit('consultation', first, { topic: 'Of headquarters, last' });
    expect(valuesInConflict(office, first)).toEqual([['topic', 'Of headquarters, last', 'Of the center']]);
  });

  it('arise when one side deleted what the other edited, and can be decided both ways', () => {
    for (const kind of ['delete', 'restore'] as const) {
      const { laptop, first } = centerLaptop();
      const office = replica('headquarters', 2);
      office.import(documentToGrid(laptop.export()));
      laptop.delete('consultation', first);
      office.edit('consultation', first, { topic: 'Still needed' });
      office.import(documentToGrid(laptop.export()));
      laptop.import(documentToGrid(office.export()));
      expect(conflictsAt(office, first).map((conflict) => conflict.kind)).toEqual(['deletion']);
      expect(conflictsAt(laptop, first)).toEqual(conflictsAt(office, first));
      resolve(office, first, { kind });
      laptop.import(documentToGrid(office.export()));
      expect(laptop.records.find('consultation', first)?.deleted).toBe(kind === 'delete');
      expect(conflictsAt(laptop, first)).toEqual([]);
      expect(laptop.values('consultation', first).topic).toBe('Still needed');
    }
  });
});

describe('a decision that is taken back', () => {
  it('opens the conflict again, with the value that counted before in front, and done again it is decided', () => {
    for (const which of [0, 1]) {
      const { laptop, office, first } = twoTopics();
      office.import(documentToGrid(laptop.export()));
      const open = valuesInConflict(office, first);
      expect(open).toEqual([['topic', 'Of the center', 'Of headquarters']]);
      const decision = decide(office, first, which);
      const decided = office.values('consultation', first).topic;
      const undone = office.undo(decision);
      expect(valuesInConflict(office, first)).toEqual(open);
      expect(office.records.find('consultation', first)?.resolved).toEqual({});
      const again = office.undo(undone);
      expect(valuesInConflict(office, first)).toEqual([]);
      expect(office.values('consultation', first).topic).toBe(decided);
      expect(Object.keys(office.records.find('consultation', first)?.resolved ?? {})).toHaveLength(1);
      office.undo(again);
      expect(valuesInConflict(office, first)).toEqual(open);
    }
  });

  it('opens it at those too who had received the decision, and who decides then ends it everywhere', () => {
    const { laptop, office, first } = twoTopics();
    office.import(documentToGrid(laptop.export()));
    const decision = decide(office, first, 1);
    laptop.import(documentToGrid(office.export()));
    expect(valuesInConflict(laptop, first)).toEqual([]);
    office.undo(decision);
    laptop.import(documentToGrid(office.export()));
    expect(conflictsAt(laptop, first)).toEqual(conflictsAt(office, first));
    expect(valuesInConflict(laptop, first)).toEqual([['topic', 'Of the center', 'Of headquarters']]);
    decide(laptop, first, 1);
    office.import(documentToGrid(laptop.export()));
    for (const one of [laptop, office]) {
      expect(conflictsAt(one, first)).toEqual([]);
      expect(one.values('consultation', first).topic).toBe('Of headquarters');
    }
  });

  it('keeps the other value waiting when somebody writes over the one that counts', () => {
    const { laptop, office, first } = twoTopics();
    office.import(documentToGrid(laptop.export()));
    office.undo(decide(office, first, 1));
    office.edit('consultation', first, { topic: 'Of the center, again' });
    expect(valuesInConflict(office, first)).toEqual([['topic', 'Of the center, again', 'Of headquarters']]);
  });

  it('that came with a workbook opens the conflict that stood here, and none where none stood', () => {
    const { laptop, office, first } = twoTopics();
    const stranger = replica('another00000', 3);
    stranger.import(documentToGrid(laptop.export()));
    office.import(documentToGrid(laptop.export()));
    laptop.import(documentToGrid(office.export()));
    decide(office, first, 1);
    const decided = documentToGrid(office.export());
    for (const one of [laptop, stranger]) {
      const before = valuesInConflict(one, first);
      const { topic } = one.values('consultation', first);
      one.import(decided);
      const batch = one.batches.at(-1);
      if (batch === undefined) throw new Error('nothing imported');
      one.undo(batch);
      expect(valuesInConflict(one, first)).toEqual(before);
      expect(one.values('consultation', first).topic).toBe(topic);
    }
  });

  it('stays where the value was edited since, with its mark', () => {
    const { laptop, office, first } = twoTopics();
    office.import(documentToGrid(laptop.export()));
    const decision = decide(office, first, 1);
    office.edit('consultation', first, { topic: 'Edited since' });
    office.undo(decision);
    expect(valuesInConflict(office, first)).toEqual([]);
    expect(office.values('consultation', first).topic).toBe('Edited since');
    expect(Object.keys(office.records.find('consultation', first)?.resolved ?? {})).toHaveLength(1);
  });
});
