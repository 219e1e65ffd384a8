import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSyncFiles } from './syncFiles.ts';
import type { SideResult } from './syncSide.ts';

const sides = ['fieldbook', 'library', 'daff'] as const;
type Side = (typeof sides)[number];

/**
 * What importing a center's whole log costs an office that holds nearly all of it: readWorkbook + planImport +
 * overlaySet of a workbook with 1 % of its rows changed into a replica with as many records, against SheetJS's read of
 * the same bytes into plain rows; and, for comparison, daff's three-way merge of the same tables as CSV (which knows
 * no record types, names, stamps or rules). Each run is a process of its own; medians of time and of the peak of
 * resident memory, the replica's own records included. daff runs once, for it takes minutes, and may run out of the
 * 4 GB that Node gives a process. True when both ratios are within the bar.
 */
export async function benchSync(count: number, runs: number, bar: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-'));
  try {
    const rows = await writeSyncFiles(folder, count);
    const results: Record<Side, SideResult[]> = { fieldbook: [], library: [], daff: [] };
    for (let run = 0; run < runs; run++) {
      for (const side of ['fieldbook', 'library'] as const) {
        const result = await runSide(side, folder);
        if (result === null) throw new Error(`${side} came to no result`);
        results[side].push(result);
      }
    }
    const merged = await runSide('daff', folder);
    if (merged !== null) results.daff.push(merged);
    const wrong = results.fieldbook.find(({ changed }) => changed !== rows);
    if (wrong !== undefined) throw new Error(`${wrong.changed} rows instead of ${rows}`);
    return told(count, rows, results, bar);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Null when the process ended without a result. */
function runSide(side: Side, folder: string): Promise<SideResult | null> {
  const child = fork(fileURLToPath(new URL('./syncSide.ts', import.meta.url)), [side, folder], {
    execArgv: ['--expose-gc', '--max-old-space-size=4096', '--import', 'tsx'],
    // A process that runs out of memory has much to say.
    stdio: ['ignore', 'inherit', side === 'daff' ? 'ignore' : 'inherit', 'ipc'],
  });
  return new Promise((resolve) => {
    let result: SideResult | null = null;
    child.on('message', (message) => {
      // The boundary: the child is this bench's own.
      result = message as SideResult;
      child.disconnect();
    });
    child.on('exit', () => resolve(result));
  });
}

function told(
  count: number,
  rows: number,
  results: Readonly<Record<Side, readonly SideResult[]>>,
  bar: number,
): boolean {
  console.info(`sync of ${count} records, ${rows} rows changed      time processor      peak    before`);
  for (const side of sides) {
    if (results[side].length === 0) {
      console.info(`  ${side.padEnd(40)}no result within 4 GB of heap`);
      continue;
    }
    const numbers = [
      `${middle(results[side], ({ milliseconds }) => milliseconds).toFixed(0)} ms`,
      `${middle(results[side], ({ processor }) => processor).toFixed(0)} ms`,
      `${middle(results[side], ({ peak }) => peak).toFixed(0)} MB`,
      `${middle(results[side], ({ before }) => before).toFixed(0)} MB`,
    ];
    const parts = Object.keys(results[side][0]?.parts ?? {}).map(
      (name) => `${name} ${middle(results[side], (result) => result.parts[name] ?? 0).toFixed(0)}`,
    );
    console.info(
      `  ${side.padEnd(40)}${numbers.map((text) => text.padStart(10)).join('')}  ${parts.join(', ')}`,
    );
  }
  const ratio = (of: (result: SideResult) => number): number =>
    middle(results.fieldbook, of) / middle(results.library, of);
  const [time, memory] = [ratio(({ milliseconds }) => milliseconds), ratio(({ peak }) => peak)];
  console.info(
    `  Fieldbook against the library: ${time.toFixed(2)} of its time, ${memory.toFixed(2)} of its peak.`,
  );
  return time <= bar && memory <= bar;
}

function middle(results: readonly SideResult[], of: (result: SideResult) => number): number {
  return results.map(of).sort((a, b) => a - b)[Math.floor(results.length / 2)] ?? Number.NaN;
}
