/**
 * How much slower Fieldbook's exchange is than the libraries under it, on one laptop's log of consultations.
 *
 * export: exportDocument + writeWorkbook, against hucre's writeXlsx given the very sheets, cells, styles, drop-downs,
 *   tables and comments of that workbook (the very hidden state and its hashes included), made ready beforehand.
 * import: readWorkbook + planImport into a fresh replica, against SheetJS's read of the same bytes into plain rows of
 *   cells with the reader's options, and nothing done with them.
 * merge: readWorkbook + planImport + overlaySet of the export with every tenth row edited, into the replica that
 *   exported it, against the same read of those bytes.
 *
 * Medians of interleaved runs in one process. Ends with 1 when a ratio at 1,000 records is above the bar.
 *
 * sync (only when named): a whole log of 100,000 records into a replica that holds nearly all of it, see benchSync.
 */
import { parseArgs } from 'node:util';
import { writeXlsx } from 'hucre';
import { zlibInflate } from '../../electron/services/zlibInflate.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import type { WorkbookDocument } from '../../shared/workbook/grid.ts';
import { planImport } from '../../shared/workbook/planImport.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { hucreInput } from '../../shared/workbook/write/hucreWriter.ts';
import { planWorkbook, writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import type { Replica } from '../support/exchange.ts';
import { freshReplica, replicaWithConsultations } from './benchRecords.ts';
import { withCellEdits } from './cellEdits.ts';
import { readAlone } from './readAlone.ts';
import { benchSync } from './sync.ts';

const bar = 1.5;
/** The bar holds here; larger logs are measured for information. */
const barredCount = 1000;

interface Case {
  readonly name: string;
  readonly ours: () => Promise<unknown>;
  readonly alone: () => Promise<unknown>;
}

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, counts: { type: 'string' } },
});
const countsOr = (usual: string): readonly number[] => (options.counts ?? usual).split(',').map(Number);
let isSlow = false;
if (names.includes('sync')) await benchWholeLogs();
else await benchCases();
console.info(`The bar is ${bar}${isSlow ? ': NOT reached' : ''}.`);
process.exitCode = isSlow ? 1 : 0;

async function benchWholeLogs(): Promise<void> {
  for (const count of countsOr('100000'))
    isSlow ||= !(await benchSync(count, Number(options.runs ?? 3), bar));
}

async function benchCases(): Promise<void> {
  console.info('records  case     Fieldbook     library    ratio');
  for (const count of countsOr('1000,5000,20000')) {
    const runs = count > barredCount ? 3 : Number(options.runs ?? 9);
    for (const one of await casesOf(count)) {
      if (names.length > 0 && !names.includes(one.name)) continue;
      const { ours, alone } = await medians(one, runs);
      const ratio = ours / alone;
      isSlow ||= count === barredCount && ratio > bar;
      const columns = [`${ours.toFixed(0)} ms`.padStart(12), `${alone.toFixed(0)} ms`.padStart(12)];
      console.info(
        `${String(count).padStart(7)}  ${one.name.padEnd(7)}${columns.join('')}${ratio.toFixed(2).padStart(9)}`,
      );
    }
  }
}

async function casesOf(count: number): Promise<readonly Case[]> {
  const laptop = replicaWithConsultations(count);
  const document = laptop.export();
  const exported = await bytesOf(document);
  const edited = await bytesOf(withCellEdits(document, 10));
  const input = hucreInput(planWorkbook(document));
  return [
    { name: 'export', ours: () => bytesOf(laptop.export()), alone: () => writeXlsx(input) },
    {
      name: 'import',
      ours: async () => expectCount(await planOf(exported, freshReplica('benchoffice1', 2)), count),
      alone: async () => readAlone(exported),
    },
    {
      name: 'merge',
      ours: async () => {
        const plan = await planOf(edited, laptop);
        expectCount(plan, Math.ceil(count / 10));
        return overlaySet(laptop.records, plan.changes).all('consultation');
      },
      alone: async () => readAlone(edited),
    },
  ];
}

async function medians({ ours, alone }: Case, runs: number): Promise<{ ours: number; alone: number }> {
  const times: { readonly ours: number[]; readonly alone: number[] } = { ours: [], alone: [] };
  // The first round only warms the compiler up.
  for (let run = 0; run <= runs; run++) {
    for (const side of ['ours', 'alone'] as const) {
      globalThis.gc?.();
      const start = performance.now();
      await { ours, alone }[side]();
      if (run > 0) times[side].push(performance.now() - start);
    }
  }
  return { ours: median(times.ours), alone: median(times.alone) };
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function bytesOf(document: WorkbookDocument): Promise<Uint8Array> {
  const written = await writeWorkbook(document);
  if (!written.ok) throw new Error(written.error.detail);
  return written.value;
}

async function planOf(bytes: Uint8Array, replica: Replica) {
  const read = await readWorkbook(bytes, 'bench.xlsx', {}, zlibInflate);
  if (!read.ok) throw new Error(read.error.detail);
  const plan = planImport({ name: 'bench.xlsx', grid: read.value }, replica.planContext());
  if (!plan.ok) throw new Error(plan.error.detail);
  return plan.value;
}

/** A run that did something else than it should must not be timed. */
function expectCount({ rows }: Awaited<ReturnType<typeof planOf>>, count: number): void {
  const touched = rows.filter(
    ({ type, status }) => type === 'consultation' && (status === 'added' || status === 'updated'),
  );
  if (touched.length !== count) throw new Error(`${touched.length} rows instead of ${count}`);
}
