import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import type { GridRow, WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { planImport } from '../../../../shared/workbook/planImport.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { stateFromRows, stateSheetName } from '../../../../shared/workbook/state.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/writeWorkbook.ts';
import { contentOf, documentToGrid, Replica, withRows } from '../../../support/exchange.ts';
import { livedInRecords } from '../../../support/recordGenerators.ts';

const laptopId = 'centerlaptop' as DeviceId;
const officeId = 'headquarters' as DeviceId;
const flips = Number(process.env.FIELDBOOK_FLIPS ?? 60);

const [records] = fc.sample(livedInRecords(), { seed: 20_261_126, numRuns: 1 });
const laptop = new Replica(laptopId, 1);
if (records !== undefined) laptop.records = records;
const document = laptop.export();

interface Imported {
  /** By id, all that replicas have to agree on. */
  readonly records: ReadonlyMap<string, string>;
  readonly named: boolean;
}

/** What headquarters has after the import, or why it knows that something is wrong with the file. */
function imported(grid: WorkbookGrid): Imported {
  const office = new Replica(officeId, 2);
  const plan = planImport({ name: 'report.xlsx', grid }, office.planContext());
  if (!plan.ok) return { records: new Map(), named: true };
  const { source, notes, rows } = plan.value;
  const named =
    source.origin !== 'exported' || notes.length > 0 || rows.some(({ status }) => status === 'rejected');
  office.import(grid);
  const records = contentOf(office.records, recordTypes).map((one) => [one.id, JSON.stringify(one)] as const);
  return { records: new Map(records), named };
}

const sound = imported(documentToGrid(document));

/** Records that arrived otherwise than they were sent although the preview says that nothing was changed. */
function silentlyChanged({ records: arrived, named }: Imported): readonly string[] {
  return named ? [] : [...arrived].filter(([id, one]) => sound.records.get(id) !== one).map(([, one]) => one);
}

/** Nothing when the file was refused, read as it was, or its change is named. */
async function silentDifference(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readWorkbook(bytes, 'report.xlsx');
  return read.ok ? silentlyChanged(imported(read.value)) : [];
}

async function soundBytes(): Promise<Uint8Array> {
  const written = await writeWorkbook(document);
  if (!written.ok) throw new Error(written.error.detail);
  return written.value;
}

/** The same places every time, all over the file. */
function flipped(bytes: Uint8Array, round: number): Uint8Array {
  const place = Math.imul(round + 1, 0x9e3779b1) >>> 0;
  const copy = bytes.slice();
  const at = place % bytes.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << ((place >>> 13) % 8));
  return copy;
}

describe('a workbook of which one bit was flipped', () => {
  it('is refused, read as it was, or named as changed', { timeout: 600_000 }, async () => {
    const bytes = await soundBytes();
    expect(await silentDifference(bytes)).toEqual([]);
    expect(sound.named).toBe(false);
    let refused = 0;
    for (let round = 0; round < flips; round++) {
      const changed = flipped(bytes, round);
      expect({ round, silent: await silentDifference(changed) }).toEqual({ round, silent: [] });
      if (!(await readWorkbook(changed, 'report.xlsx')).ok) refused += 1;
    }
    // Almost all of a zip archive is under its checksums.
    expect(refused).toBeGreaterThan(flips * 0.8);
  });

  it('near the ends of its entries and in its directory is no different', { timeout: 600_000 }, async () => {
    const bytes = await soundBytes();
    const directory = Math.max(0, bytes.length - 2500);
    for (let round = 0; round < flips; round++) {
      const changed = bytes.slice();
      const at = directory + ((round * 41) % (bytes.length - directory));
      changed[at] = (changed[at] ?? 0) ^ (1 << (round % 8));
      expect({ at, silent: await silentDifference(changed) }).toEqual({ at, silent: [] });
    }
  });

  it('before it was packed, so that every checksum fits, is no different', { timeout: 600_000 }, async () => {
    const parts = unzipSync(await soundBytes());
    const names = Object.keys(parts).filter((name) => /sheet|shared|workbook|styles/i.test(name));
    for (let round = 0; round < flips; round++) {
      const name = names[round % names.length] ?? '';
      const part = parts[name] ?? new Uint8Array();
      const bytes = zipSync({ ...parts, [name]: flipped(part, round) }, { level: 1 });
      expect({ round, name, silent: await silentDifference(bytes) }).toEqual({ round, name, silent: [] });
    }
  });
});

