import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import type { JsonValue } from '../../../../shared/core/json.ts';
import { definitionOf, recordDefinitions } from '../../../../shared/records/registry.ts';
import type { AnyRecordDefinition } from '../../../../shared/schema/defineRecord.ts';
import { applyChange, applyChanges } from '../../../../shared/sync/applyChange.ts';
import type { Change } from '../../../../shared/sync/changeSet.ts';
import { knowledgeAt } from '../../../../shared/sync/pathVersions.ts';
import { planCreate, planDelete, planUpdate } from '../../../../shared/sync/planEdit.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { storedRecordOf, testStamp, valuesArbitrary } from '../../../support/recordGenerators.ts';

const id = derivedRecordId('test', 'record');
const centerId = derivedRecordId('test', 'center');
const training = definitionOf('training');

const changeOf = (path: string, after: JsonValue, wall = 2): Change => ({
  type: 'training',
  id,
  path,
  before: null,
  after,
  stamp: testStamp(wall),
  was: null,
});

/** The record as it has to be, apart from its stamps. */
const contentOf = ({ stamps: _stamps, knows: _knows, ...content }: StoredRecord) => content;

describe('changes planned and applied', () => {
  it.each(recordDefinitions)('make the $type that was asked for', (definition) => {
    fc.assert(
      fc.property(valuesArbitrary(definition), (values) => {
        const creation = { id, by: 'Kim', at: 5, sample: true };
        const changes = planCreate(definition, values, creation, () => testStamp(1));
        const record = applyChanges(definition, null, changes);
        expect(record).toMatchObject({
          id,
          values,
          deleted: false,
          sample: true,
          createdBy: 'Kim',
          createdAt: 5,
        });
        expect(Object.keys(record?.stamps ?? {}).sort()).toEqual(changes.map(({ path }) => path).sort());
      }),
      { numRuns: 30 },
    );
  });

  it.each(recordDefinitions)(
    'bring a $type from any values to any others, and back by their opposites',
    (definition) => {
      fc.assert(
        fc.property(valuesArbitrary(definition), valuesArbitrary(definition), (from, to) => {
          const before = recordWith(definition, from);
          const changes = planUpdate(definition, before, to, () => testStamp(2));
          const after = applyChanges(definition, before, changes);
          expect(after?.values).toEqual(to);
          const opposites = changes.map((change) => ({
            ...change,
            before: change.after,
            after: change.before,
            stamp: testStamp(3),
            knows: knowledgeAt(after, change.path),
          }));
          expect(applyChanges(definition, after, opposites)?.values).toEqual(from);
          expect(planUpdate(definition, recordWith(definition, to), to, () => testStamp(3))).toEqual([]);
        }),
        { numRuns: 30 },
      );
    },
  );

  it('name for each path the stamp that it had', () => {
    const record = storedRecordOf('training', id, { title: { en: 'One' }, hours: 3 }, testStamp(1));
    const changes = planUpdate(training, record, { title: { en: 'Two', ko: '둘' } }, () => testStamp(2));
    expect(changes.map(({ path, before, after, was }) => ({ path, before, after, was }))).toEqual([
      { path: 'title/en', before: 'One', after: 'Two', was: testStamp(1) },
      { path: 'hours', before: 3, after: null, was: testStamp(1) },
      { path: 'title/ko', before: null, after: '둘', was: null },
    ]);
  });

  it('delete by a mark that can be taken away', () => {
    const record = storedRecordOf('training', id, { title: { en: 'One' } });
    const deleted = applyChanges(
      training,
      record,
      planDelete(record, true, () => testStamp(2)),
    );
    expect(deleted?.deleted).toBe(true);
    expect(deleted?.values).toEqual(record.values);
    if (deleted === null) return;
    expect(planDelete(deleted, true, () => testStamp(3))).toEqual([]);
    const back = applyChanges(
      training,
      deleted,
      planDelete(deleted, false, () => testStamp(3)),
    );
    expect(back === null ? null : contentOf(back)).toEqual(contentOf(record));
  });
});

describe('applyChange', () => {
  it('knows the center of what belongs to one, and a center as its own', () => {
    expect(applyChange(training, null, changeOf('center', centerId)).centerId).toBe(centerId);
    expect(applyChange(training, null, changeOf('hours', 3)).centerId).toBeNull();
    expect(
      applyChange(definitionOf('center'), null, { ...changeOf('code', 'BG10'), type: 'center' }).centerId,
    ).toBe(id);
    expect(applyChange(definitionOf('person'), null, changeOf('position', 'Director')).centerId).toBeNull();
  });

  it('notes the stamp of a value that does not fit, and keeps the value', () => {
    const record = applyChange(training, null, changeOf('hours', 3, 1));
    const after = applyChange(training, record, changeOf('hours', 'three', 2));
    expect(after.values).toEqual({ hours: 3 });
    expect(after.stamps.hours).toBe(testStamp(2));
  });

  it('keeps the stamps of fields that this version does not know', () => {
    const record = applyChange(training, null, changeOf('mood', 'good'));
    expect(record.values).toEqual({});
    expect(record.stamps).toEqual({ mood: testStamp(2) });
  });

  it('keeps the stamp of an element that was taken out', () => {
    const added = applyChange(training, null, changeOf(`trainers/${centerId}`, true, 1));
    const removed = applyChange(training, added, changeOf(`trainers/${centerId}`, null, 2));
    expect(removed.values).toEqual({});
    expect(removed.stamps[`trainers/${centerId}`]).toBe(testStamp(2));
  });

  it('brings a change of an older version up to date', () => {
    const renamed: AnyRecordDefinition = {
      ...training,
      version: 2,
      migrations: [{ to: 2, kind: 'rename', from: 'duration', field: 'hours' }],
    };
    expect(applyChange(renamed, null, changeOf('duration', 4), 1).values).toEqual({ hours: 4 });
    expect(applyChange(renamed, null, changeOf('duration', 4), 2).values).toEqual({});
    expect(applyChanges(renamed, null, [changeOf('duration', 4)], 1)?.stamps).toEqual({
      hours: testStamp(2),
    });
  });

  it('changes nothing in the record that it was given', () => {
    const record = applyChange(training, null, changeOf('hours', 3, 1));
    const copy = structuredClone(record);
    applyChange(training, record, changeOf('hours', 4, 2));
    expect(record).toEqual(copy);
  });
});

function recordWith(definition: AnyRecordDefinition, values: StoredRecord['values']): StoredRecord {
  const changes = planCreate(definition, values, { id, by: '', at: 1 }, () => testStamp(1));
  const record = applyChanges(definition, null, changes);
  if (record === null) throw new Error('A creation without changes');
  return record;
}
