import { expect, test } from 'vitest';
import { receiveActions } from '../../../../../renderer/features/exchange/receiveActions.ts';
import { createReceiveStore } from '../../../../../renderer/features/exchange/receiveStore.ts';
import { createSessionStore } from '../../../../../renderer/stores/sessionStore.ts';
import { settingsFromJson } from '../../../../../renderer/stores/settings.ts';
import { builtInChanges } from '../../../../../shared/records/builtIn.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { conflictsOf } from '../../../../../shared/sync/conflicts.ts';
import { planUpdate } from '../../../../../shared/sync/planEdit.ts';
import type { RowDecision } from '../../../../../shared/workbook/foreign/mapping.ts';
import type { Twin } from '../../../../../shared/workbook/foreign/twins.ts';
import type { GridCell, WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import type { ImportPlan } from '../../../../../shared/workbook/importPlan.ts';
import { planImports } from '../../../../../shared/workbook/planImport.ts';
import { centerLaptop } from '../../../../support/centerLaptop.ts';
import { documentToGrid, withCell, withRows } from '../../../../support/exchange.ts';
import { Laptop, random, saved } from '../../storage/laptop.ts';

/** A laptop that receives grids as if they were files, with the real store and the real planning. */
async function receiver() {
  const laptop = new Laptop();
  const { host, clock } = laptop;
  const store = await laptop.open();
  await saved(store, { kind: 'setup', by: 'Kim', plan: () => builtInChanges() });
  const settings = settingsFromJson({}, 'en');
  const session = createSessionStore(host.settings, { ...settings, workspace: { kind: 'headquarters' } });
  const receive = createReceiveStore();
  let grid: WorkbookGrid = { kind: 'xlsx', dateSystem: '1900', sheets: [] };
  const actions = receiveActions({
    receive,
    store,
    services: { clock, random, session, host },
    language: 'en',
    unpack: async () => null,
    planFiles: async (records, files, options) =>
      planImports(
        files.map(({ name, mapping }) => (mapping === undefined ? { name, grid } : { name, grid, mapping })),
        { ...options, records },
      ),
  });
  const stepReached = (step: string) =>
    new Promise<void>((done) => {
      const look = (): void => {
        if (receive.getState().step === step) done();
        else setTimeout(look, 5);
      };
      look();
    });
  return {
    store,
    /** `decide`: what becomes of rows that the preview shows. */
    take: async (next: WorkbookGrid, decide: (plan: ImportPlan) => readonly RowDecision[] = () => []) => {
      grid = next;
      actions.change({ type: 'restarted' });
      actions.add([{ name: 'report.xlsx', bytes: new Uint8Array([1]) }]);
      await stepReached('preview');
      const state = receive.getState();
      const shown = state.step === 'preview' ? state.plans : [];
      for (const { file, result } of shown) {
        for (const decision of result.ok ? decide(result.value) : []) {
          const { sheet, row } = decision;
          actions.change({ type: 'rowDecided', key: file.key, sheet, row, decision });
        }
      }
      await stepReached('preview');
      await actions.commit();
      await stepReached('done');
    },
  };
}

const by = (grid: WorkbookGrid, name: string, at: number): WorkbookGrid => ({
  ...grid,
  saved: { by: name, at },
});

test.each([
  ['the same person', 'Kim Minji', 'Second', 0],
  ['somebody else', 'Lee Seoyeon', 'Second', 1],
])('a copy that %s saved again is known by the imports in the journal', async (_, name, topic, conflicts) => {
  const { laptop, first } = centerLaptop();
  const exported = documentToGrid(laptop.export());
  const { store, take } = await receiver();
  await take(by(withCell(exported, 'Consultations', 0, 'Topic', 'First'), 'Kim Minji', 1000));
  await take(by(withCell(exported, 'Consultations', 0, 'Topic', topic), name, 2000));
  const record = store.records.find('consultation', first);
  expect(record === null ? [] : conflictsOf(definitionOf('consultation'), record)).toHaveLength(conflicts);
  if (conflicts === 0) expect(record?.values.topic).toBe('Second');
});

/** The consultations with one more row, which is the fourth of the sheet. */
function withNewRow(grid: WorkbookGrid, cells: Readonly<Record<string, GridCell>>): WorkbookGrid {
  return withRows(grid, 'Consultations', ([header = [], first = [], ...rows]) => {
    const typed = new Map([...Object.entries(cells), ['ID', null] as const]);
    const added = first.map((cell, index) => {
      const own = typed.get(String(header[index]));
      return own === undefined ? cell : own;
    });
    return [header, first, ...rows, added];
  });
}

test('a new row that goes on is compared with what the journal says that it said before', async () => {
  const { laptop } = centerLaptop();
  const exported = documentToGrid(laptop.export());
  const { store, take } = await receiver();
  await take(by(withNewRow(exported, { Topic: 'Registers', Hours: 2 }), 'Kim Minji', 1000));
  const brought = store.records.all('consultation').find(({ values }) => values.topic === 'Registers');
  if (brought === undefined) throw new Error('the row was taken in');
  await saved(store, {
    kind: 'edit',
    by: 'Kim',
    plan: (records) => {
      const record = records.find('consultation', brought.id);
      if (record === null) return [];
      const values = { ...record.values, hours: 7 };
      return planUpdate(definitionOf('consultation'), record, values, () => store.issueStamp());
    },
  });
  let offered: Twin | undefined;
  const again = by(withNewRow(exported, { Topic: 'Registers of land', Hours: 2 }), 'Lee Seoyeon', 2000);
  await take(again, (plan) => {
    offered = plan.rows.find(({ row, type }) => type === 'consultation' && row === 4)?.twin;
    return [{ sheet: 'Consultations', row: 4, becomes: 'record', id: brought.id }];
  });
  expect(offered?.savers).toEqual({ earlier: 'Kim Minji', now: 'Lee Seoyeon' });
  const record = store.records.find('consultation', brought.id);
  expect(record?.values).toMatchObject({ topic: 'Registers of land', hours: 7 });
  expect(record === null ? [] : conflictsOf(definitionOf('consultation'), record)).toEqual([]);
});
