import { describe, expect, it } from 'vitest';
import { mappingFromJson, mappingToJson } from '../../../../../shared/workbook/foreign/mappingJson.ts';
import {
  forget,
  recallWorkbook,
  remember,
  rememberedFromJson,
  rememberedToJson,
} from '../../../../../shared/workbook/foreign/remembered.ts';
import { ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';

const header = ['Date', 'Client', 'Topic', 'Advice', 'Odd'];
const first = ownTable([header, ['03/04/2019', 'A', 'Cloud', 'x', 'y']], 'Consulting');
const decided = {
  ...suggestedMapping(first),
  sheets: suggestedMapping(first).sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => ({
      ...column,
      address: column.header === 'Odd' ? 'nextAction' : column.address,
      dateOrder: column.address === 'date' ? ('dmy' as const) : null,
    })),
    fills: [{ address: 'mode', from: 'text' as const, text: 'visit' }],
    included: [7],
  })),
};

describe('a mapping that is remembered', () => {
  const remembered = remember({}, first, decided, null);

  it('reads the next workbook with those headers, in any order, below any title, under any sheet name', () => {
    const next = ownTable(
      [['2020'], [], ['Odd', 'Topic', 'Advice', 'Date', 'Client'], ['z', 'Data', 'y', '05/06/2020', 'B']],
      'Tabelle1',
    );
    const [sheet] = recallWorkbook(next, remembered, null)?.sheets ?? [];
    expect(sheet).toMatchObject({ sheet: 'Tabelle1', type: 'consultation', headerRow: 2, included: [] });
    expect(sheet?.columns.find((column) => column.header === 'Odd')?.address).toBe('nextAction');
    expect(sheet?.columns.find((column) => column.header === 'Date')?.dateOrder).toBe('dmy');
    expect(sheet?.fills).toEqual([{ address: 'mode', from: 'text', text: 'visit' }]);
  });

  it('gives way to the order that the new values prove', () => {
    const next = ownTable([header, ['04/23/2020', 'A', 'Data', 'x', 'y']], 'Consulting');
    const [sheet] = recallWorkbook(next, remembered, null)?.sheets ?? [];
    expect(sheet?.columns[0]?.dateOrder).toBe('mdy');
  });

  it('says nothing of other headers, nor once it is forgotten', () => {
    const other = ownTable(
      [
        [...header, 'More'],
        ['03/04/2019', 'A', 'x', 'y', 'z', '1'],
      ],
      'Consulting',
    );
    expect(recallWorkbook(other, remembered, null)).toBeNull();
    const [fingerprint = ''] = Object.keys(remembered);
    expect(recallWorkbook(first, forget(remembered, fingerprint), null)).toBeNull();
  });

  it('survives the settings file; what was damaged there is asked again', () => {
    expect(rememberedFromJson(JSON.parse(JSON.stringify(rememberedToJson(remembered))))).toEqual(remembered);
    expect(rememberedFromJson({ abc: { mapping: { sheet: 1 } }, def: 3 })).toEqual({});
  });
});

describe('a mapping file', () => {
  it('gives the mapping back', () => {
    const read = mappingFromJson(JSON.parse(JSON.stringify(mappingToJson(decided))));
    expect(read).toEqual({ ok: true, value: decided });
  });

  it('names the part that does not fit', () => {
    const json = {
      ...mappingToJson(decided),
      rows: [{ sheet: 'x', row: 3, becomes: 'record', id: 'no id' }],
    };
    expect(mappingFromJson(json)).toEqual({ ok: false, error: { part: 'rows[0]' } });
  });
});