describe('the hidden state', () => {
  const grid = documentToGrid(document);
  const rows = grid.sheets.find(({ name }) => name === stateSheetName)?.rows ?? [];
  const texts = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (typeof cell === 'string' ? [{ row, column, length: cell.length }] : [])),
  );
  const withState = (change: (rows: readonly GridRow[]) => readonly GridRow[]): WorkbookGrid =>
    withRows(grid, stateSheetName, change);

  const stateOf = ({ sheets }: WorkbookGrid) =>
    stateFromRows(sheets.find(({ name }) => name === stateSheetName)?.rows ?? []);
  const isSameState = (changed: WorkbookGrid): boolean =>
    JSON.stringify(stateOf(changed)) === JSON.stringify(stateOf(grid));

  it('is known to be changed wherever one letter of it was', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('0', '1', 'a', 'z', ' ', '"', ','),
        (pick, at, letter) => {
          // The head is one cell among many, and says the most.
          const place =
            pick % 3 === 0
              ? texts.find(({ row, column }) => row === 0 && column > 0)
              : texts[pick % texts.length];
          if (place === undefined) return;
          const changed = withState((all) =>
            all.map((cells, row) => {
              const text = cells[place.column];
              if (row !== place.row || typeof text !== 'string') return cells;
              const index = at % place.length;
              return cells.with(place.column, text.slice(0, index) + letter + text.slice(index + 1));
            }),
          );
          // A mark at either end of a part of the text is no part of the text.
          expect(isSameState(changed) || imported(changed).named).toBe(true);
        },
      ),
      { numRuns: flips * 5 },
    );
  });

  it.each<[string, (rows: readonly GridRow[]) => readonly GridRow[]]>([
    ['a row is missing', (all) => all.filter((_, index) => index !== 3)],
    ['two rows changed places', (all) => [...all.slice(0, 2), ...all.slice(2).reverse()]],
    ['a row stands twice', (all) => [...all, ...all.slice(-1)]],
    [
      'its format is a number that none ever had',
      (all) => all.map((row, index) => (index === 0 ? row.with(1, 0.5) : row)),
    ],
    ['its format is a text', (all) => all.map((row, index) => (index === 0 ? row.with(1, '1') : row))],
  ])('is known to be changed when %s', (_, change) => {
    expect(imported(withState(change)).named).toBe(true);
  });
});

describe('headers of two columns that changed places above untouched cells', () => {
  it('do not let one column be taken for the other in silence', () => {
    const writer = new Replica(laptopId, 1);
    const client = writer.create('organization', { name: { en: 'M' }, type: 'ministry', country: 'BG' });
    const id = writer.create('consultation', {
      date: '2026-11-02',
      client,
      topic: 'Topic',
      question: 'The question',
      advice: 'The advice',
    });
    const grid = documentToGrid(writer.export());
    const swapped = withRows(grid, 'Consultations', ([header = [], ...rest]) => {
      const [one, two] = [header.indexOf('Question'), header.indexOf('Advice')];
      return [header.with(one, 'Advice').with(two, 'Question'), ...rest];
    });
    const office = new Replica(officeId, 2);
    const plan = office.import(swapped);
    const { question, advice } = office.values('consultation', id);
    const isSilent = plan.source.origin === 'exported' && plan.notes.length === 0;
    expect(isSilent && question !== 'The question' ? { question, advice } : 'named').toBe('named');
  });
});
