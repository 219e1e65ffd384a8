import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeSetId, derivedRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import { applyChange } from '../../../../shared/sync/applyChange.ts';
import type { Change, ChangeSet } from '../../../../shared/sync/changeSet.ts';
import { planCreate, planDelete, planUpdate } from '../../../../shared/sync/planEdit.ts';
import { planUndo } from '../../../../shared/sync/planUndo.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { testStamp, valuesArbitrary } from '../../../support/recordGenerators.ts';

const definition = definitionOf('consultation');
const [first, second] = [derivedRecordId('test', '1'), derivedRecordId('test', '2')];

/** A little replica: records, and change sets that were committed one after the other. */
class Replica {
  #records = new Map<RecordId, StoredRecord>();
  #wall = 1;

  readonly issue = () => testStamp(this.#wall++);
  readonly find = (_type: string, id: RecordId) => this.#records.get(id) ?? null;

  commit(changes: readonly Change[]): ChangeSet {
    for (const change of changes) {
      this.#records.set(change.id, applyChange(definition, this.find('', change.id), change));
    }
    const id = `01935a00-0000-7000-8000-${String(this.#wall).padStart(12, '0')}` as ChangeSetId;
    return { id, kind: 'edit', at: this.#wall, by: 'Kim', changes, versions: { consultation: 1 } };
  }

  create(id: RecordId, values: AnyValues): ChangeSet {
    return this.commit(planCreate(definition, values, { id, by: 'Kim', at: 1 }, this.issue));
  }

  update(id: RecordId, values: AnyValues): ChangeSet {
    const record = this.#records.get(id);
    if (record === undefined) throw new Error(`No record ${id}`);
    return this.commit(planUpdate(definition, record, values, this.issue));
  }

  undo(changeSet: ChangeSet): { readonly done: ChangeSet; readonly kept: readonly Change[] } {
    const { changes, kept } = planUndo(changeSet, this.find, this.issue);
    return { done: this.commit(changes), kept };
  }

  valuesOf(id: RecordId): AnyValues | null {
    const record = this.#records.get(id) ?? null;
    return record === null || record.deleted ? null : record.values;
  }
}

describe('undoing', () => {
  it('an edit brings the values from before back, and undoing that brings the edit back', () => {
    fc.assert(
      fc.property(valuesArbitrary(definition), valuesArbitrary(definition), (from, to) => {
        const replica = new Replica();
        replica.create(first, from);
        const edit = replica.update(first, to);
        const undo = replica.undo(edit);
        expect(undo.kept).toEqual([]);
        expect(replica.valuesOf(first)).toEqual(from);
        const redo = replica.undo(undo.done);
        expect(redo.kept).toEqual([]);
        expect(replica.valuesOf(first)).toEqual(to);
      }),
      { numRuns: 50 },
    );
  });

  it('a creation deletes the record, and undoing that brings it back whole', () => {
    const replica = new Replica();
    const created = replica.create(first, { topic: 'Portal', hours: 2 });
    const undo = replica.undo(created);
    expect(replica.valuesOf(first)).toBeNull();
    replica.undo(undo.done);
    expect(replica.valuesOf(first)).toEqual({ topic: 'Portal', hours: 2 });
  });

  it('a creation again, after it was undone and redone, deletes the record again', () => {
    const replica = new Replica();
    const created = replica.create(first, { topic: 'Portal' });
    replica.undo(replica.undo(created).done);
    const again = replica.undo(created);
    expect(again.kept).toEqual([]);
    expect(replica.valuesOf(first)).toBeNull();
  });

  it('a deletion brings the record back', () => {
    const replica = new Replica();
    replica.create(first, { topic: 'Portal' });
    const record = replica.find('', first);
    if (record === null) throw new Error('not created');
    replica.undo(replica.commit(planDelete(record, true, replica.issue)));
    expect(replica.valuesOf(first)).toEqual({ topic: 'Portal' });
  });

  it('keeps and names what was edited since, and takes back the rest', () => {
    const replica = new Replica();
    replica.create(first, { topic: 'Portal', hours: 1 });
    const edit = replica.update(first, { topic: 'Portals', hours: 2 });
    replica.update(first, { topic: 'Gateways', hours: 2 });
    const { kept } = replica.undo(edit);
    expect(kept.map(({ path }) => path)).toEqual(['topic']);
    expect(replica.valuesOf(first)).toEqual({ topic: 'Gateways', hours: 1 });
  });

  it('keeps a new record whole when it was edited since, and still takes back the others of the set', () => {
    const replica = new Replica();
    const both = replica.commit([
      ...planCreate(definition, { topic: 'One' }, { id: first, by: '', at: 1 }, replica.issue),
      ...planCreate(definition, { topic: 'Two' }, { id: second, by: '', at: 1 }, replica.issue),
    ]);
    replica.update(first, { topic: 'One', hours: 3 });
    const { kept } = replica.undo(both);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every(({ id }) => id === first)).toBe(true);
    expect(replica.valuesOf(first)).toEqual({ topic: 'One', hours: 3 });
    expect(replica.valuesOf(second)).toBeNull();
  });

  it('a set that wrote a path twice goes back to before the first time', () => {
    const replica = new Replica();
    replica.create(first, { hours: 1 });
    const twice = (before: number, after: number, stamp: Change['stamp'], was: Change['was']): Change => {
      return { type: 'consultation', id: first, path: 'hours', before, after, stamp, was };
    };
    const [one, two] = [replica.issue(), replica.issue()];
    const edit = replica.commit([twice(1, 2, one, null), twice(2, 3, two, one)]);
    const undo = replica.undo(edit);
    expect(undo.kept).toEqual([]);
    expect(replica.valuesOf(first)).toEqual({ hours: 1 });
    replica.undo(undo.done);
    expect(replica.valuesOf(first)).toEqual({ hours: 3 });
  });

  it('twice changes nothing the second time', () => {
    const replica = new Replica();
    replica.create(first, { hours: 1 });
    const edit = replica.update(first, { hours: 2 });
    replica.undo(edit);
    const again = replica.undo(edit);
    expect(again.done.changes).toEqual([]);
    expect(again.kept.map(({ path }) => path)).toEqual(['hours']);
    expect(replica.valuesOf(first)).toEqual({ hours: 1 });
  });

  it('passes over records that are not there', () => {
    const replica = new Replica();
    const edit = new Replica().create(first, { hours: 1 });
    expect(planUndo(edit, replica.find, replica.issue)).toEqual({ changes: [], kept: [] });
  });
});
