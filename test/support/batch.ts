import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BatchShell } from '../../electron/batch/batchShell.ts';
import { runBatch } from '../../electron/batch/runBatch.ts';
import { type FileOperations, nodeFileOperations } from '../../electron/services/fileOperations.ts';
import type { KillableReader } from '../../electron/services/killableReader.ts';
import type { DeviceId } from '../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../shared/records/builtIn.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import type { ExportOptions } from '../../shared/workbook/exportWorkbook.ts';
import type { WorkbookDocument, WorkbookGrid } from '../../shared/workbook/grid.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import { countingRandom, Replica } from './exchange.ts';

/** A folder for one test's files; a blank and Hangul in its name, as on people's desktops. */
export class BatchFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'fieldbook 통합 '));

  write(name: string, bytes: Uint8Array | string): string {
    const path = join(this.path, name);
    writeFileSync(path, bytes);
    return path;
  }

  async writeDocument(name: string, document: WorkbookDocument): Promise<string> {
    return this.write(name, await bytesOf(document));
  }

  at(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface BatchRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process; reading is the product's, only not in a process of its own. */
export async function runHere(
  folder: BatchFolder,
  argv: readonly string[],
  operations: FileOperations = nodeFileOperations,
  reader: KillableReader = { read: readWorkbook, close: () => undefined },
): Promise<BatchRun> {
  const lines: { readonly out: string[]; readonly err: string[] } = { out: [], err: [] };
  const shell: BatchShell = {
    print: (line) => lines.out.push(line),
    tell: (line) => lines.err.push(line),
    resolvePath: (path) => resolve(folder.path, path),
    reader,
    operations,
    now: () => Date.UTC(2026, 10, 23),
    random: countingRandom(5),
    planning: () => undefined,
  };
  const code = await runBatch(argv, shell);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

export async function bytesOf(document: WorkbookDocument): Promise<Uint8Array> {
  const written = await writeWorkbook(document);
  if (!written.ok) throw new Error(written.error.detail);
  return written.value;
}

/** A center's laptop with two consultations and a training. */
export function centerReplica(device: string, code: string, seed: number): Replica {
  const laptop = new Replica(device as DeviceId, seed);
  laptop.records = overlaySet(laptop.records, builtInChanges());
  const center = builtInCenterId(code);
  const country = code.slice(0, 2);
  const client = laptop.create('organization', {
    name: { en: `Agency of ${code}`, ko: `${code} 예시청` },
    type: 'agency',
    country,
  });
  const expert = laptop.create('person', {
    name: { en: `Expert of ${code}` },
    gender: 'female',
    email: `expert@${code}.example`,
    consent: true,
  });
  for (const date of ['2026-03-02', '2026-04-06']) {
    laptop.create('consultation', {
      center,
      date,
      experts: [expert],
      client,
      topic: `Topic of ${date}`,
      field: 'strategy',
      mode: 'visit',
      question: 'How do others do it?',
      advice: 'Start with a law.',
      result: 'none',
    });
  }
  laptop.create('training', {
    center,
    title: { en: 'Data exchange' },
    kind: 'local',
    field: 'strategy',
    start: '2026-05-11',
    end: '2026-05-12',
    attendance: { female: 5, male: 6, other: 0, undisclosed: 0 },
  });
  return laptop;
}

/** The report of one center, as a center sends it. */
export function reportOf(
  laptop: Replica,
  code: string,
  options: Partial<ExportOptions> = {},
): WorkbookDocument {
  return laptop.export({ centerId: builtInCenterId(code), ...options });
}

/** Two laptops that change the same advice after both had it. */
export async function twoEditsOfOne(folder: BatchFolder): Promise<{ readonly report: string }> {
  const here = centerReplica('sofialaptop0', 'BG10', 1);
  const there = new Replica('otherlaptop0' as DeviceId, 2);
  there.records = here.records;
  there.now = here.now + 60_000;
  const consultation = here.records.all('consultation').find(({ values }) => values.date === '2026-03-02');
  if (consultation === undefined) throw new Error('a consultation is there');
  here.edit('consultation', consultation.id, { ...consultation.values, advice: 'Start with money.' });
  there.edit('consultation', consultation.id, { ...consultation.values, advice: 'Start with people.' });
  await folder.writeDocument('here.xlsx', reportOf(here, 'BG10'));
  await folder.writeDocument('there.xlsx', reportOf(there, 'BG10'));
  return { report: 'here.xlsx' };
}

/** A row that an expert added in Excel, whose date is none. */
export async function reportWithBadRow(
  folder: BatchFolder,
  options: Partial<ExportOptions> = {},
): Promise<void> {
  const document = reportOf(centerReplica('sofialaptop0', 'BG10', 1), 'BG10', options);
  const sheets = document.sheets.map((sheet) => {
    if (sheet.kind !== 'table' || sheet.name !== 'Consultations') return sheet;
    const [first = [], ...rest] = sheet.rows;
    const column = sheet.header.findIndex(({ text }) => text === 'Date');
    return { ...sheet, rows: [first.with(column, '31.02.2026'), ...rest] };
  });
  await folder.writeDocument('bad.xlsx', { ...document, sheets });
}

/** A workbook as somebody's Excel saves it, with nothing but what its cells hold. */
export async function writeGrid(folder: BatchFolder, name: string, grid: WorkbookGrid): Promise<void> {
  const sheets = grid.sheets.map((sheet) =>
    sheet.visibility === 'veryHidden'
      ? ({ kind: 'data', name: sheet.name, visibility: 'veryHidden', rows: sheet.rows } as const)
      : ({
          kind: 'page',
          name: sheet.name,
          visibility: 'visible',
          columnWidths: [],
          rows: sheet.rows.map((row) => row.map((value) => ({ value, look: 'body' }) as const)),
          merges: [],
          landscape: false,
        } as const),
  );
  await folder.writeDocument(name, { title: name, author: '', language: 'en', createdAt: 0, sheets });
}
