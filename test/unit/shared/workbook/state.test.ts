import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import { stateFromRows, stateSheetName } from '../../../../shared/workbook/state.ts';
import type { StateRow } from '../../../../shared/workbook/stateRows.ts';
import { Replica } from '../../../support/exchange.ts';

/** The state of a workbook with a live, an edited and a deleted record. */
function stateSheetRows() {
  const laptop = new Replica('statelaptop1' as DeviceId, 5);
  const name = { en: 'Agency of Examples', ko: '예시청' };
  const kept = laptop.create('organization', { name, type: 'agency', country: 'BG' });
  const gone = laptop.create('organization', {
    name: { en: 'Closed Agency' },
    type: 'agency',
    country: 'BG',
  });
  laptop.edit('organization', kept, { country: 'KR' });
  laptop.delete('organization', gone);
  const sheet = laptop.export().sheets.find((one) => one.name === stateSheetName);
  if (sheet?.kind !== 'data') throw new Error('no state');
  return sheet.rows;
}

function rowsOf(isKnown?: (row: StateRow) => boolean): readonly StateRow[] {
  const state = stateFromRows(stateSheetRows(), isKnown);
  if (!state.ok) throw new Error(state.error);
  return state.value.rows;
}

const contentOf = (row: StateRow) => ({
  type: row.type,
  id: row.id,
  deleted: row.deleted,
  deletedSeeing: row.deletedSeeing,
  stamps: row.stamps,
  knows: row.knows,
  siblings: row.siblings,
  resolved: row.resolved,
  hashes: row.hashes,
  values: row.values,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
  sample: row.sample,
});

describe('a state row of which nothing is new', () => {
  it('says all that it says otherwise, when somebody asks', () => {
    const whole = rowsOf();
    const known = rowsOf((row) => !row.deleted);
    expect(whole.map(({ deleted }) => deleted)).toContain(false);
    expect(known.map(({ isKnown }) => isKnown === true)).toEqual(whole.map(({ deleted }) => !deleted));
    expect(known.map(contentOf)).toEqual(whole.map(contentOf));
  });
});

describe('a state sheet', () => {
  it('is damaged when a line of a known row was changed', () => {
    const rows = stateSheetRows().map((row) =>
      row.map((cell) =>
        typeof cell === 'string' ? cell.replace('"BG"', '"KR"').replace('Closed', 'Open') : cell,
      ),
    );
    expect(stateFromRows(rows, () => true)).toEqual({ ok: false, error: 'DAMAGED' });
  });
});
