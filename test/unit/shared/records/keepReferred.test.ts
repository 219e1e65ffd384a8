import { describe, expect, it } from 'vitest';
import { keepReferred } from '../../../../shared/records/keepReferred.ts';
import { planUndo } from '../../../../shared/sync/planUndo.ts';
import { bulgaria, centerLaptop, replica } from '../../../support/centerLaptop.ts';
import { documentToGrid, type Replica } from '../../../support/exchange.ts';

/** Headquarters that has imported a center's workbook. */
function office() {
  const center = centerLaptop();
  const one = replica('headquarters', 2);
  one.import(documentToGrid(center.laptop.export()));
  return { ...center, one, batch: lastOf(one) };
}

const lastOf = ({ batches }: Replica) => batches.at(-1) ?? expect.fail('nothing was imported');

const plannedUndo = (one: Replica, batch: Replica['batches'][number]) =>
  keepReferred(
    planUndo(batch, (type, id) => one.records.find(type, id), one.issue),
    batch,
    one.records,
  );

describe('an import that is taken back', () => {
  it('leaves whom a record that was edited since refers to', () => {
    const { one, batch, first, second, ministry, expert } = office();
    one.edit('consultation', first, { topic: 'Data law' });
    const { kept } = plannedUndo(one, batch);
    one.undo(batch);
    expect(one.records.find('consultation', second)?.deleted).toBe(true);
    expect(one.records.all('consultation').map(({ id }) => id)).toEqual([first]);
    expect(one.records.all('organization').map(({ id }) => id)).toEqual([ministry]);
    expect(one.records.all('person').map(({ id }) => id)).toEqual([expert]);
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([first, ministry, expert]));
  });

  it('leaves whom a record that was logged since refers to, and whom that one does', () => {
    const { laptop, ministry, expert } = centerLaptop();
    laptop.edit('person', expert, { organization: ministry });
    const one = replica('headquarters', 2);
    one.import(documentToGrid(laptop.export()));
    const batch = lastOf(one);
    one.create('consultation', { center: bulgaria, date: '2026-11-20', topic: 'New', experts: [expert] });
    one.undo(batch);
    expect(one.records.all('person').map(({ id }) => id)).toEqual([expert]);
    expect(one.records.all('organization').map(({ id }) => id)).toEqual([ministry]);
    expect(one.records.all('consultation')).toHaveLength(1);
  });

  it('takes everything else back, and redoing brings all of it again', () => {
    const { one, batch, first } = office();
    one.edit('consultation', first, { topic: 'Data law' });
    const consultations = () =>
      new Map(one.records.all('consultation').map(({ id, values }) => [id, values]));
    const before = consultations();
    one.undo(one.undo(batch));
    expect(consultations()).toEqual(before);
  });

  it('lets a record that it only brought back go again from those who referred to it before', () => {
    const { one, expert } = office();
    const other = one.create('person', { name: { en: 'Second Expert' } });
    const visit = { center: bulgaria, date: '2026-11-20', topic: 'New' };
    one.delete('person', other);
    const deletion = lastOf(one);
    // Written by somebody who had not seen the deletion yet.
    one.create('consultation', { ...visit, experts: [other] });
    const back = one.undo(deletion);
    const gone = one.undo(back);
    expect(one.records.all('person').map(({ id }) => id)).toEqual([expert]);
    // Who refers to it after it is back needs it.
    const again = one.undo(gone);
    one.create('consultation', { ...visit, experts: [other] });
    one.undo(again);
    expect(one.records.all('person').map(({ id }) => id)).toEqual([expert, other]);
  });

  it('goes whole where nobody edited anything since', () => {
    const { one, batch } = office();
    one.undo(batch);
    for (const type of ['organization', 'person', 'consultation']) {
      expect(one.records.all(type), type).toEqual([]);
    }
  });
});
