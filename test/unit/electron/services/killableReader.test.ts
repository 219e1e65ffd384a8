import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createKillableReader,
  defaultReaderLimits,
  type PartedReader,
  type ReaderLimits,
} from '../../../../electron/services/killableReader.ts';
import { forkReader } from '../../../../electron/services/readerProcess.ts';
import { GridAssembler } from '../../../../shared/workbook/gridParts.ts';
import { utilityProcess } from '../../../support/electronStandIn/main/utilityProcess.ts';
import { costlyWorkbook, xlsxOf } from '../../../support/workbookFiles.ts';

vi.mock('electron', () => ({ utilityProcess }));
const { utilityReader } = await import('../../../../electron/main/utilityReader.ts');

/** The two kinds of process: Node's for the command line, Electron's for the window. */
const kinds = [
  { kind: 'of Node', start: forkReader, say: (text: string) => `process.send(${text})`, port: 'process' },
  {
    kind: 'of Electron',
    start: utilityReader,
    say: (text: string) => `process.parentPort.postMessage(${text})`,
    port: 'process.parentPort',
  },
] as const;
let start: typeof forkReader = forkReader;

const source = resolve(import.meta.dirname, '../../../../electron/services/killableReaderChild.ts');
const execArgv = ['--import', import.meta.resolve('tsx')];
const small = xlsxOf({ name: 'Sheet', rows: '<row r="1"><c r="A1"><v>42</v></c></row>' });
/** Quick to read, and more than one part holds. */
const long = new TextEncoder().encode('Topic,Hours\n'.concat('Cloud,12345\n'.repeat(150_000)));
const grid = { ok: true, value: { sheets: [{ name: 'Sheet', rows: [[42]] }] } };

let large: Uint8Array;
beforeAll(() => {
  large = costlyWorkbook();
});

const started: PartedReader[] = [];
afterEach(() => {
  for (const reader of started.splice(0)) reader.close();
});

function readerOf(limits: Partial<ReaderLimits> = {}, entry = source, starts: number[] = []): PartedReader {
  const reader = createKillableReader(
    ({ residentBytes }) => {
      starts.push(residentBytes);
      return start({ entry, execArgv }, residentBytes);
    },
    { ...defaultReaderLimits, ...limits },
  );
  started.push(reader);
  return reader;
}

