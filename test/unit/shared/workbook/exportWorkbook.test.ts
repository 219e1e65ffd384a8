import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { foldText } from '../../../../shared/core/text.ts';
import { builtInCenterId } from '../../../../shared/records/builtIn.ts';
import { definitionOf, recordTypes } from '../../../../shared/records/registry.ts';
import { countExport } from '../../../../shared/workbook/exportWorkbook.ts';
import type { GridRow, WorkbookDocument } from '../../../../shared/workbook/grid.ts';
import { isOwnSheet } from '../../../../shared/workbook/incomingRows.ts';
import { sheetName } from '../../../../shared/workbook/recordSheet.ts';
import { stateFromRows, stateSheetName } from '../../../../shared/workbook/state.ts';
import { bytesOf, centerReplica } from '../../../support/batch.ts';
import { contentOf, documentToGrid } from '../../../support/exchange.ts';

const bulgaria = builtInCenterId('BG10');
const peru = builtInCenterId('PE17');
const april = { kind: 'period', from: '2026-04-01', to: '2026-04-30' } as const;

function rowsOf(document: WorkbookDocument, name: string): readonly GridRow[] {
  const sheet = document.sheets.find((one) => one.name === name);
  if (sheet === undefined || sheet.kind === 'page') throw new Error(`no table ${name}`);
  return sheet.rows;
}

function stateOf(document: WorkbookDocument) {
  const state = stateFromRows(rowsOf(document, stateSheetName));
  if (!state.ok) throw new Error(state.error);
  return state.value;
}

const contactSpec = definitionOf('person').spec('email');

describe('the sheets of the record types', () => {
  it.each(['en', 'ko'] as const)('have names of their own (%s)', (language) => {
    const names = recordTypes.map((type) => sheetName(definitionOf(type), language));
    expect(new Set(names.map(foldText)).size).toBe(names.length);
    expect(names.filter(isOwnSheet)).toEqual([]);
  });
});

describe('a redacted export', () => {
  it('has no personal value, header, hash or stamp in any sheet, the hidden ones included', () => {
    expect(contactSpec?.sensitivity).toBe('personal');
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    const document = laptop.export({ redact: true });
    const everything = JSON.stringify(document);
    expect(JSON.stringify(laptop.export())).toContain('expert@BG10.example');
    expect(everything).not.toContain('expert@BG10.example');
    expect(everything).not.toContain('Test Person');
    const personal = definitionOf('person').fieldKeys.filter(
      (key) => definitionOf('person').spec(key)?.sensitivity === 'personal',
    );
    for (const { stamps, values } of stateOf(document).rows.filter(({ type }) => type === 'person')) {
      for (const key of personal) {
        expect(Object.keys(stamps).filter((path) => path.split('/')[0] === key)).toEqual([]);
        expect(values).not.toHaveProperty(key);
      }
    }
  });

  it('does not erase at the reader what it leaves out', () => {
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    const before = contentOf(laptop.records, recordTypes);
    const plan = laptop.import(documentToGrid(laptop.export({ redact: true })), { blankClears: true });
    expect(plan.changes).toEqual([]);
    expect(contentOf(laptop.records, recordTypes)).toEqual(before);
  });
});

describe('an export of a period', () => {
  it('holds what happened in it, and the organizations and people that this names', () => {
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    laptop.create('organization', { name: { en: 'Never asked' }, type: 'agency', country: 'BG' });
    const scope = { kind: 'period', from: '2026-04-01', to: '2026-04-30' } as const;
    const counts = countExport(laptop.records, { scope, centerId: bulgaria });
    expect(Object.fromEntries(counts)).toMatchObject({
      consultation: 1,
      training: 0,
      organization: 1,
      person: 1,
    });
    const document = laptop.export({ scope, centerId: bulgaria });
    expect(rowsOf(document, 'Consultations')).toHaveLength(1);
    expect(stateOf(document).header).toMatchObject({ scope: { ...scope, centerId: bulgaria }, seen: {} });
  });
});

describe('an export of one center', () => {
  it('says nothing of the records and deletions of another', () => {
    const office = centerReplica('headquarters', 'BG10', 1);
    office.import(documentToGrid(centerReplica('limalaptop00', 'PE17', 2).export()));
    const [gone] = office.records.all('consultation').filter(({ centerId }) => centerId === peru);
    if (gone === undefined) throw new Error('no consultation');
    office.delete('consultation', gone.id);
    const document = office.export({ centerId: bulgaria });
    expect(rowsOf(document, 'Consultations')).toHaveLength(2);
    expect(stateOf(document).rows.map(({ id }) => id)).not.toContain(gone.id);
    expect(stateOf(office.export()).rows.map(({ id }) => id)).toContain(gone.id);
  });
});

