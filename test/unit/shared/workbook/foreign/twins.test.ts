import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../../shared/core/ids.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { planCreate } from '../../../../../shared/sync/planEdit.ts';
import { ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';
import { emptyReplica, replicaWithNames } from '../../../../support/foreignReplicas.ts';

const agencies = (...names: readonly string[]) =>
  ownTable([['Name', 'Type', 'Country'], ...names.map((name) => [name, 'Agency', 'BG'])], 'Organizations');

/** Names that have nothing to do with each other. */
const unlike = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => derivedRecordId('name', String(index)));

function twinsIn(replica: ReturnType<typeof emptyReplica>, ...names: readonly string[]) {
  const grid = agencies(...names);
  return replica.plan(grid, {}, suggestedMapping(grid)).rows.map(({ row, twin }) => ({ row, twin }));
}

describe('records without a day', () => {
  it('are compared with all that are here, however many they are', () => {
    const laptop = emptyReplica();
    for (const name of unlike(300)) {
      laptop.create('organization', { name: { en: name }, type: 'agency', country: 'BG' });
    }
    const id = laptop.create('organization', {
      name: { en: 'Example Data Agency' },
      type: 'agency',
      country: 'BG',
    });
    const [first, last] = twinsIn(laptop, 'Exemple Data Agency', 'Another Thing');
    expect(first?.twin).toEqual({ where: 'here', id, title: 'Example Data Agency', row: null });
    expect(last?.twin).toBeUndefined();
  });

  it('are no twins of samples, which are removed once nobody practises any more', () => {
    const laptop = emptyReplica();
    const definition = definitionOf('organization');
    const values = { name: { en: 'Example Data Agency' }, type: 'agency', country: 'BG' };
    const creation = { id: derivedRecordId('twins', 'sample'), by: 'Sample', at: laptop.now, sample: true };
    laptop.commit('edit', planCreate(definition, values, creation, laptop.issue));
    expect(twinsIn(laptop, 'Exemple Data Agency').map(({ twin }) => twin)).toEqual([undefined]);
    laptop.create('organization', values);
    expect(twinsIn(laptop, 'Exemple Data Agency')[0]?.twin?.where).toBe('here');
  });

  it('are compared with all rows of the file before them', () => {
    const rows = twinsIn(emptyReplica(), 'Example Data Agency', ...unlike(300), 'Exemple Data Agency');
    expect(
      rows.flatMap(({ row, twin }) => (twin === undefined ? [] : [[row, twin.where, twin.row]])),
    ).toEqual([[303, 'file', 2]]);
  });

  it('are no twins of themselves in a file that was imported before', () => {
    const laptop = replicaWithNames();
    const grid = agencies('Example Data Agency', 'Exemple Data Agency');
    laptop.import(grid, {}, suggestedMapping(grid));
    expect(laptop.plan(grid, {}, suggestedMapping(grid)).rows.flatMap(({ twin }) => twin ?? [])).toEqual([]);
  });
});
