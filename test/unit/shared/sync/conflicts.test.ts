import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
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
