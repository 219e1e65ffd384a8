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
 * Each is measured twice, in medians of interleaved runs: `first`, the first time in a process of its own, as when
 * somebody opens Fieldbook and imports one workbook; and `again`, in one process that has done it before. No collection is
 * forced between the runs: V8 throws optimised code away whose objects died with the run before, and what would be timed
 * is its compiler. Ends with 1 when a ratio at 1,000 records is above the bar.
 *
 * sync (only when named): a whole log of 100,000 records into a replica that holds nearly all of it, see benchSync.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
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
/** Until the compiler has seen enough of both. */
const warmUpRuns = 8;

const sides = ['ours', 'alone'] as const;
type Side = (typeof sides)[number];

const caseNames = ['export', 'import', 'merge'] as const;
type CaseName = (typeof caseNames)[number];

type Case = Readonly<Record<Side, () => Promise<unknown>>>;

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    counts: { type: 'string' },
    /** For the processes of their own: which side of the one named case is run, once. */
    only: { type: 'string' },
    workbooks: { type: 'string' },
  },
});
const countsOr = (usual: string): readonly number[] => (options.counts ?? usual).split(',').map(Number);
let isSlow = false;
if (options.only !== undefined) await runOnce(options.only, options.workbooks ?? '');
else {
  if (names.includes('sync')) await benchWholeLogs();
  else await benchCases();
  console.info(`The bar is ${bar}${isSlow ? ': NOT reached' : ''}.`);
  process.exitCode = isSlow ? 1 : 0;
}

async function benchWholeLogs(): Promise<void> {
  for (const count of countsOr('100000'))
    isSlow ||= !(await benchSync(count, Number(options.runs ?? 3), bar));
}

async function benchCases(): Promise<void> {
  console.info('records  case    run     Fieldbook     library    ratio');
  for (const count of countsOr('1000,5000,20000')) {
    const runs = count > barredCount ? 3 : Number(options.runs ?? 9);
    const workbooks = await workbooksOf(count);
    const folder = await mkdtemp(join(tmpdir(), 'fieldbook-bench-'));
    for (const [name, bytes] of Object.entries(workbooks)) await writeFile(join(folder, name), bytes);
    for (const name of caseNames) {
      if (names.length > 0 && !names.includes(name)) continue;
      report(count, name, 'first', await medians(runs, (side) => firstTime(name, side, count, folder)));
      const one = caseOf(name, count, workbooks);
      for (let run = 0; run < warmUpRuns; run++) for (const side of sides) await one[side]();
      report(count, name, 'again', await medians(runs, (side) => timeOf(one[side])));
    }
    await rm(folder, { recursive: true });
  }
}

function report(
  count: number,
  name: string,
  run: string,
  { ours, alone }: Readonly<Record<Side, number>>,
): void {
  const ratio = ours / alone;
  isSlow ||= count === barredCount && ratio > bar;
  const columns = [`${ours.toFixed(0)} ms`.padStart(12), `${alone.toFixed(0)} ms`.padStart(12)];
  console.info(
    `${String(count).padStart(7)}  ${name.padEnd(7)} ${run}${columns.join('')}${ratio.toFixed(2).padStart(9)}`,
  );
}

/** What is read, made by whoever asks for the measurement: the process that is timed has not written a workbook. */
interface Workbooks {
  readonly exported: Uint8Array;
  readonly edited: Uint8Array;
}

async function workbooksOf(count: number): Promise<Workbooks> {
  const document = replicaWithConsultations(count).export();
  return { exported: await bytesOf(document), edited: await bytesOf(withCellEdits(document, 10)) };
}

function caseOf(name: CaseName, count: number, { exported, edited }: Workbooks): Case {
  const laptop = replicaWithConsultations(count);
  switch (name) {
    case 'export': {
      const input = hucreInput(planWorkbook(laptop.export()));
      return { ours: () => bytesOf(laptop.export()), alone: () => writeXlsx(input) };
    }
    case 'import':
      return {
        ours: async () => expectCount(await planOf(exported, freshReplica('benchoffice1', 2)), count),
        alone: async () => readAlone(exported),
      };
    case 'merge':
      return {
        ours: async () => {
          const plan = await planOf(edited, laptop);
          expectCount(plan, Math.ceil(count / 10));
          return overlaySet(laptop.records, plan.changes).all('consultation');
        },
        alone: async () => readAlone(edited),
      };
  }
}

async function medians(
  runs: number,
  measure: (side: Side) => Promise<number>,
): Promise<Readonly<Record<Side, number>>> {
  const times: Record<Side, number[]> = { ours: [], alone: [] };
  for (let run = 0; run < runs; run++) for (const side of sides) times[side].push(await measure(side));
  return { ours: median(times.ours), alone: median(times.alone) };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** In a process that has only made what the case needs. */
async function firstTime(name: CaseName, side: Side, count: number, folder: string): Promise<number> {
  const script = process.argv[1] ?? '';
  const child = [script, name, '--only', side, '--counts', String(count), '--workbooks', folder];
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, ...child]);
  return Number(stdout);
}

async function runOnce(only: string, folder: string): Promise<void> {
  const side = sides.find((one) => one === only);
  const name = caseNames.find((one) => one === names[0]);
  if (side === undefined || name === undefined) throw new Error(`no such case: ${names.join(' ')} ${only}`);
  const [exported, edited] = await Promise.all(
    ['exported', 'edited'].map(async (file) => new Uint8Array(await readFile(join(folder, file)))),
  );
  if (exported === undefined || edited === undefined) throw new Error('no workbooks');
  const one = caseOf(name, countsOr('1000')[0] ?? 0, { exported, edited });
  console.info(await timeOf(one[side]));
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