describe.each(kinds)('a killable reader in a process $kind', { timeout: 60_000 }, (kind) => {
  beforeAll(() => {
    start = kind.start;
  });
  it('reads files one after the other in one process, also when all are asked for at once', async () => {
    const starts: number[] = [];
    const reader = readerOf({}, source, starts);
    const results = await Promise.all([
      reader.read(small, 'a.xlsx'),
      reader.read(new Uint8Array(), 'b.xlsx'),
      reader.read(small, 'c.xlsx'),
    ]);
    expect(results[0]).toMatchObject(grid);
    expect(results[1]).toMatchObject({ error: { code: 'EMPTY_FILE', params: { name: 'b.xlsx' } } });
    expect(results[2]).toMatchObject(grid);
    expect(starts).toHaveLength(1);
  });

  it('passes limits and password on', async () => {
    const result = await readerOf().read(small, 'a.xlsx', { limits: { fileBytes: 10 } });
    expect(result).toMatchObject({ error: { code: 'TOO_LARGE' } });
  });

  it('ends a file that takes too long, and reads the next one', async () => {
    const starts: number[] = [];
    const reader = readerOf({ milliseconds: 150 }, source, starts);
    const late = await reader.read(large, 'slow.xlsx');
    expect(late).toMatchObject({ error: { code: 'TIMEOUT', params: { name: 'slow.xlsx', seconds: 1 } } });
    expect(starts).toHaveLength(1);
    // What becomes of the second file depends on how quick this computer is; that it is tried does not.
    const next = await reader.read(small, 'next.xlsx');
    expect(next.ok || next.error.params.name).toSatisfy((told) => told === true || told === 'next.xlsx');
    expect(starts).toHaveLength(2);
  });

  it('ends a file that takes too much memory, amidst the parser’s work, and reads the next one', async () => {
    const reader = readerOf({ residentBytes: 230 * 1024 * 1024 });
    const refused = await reader.read(large, 'huge.xlsx');
    expect(refused).toMatchObject({
      error: { code: 'TOO_MUCH_MEMORY', params: { name: 'huge.xlsx', limit: 230 } },
    });
    expect(await reader.read(small, 'a.xlsx')).toMatchObject(grid);
  });

  it('gives a large file in parts, and lets the next one wait until the last of them', async () => {
    const starts: number[] = [];
    const reader = readerOf({}, source, starts);
    const reading = reader.begin(long, 'long.csv');
    const assembler = new GridAssembler();
    const [first, later] = [await reading.next(), reader.read(small, 'a.xlsx')];
    let count = 0;
    for (let part = first; ; part = await reading.next()) {
      if (!part.ok) throw new Error(part.error.code);
      assembler.add(part.value.bytes);
      count++;
      if (part.value.isLast) break;
    }
    expect(count).toBeGreaterThan(1);
    const rows = assembler.grid().sheets[0]?.rows;
    expect(rows).toHaveLength(150_001);
    expect(rows?.at(-1)?.slice(0, 2)).toEqual(['Cloud', '12345']);
    expect(await later).toMatchObject(grid);
    expect(await reading.next()).toMatchObject({ error: { code: 'DAMAGED' } });
  });

  it('gives a file up in the middle of reading it, between two parts, and before its turn', async () => {
    const starts: number[] = [];
    const reader = readerOf({}, source, starts);
    const [busy, waiting] = [reader.begin(large, 'busy.xlsx'), reader.begin(large, 'waiting.xlsx')];
    const [told, never] = [busy.next(), waiting.next()];
    waiting.end();
    busy.end();
    expect(await told).toMatchObject({ error: { detail: 'the reading was ended' } });
    expect(await never).toMatchObject({ error: { detail: 'the reading was ended' } });
    const halfway = reader.begin(long, 'halfway.csv');
    expect(await halfway.next()).toMatchObject({ ok: true, value: { isLast: false } });
    halfway.end();
    expect(await halfway.next()).toMatchObject({ error: { detail: 'the reading was ended' } });
    expect(await reader.read(small, 'a.xlsx')).toMatchObject(grid);
  });

  it('does not wait for ever for somebody who went away between two parts', async () => {
    const reader = readerOf({ milliseconds: 5_000 });
    const left = reader.begin(long, 'left.csv');
    expect(await left.next()).toMatchObject({ ok: true, value: { isLast: false } });
    expect(await reader.read(small, 'a.xlsx')).toMatchObject(grid);
    expect(await left.next()).toMatchObject({ error: { detail: 'the reading was ended' } });
  });

  it('starts anew after it was closed', async () => {
    const reader = readerOf();
    expect(await reader.read(small, 'a.xlsx')).toMatchObject(grid);
    reader.close();
    expect(await reader.read(small, 'a.xlsx')).toMatchObject(grid);
  });
});

describe.each(kinds)(
  'a reader process $kind that breaks',
  { timeout: 60_000 },
  ({ start: own, say, port }) => {
    beforeAll(() => {
      start = own;
    });
    const folder = mkdtempSync(join(tmpdir(), 'fieldbook-reader-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each([
      ['cannot start', "throw new Error('broken');"],
      ['ends amidst a file', `${port}.on('message', () => process.exit(3)); ${say("'ready'")};`],
    ])('because it %s is told as a file that cannot be read', async (_, script) => {
      const entry = join(folder, 'child.mjs');
      writeFileSync(entry, script);
      const result = await readerOf({}, entry).read(small, 'a.xlsx');
      expect(result).toMatchObject({ error: { code: 'DAMAGED', params: { name: 'a.xlsx' } } });
    });

    it('because its module is missing is told as well', async () => {
      const result = await readerOf({}, join(folder, 'none.mjs')).read(small, 'a.xlsx');
      expect(result).toMatchObject({ error: { code: 'DAMAGED' } });
    });
  },
);
