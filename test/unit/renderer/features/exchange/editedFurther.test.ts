import { expect, test } from 'vitest';
import { receiveActions } from '../../../../../renderer/features/exchange/receiveActions.ts';
import { createReceiveStore } from '../../../../../renderer/features/exchange/receiveStore.ts';
import { createSessionStore } from '../../../../../renderer/stores/sessionStore.ts';
import { settingsFromJson } from '../../../../../renderer/stores/settings.ts';
import { builtInChanges } from '../../../../../shared/records/builtIn.ts';
import { definitionOf } from '../../../../../shared/records/registry.ts';
import { conflictsOf } from '../../../../../shared/sync/conflicts.ts';
import type { WorkbookGrid } from '../../../../../shared/workbook/grid.ts';
import { planImports } from '../../../../../shared/workbook/planImport.ts';
import { centerLaptop } from '../../../../support/centerLaptop.ts';
import { documentToGrid, withCell } from '../../../../support/exchange.ts';
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
        files.map(({ name }) => ({ name, grid })),
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
    take: async (next: WorkbookGrid) => {
      grid = next;
      actions.change({ type: 'restarted' });
      actions.add([{ name: 'report.xlsx', bytes: new Uint8Array([1]) }]);
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
