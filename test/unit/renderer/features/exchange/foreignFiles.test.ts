import { describe, expect, it } from 'vitest';
import {
  type FilePlan,
  noImport,
  type ReceiveEvent,
  type ReceiveState,
  receiveReducer,
} from '../../../../../renderer/features/exchange/receiveState.ts';
import {
  type ExchangeListener,
  type FilePlanned,
  runExchangeJob,
} from '../../../../../renderer/workers/exchangeJob.ts';
import type { RecordId } from '../../../../../shared/core/ids.ts';
import { err, ok } from '../../../../../shared/core/result.ts';
import { fileError } from '../../../../../shared/messages/fileErrors.ts';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import type { Fill, RowDecision, WorkbookMapping } from '../../../../../shared/workbook/foreign/mapping.ts';
import { remember } from '../../../../../shared/workbook/foreign/remembered.ts';
import { startSheet } from '../../../../../shared/workbook/foreign/startMapping.ts';
import { knowledgeOf, ownTable, suggestedMapping } from '../../../../support/foreignLogs.ts';
import { replicaWithNames } from '../../../../support/foreignReplicas.ts';
import { rowsXml, xlsxOf } from '../../../../support/workbookFiles.ts';
import { handMadePlan, receivedFile } from './handMadePlan.ts';

const grid = ownTable(
  [
    ['Name', 'Type', 'Country'],
    ['Agency of Tests', 'Agency', 'BG'],
  ],
  'Organizations',
);
const mapping = suggestedMapping(grid);
const asking = (key: string): FilePlan => ({
  file: receivedFile(key, `${key}.xlsx`),
  result: err(fileError('MAPPING_NEEDED', '', { name: `${key}.xlsx` })),
  foreign: { grid, mapping: null, recalled: false },
});
const mapped = (key: string, own: WorkbookMapping): FilePlan => ({
  file: { ...receivedFile(key, `${key}.xlsx`), mapping: own },
  result: ok(handMadePlan()),
  foreign: { grid, mapping: own, recalled: false },
});
const [a, b] = [asking('a'), asking('b')];

const stateAfter = (...events: readonly ReceiveEvent[]): ReceiveState =>
  events.reduce(receiveReducer, noImport);
const chosen: ReceiveEvent = { type: 'filesAdded', files: [a.file, b.file] };
const planned: ReceiveEvent = { type: 'planned', run: 1, plans: [a, b] };

describe('files whose columns have to be matched', () => {
  it('ask one after the other, and are read when all are answered', () => {
    expect(stateAfter(chosen, planned)).toMatchObject({ step: 'mapping', fileKey: 'a' });
    const first: ReceiveEvent = { type: 'mappingConfirmed', key: 'a', mapping };
    expect(stateAfter(chosen, planned, first)).toMatchObject({ step: 'mapping', fileKey: 'b' });
    const state = stateAfter(chosen, planned, first, { type: 'mappingConfirmed', key: 'b', mapping });
    expect(state).toMatchObject({ step: 'reading', run: 2, files: [{ mapping }, { mapping }] });
  });

  it('can be put aside and taken up again from the preview', () => {
    const aside = stateAfter(
      chosen,
      planned,
      { type: 'filePutAside', key: 'a' },
      { type: 'mappingConfirmed', key: 'b', mapping },
      { type: 'planned', run: 2, plans: [{ ...a, file: { ...a.file, aside: true } }, mapped('b', mapping)] },
    );
    expect(aside).toMatchObject({ step: 'preview', files: [{ aside: true }, { mapping }] });
    const reopened = receiveReducer(aside, { type: 'mappingReopened', key: 'a' });
    expect(reopened).toMatchObject({ step: 'mapping', fileKey: 'a' });
    expect(receiveReducer(reopened, { type: 'mappingConfirmed', key: 'a', mapping })).toMatchObject({
      step: 'reading',
      files: [{ aside: false, mapping }, { mapping }],
    });
  });

  it('keep the preview in sight while a row of it is decided, and with it what it shows', () => {
    const preview = stateAfter(
      { type: 'filesAdded', files: [a.file] },
      { type: 'planned', run: 1, plans: [mapped('a', mapping)] },
    );
    const decision = { sheet: 'Organizations', row: 2, becomes: 'nothing' } as const;
    const decided = receiveReducer(preview, {
      type: 'rowDecided',
      key: 'a',
      sheet: 'Organizations',
      row: 2,
      decision,
    });
    expect(decided).toMatchObject({
      step: 'reading',
      behind: { step: 'preview' },
      files: [{ mapping: { rows: [decision] } }],
    });
    const own = { ...mapping, rows: [decision] };
    const again = receiveReducer(decided, { type: 'planned', run: 2, plans: [mapped('a', own)] });
    expect(again).toMatchObject({ step: 'preview', run: 2, opened: 1 });
    const undone = receiveReducer(again, {
      type: 'rowDecided',
      key: 'a',
      sheet: 'Organizations',
      row: 2,
      decision: null,
    });
    expect(undone).toMatchObject({ files: [{ mapping: { rows: [] } }] });
  });
});