describe('an export', () => {
  it('claims what it has seen only when it holds everything', () => {
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    const seen = { centerlaptop: laptop.issue() };
    expect(stateOf(laptop.export({ seen })).header.seen).toEqual(seen);
    for (const part of [{ centerId: bulgaria }, { redact: true }, { template: true }]) {
      expect(stateOf(laptop.export({ seen, ...part })).header.seen).toEqual({});
    }
  });

  it('is the same bytes for the same records and options', async () => {
    const options = {
      workbookId: 'one',
      exportStamp: centerReplica('centerlaptop', 'BG10', 1).issue(),
      at: 1_790_000_000_000,
    };
    const [one, two] = [1, 1].map((seed) => centerReplica('centerlaptop', 'BG10', seed).export(options));
    if (one === undefined || two === undefined) throw new Error('nothing exported');
    // By hash: comparing long arrays element by element takes seconds.
    expect(sha256Hex(await bytesOf(one))).toBe(sha256Hex(await bytesOf(two)));
  });

  it('has a sheet for each record type of which there are records, and no empty one', () => {
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    const names = laptop.export().sheets.map(({ name }) => name);
    const expected = recordTypes.filter((type) => laptop.records.all(type).length > 0);
    expect(expected.length).toBeLessThan(recordTypes.length);
    expect(recordTypes.filter((type) => names.includes(sheetName(definitionOf(type), 'en')))).toEqual(
      expected,
    );
  });

  it('carries the deletion of the last record of a type, although its sheet is gone', () => {
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    const office = centerReplica('headquarters', 'BG10', 2);
    office.import(documentToGrid(laptop.export()));
    for (const { id } of laptop.records.all('consultation')) laptop.delete('consultation', id);
    const document = laptop.export();
    expect(document.sheets.map(({ name }) => name)).not.toContain('Consultations');
    office.import(documentToGrid(document));
    const gone = laptop.records.deleted('consultation').map(({ id }) => id);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.filter((id) => office.records.find('consultation', id)?.deleted !== true)).toEqual([]);
  });
});

describe('a template', () => {
  it('has a sheet for every record type in either language, none of them named alike', () => {
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    for (const language of ['en', 'ko'] as const) {
      const names = laptop.export({ language, template: true }).sheets.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const type of recordTypes) expect(names).toContain(sheetName(definitionOf(type), language));
    }
  });

  it('has the centers for its lists and no record of the log', () => {
    const document = centerReplica('centerlaptop', 'BG10', 1).export({ template: true });
    expect(rowsOf(document, 'Centers')).toHaveLength(6);
    for (const name of ['Consultations', 'Organizations', 'People', 'Trainings']) {
      expect(rowsOf(document, name)).toEqual([]);
    }
  });
});

describe('what belongs to a record', () => {
  const files = (laptop: ReturnType<typeof centerReplica>) =>
    ['minutes.pdf', 'photo.jpg'].map((fileName) =>
      laptop.create('evidence', { center: bulgaria, fileName, kind: 'photo', sensitivity: 'internal' }),
    );

  it('travels with it: its evidence, and nothing of another period', () => {
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    const [named = null] = files(laptop);
    if (named === null) throw new Error('no evidence');
    laptop.create('event', { center: bulgaria, date: '2026-04-05', evidenceFiles: [named] });
    const document = laptop.export({ scope: april, centerId: bulgaria });
    expect(rowsOf(document, 'Evidence').map((row) => row.at(-1))).toEqual([named]);
    const events = document.sheets.find(({ name }) => name === 'Events');
    if (events?.kind !== 'table') throw new Error('no events');
    const column = events.header.findIndex(({ text }) => text === 'Evidence files');
    expect(events.rows[0]?.[column]).toBe('minutes.pdf');
    expect(events.columns[column]?.dropDown).toHaveProperty('range');
  });

  it('lies in the period of its whole, which needs no day of the part', () => {
    const laptop = centerReplica('centerlaptop', 'BG10', 1);
    const [inApril = null, inMay = null] = ['2026-04-10', '2026-05-10'].map((date) =>
      laptop.create('meeting', { center: bulgaria, kind: 'committee', date }),
    );
    if (inApril === null || inMay === null) throw new Error('no meeting');
    const decided = [inApril, inMay].map((meeting) =>
      laptop.create('decision', { center: bulgaria, meeting, text: 'Begin', status: 'open' }),
    );
    const document = laptop.export({ scope: april, centerId: bulgaria });
    expect(rowsOf(document, 'Decisions').map((row) => row.at(-1))).toEqual([decided[0]]);
    expect(rowsOf(document, 'Meetings').map((row) => row.at(-1))).toEqual([inApril]);
  });
});