describe('a row that is decided while the preview is made again', () => {
  const preview = stateAfter(
    { type: 'filesAdded', files: [a.file, b.file] },
    { type: 'planned', run: 1, plans: [mapped('a', mapping), mapped('b', mapping)] },
  );
  const out = (row: number): RowDecision => ({ sheet: 'Organizations', row, becomes: 'nothing' });
  const decide = (key: string, row: number, decision: RowDecision | null = out(row)): ReceiveEvent => ({
    type: 'rowDecided',
    key,
    sheet: 'Organizations',
    row,
    decision,
  });
  const afterDecisions = (...events: readonly ReceiveEvent[]) => events.reduce(receiveReducer, preview);

  it('counts beside the ones before it, in every file', () => {
    const state = afterDecisions(decide('a', 2), decide('a', 3), decide('b', 4), decide('a', 2, null));
    expect(state).toMatchObject({
      step: 'reading',
      run: 5,
      files: [{ mapping: { rows: [out(3)] } }, { mapping: { rows: [out(4)] } }],
      behind: {
        step: 'preview',
        opened: 1,
        plans: [{ foreign: { mapping: { rows: [out(3)] } } }, { foreign: { mapping: { rows: [out(4)] } } }],
      },
    });
  });

  it('counts for a workbook of Fieldbook’s own as well, which has no columns to be matched', () => {
    const { foreign: _, ...own } = mapped('a', mapping);
    const { mapping: __, ...file } = own.file;
    const shown = stateAfter(
      { type: 'filesAdded', files: [file] },
      { type: 'planned', run: 1, plans: [{ ...own, file }] },
    );
    const state = [decide('a', 2), decide('a', 3)].reduce(receiveReducer, shown);
    expect(state).toMatchObject({
      step: 'reading',
      files: [{ mapping: { sheets: [], rows: [out(2), out(3)] } }],
      behind: { plans: [{ file: { mapping: { rows: [out(2), out(3)] } } }] },
    });
  });

  it('makes what was being planned without it old', () => {
    const plans = [mapped('a', { ...mapping, rows: [out(2)] }), mapped('b', mapping)];
    const state = receiveReducer(afterDecisions(decide('a', 2), decide('a', 3)), {
      type: 'planned',
      run: 2,
      plans,
    });
    expect(state).toMatchObject({ step: 'reading', run: 3 });
    const both = [mapped('a', { ...mapping, rows: [out(2), out(3)] }), mapped('b', mapping)];
    expect(receiveReducer(state, { type: 'planned', run: 3, plans: both })).toMatchObject({
      step: 'preview',
      opened: 1,
    });
  });
});

describe('the worker', () => {
  const table = (...rows: readonly (readonly string[])[]) =>
    xlsxOf({ name: 'Organizations', rows: rowsXml([['Name', 'Type', 'Country'], ...rows]) });
  const plan = async (
    file: { readonly aside?: boolean; readonly bytes?: Uint8Array },
    remembered = {},
    defaultCenterId: RecordId | null = null,
  ) => {
    const { records, ...options } = replicaWithNames().planContext();
    const files = [
      { name: 'a.xlsx', bytes: table(['Agency of Tests', 'Agency', 'BG']), password: null, ...file },
    ];
    const job = {
      kind: 'plan',
      files,
      options: { ...options, remembered, defaultCenterId },
      records: records.all('center'),
    } as const;
    const plans: FilePlanned[] = [];
    const tell: ExchangeListener = { step: () => undefined, planned: (_, one) => plans.push(one) };
    const hostReading = () => Promise.reject(new Error('the file has its bytes'));
    await runExchangeJob(job, { tell, hostReading });
    return plans[0];
  };

  it('asks for the mapping of a foreign table, and plans it without asking once its headers are known', async () => {
    expect(await plan({})).toMatchObject({
      ok: false,
      error: { code: 'MAPPING_NEEDED' },
      foreign: { mapping: null },
    });
    const known = await plan({}, remember({}, grid, mapping, null));
    expect(known).toMatchObject({ ok: true, value: { counts: { added: 1 } }, foreign: { recalled: true } });
  });

  const withFill = (fill: Fill): WorkbookMapping => ({
    ...mapping,
    sheets: mapping.sheets.map((sheet) => ({ ...sheet, fills: [...sheet.fills, fill] })),
  });

  it('asks again where a text stands for all rows of the file before, and begins with it', async () => {
    const typed = withFill({ address: 'name/ko', from: 'text', text: '시험 기관' });
    expect(await plan({}, remember({}, grid, typed, null))).toMatchObject({
      ok: false,
      error: { code: 'MAPPING_NEEDED' },
      foreign: { mapping: null, recalled: false },
    });
    const [sheet = expect.fail('no sheet')] = grid.sheets;
    expect(
      startSheet(sheet, knowledgeOf(), remember({}, grid, typed, null), null).mapping.fills,
    ).toMatchObject([{ address: 'name/ko', text: '시험 기관' }]);
  });

  describe('with rows that name no center', () => {
    const [bulgaria, vietnam] = [builtInCenterId('BG10'), builtInCenterId('VN06')];
    const events = ownTable(
      [
        ['Title', 'Kind', 'Date', 'Role'],
        ['Forum of Tests', 'Forum', '2019-03-25', 'Host'],
      ],
      'Events',
    );
    const bytes = xlsxOf({
      name: 'Events',
      rows: rowsXml([
        ['Title', 'Kind', 'Date', 'Role'],
        ['Forum of Tests', 'Forum', '2019-03-26', 'Host'],
      ]),
    });
    const ofCenter = (center: RecordId): WorkbookMapping => ({
      names: [],
      rows: [],
      sheets: events.sheets.map((sheet) => startSheet(sheet, knowledgeOf(), {}, center).mapping),
    });
    const centersOf = (one: FilePlanned | undefined) =>
      one?.ok === true ? one.value.changes.filter(({ path }) => path === 'center') : one;

    it('takes them for the center that it works for now', async () => {
      const remembered = remember({}, events, ofCenter(bulgaria), bulgaria);
      expect(centersOf(await plan({ bytes }, remembered, bulgaria))).toMatchObject([{ after: bulgaria }]);
      expect(centersOf(await plan({ bytes }, remembered, vietnam))).toMatchObject([{ after: vietnam }]);
      // Headquarters works for none.
      expect(await plan({ bytes }, remembered, null)).toMatchObject({ error: { code: 'MAPPING_NEEDED' } });
    });

    it('asks again for a center that a person entered', async () => {
      const entered = remember({}, events, ofCenter(vietnam), bulgaria);
      expect(await plan({ bytes }, entered, bulgaria)).toMatchObject({ error: { code: 'MAPPING_NEEDED' } });
      expect(await plan({ bytes }, entered, null)).toMatchObject({ error: { code: 'MAPPING_NEEDED' } });
    });
  });

  it('leaves a file that was put aside alone, whatever is known of its headers', async () => {
    expect(await plan({ aside: true }, remember({}, grid, mapping, null))).toMatchObject({
      ok: false,
      error: { code: 'MAPPING_NEEDED' },
    });
  });
});
