import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runBatch } from '../../electron/batch/runBatch.ts';
import { nodeFileOperations } from '../../electron/services/fileOperations.ts';
import { createKillableReader, type KillableReader } from '../../electron/services/killableReader.ts';
import { forkReader } from '../../electron/services/readerProcess.ts';
import type { WorkbookGrid } from '../../shared/workbook/grid.ts';
import { countingRandom } from './exchange.ts';

/**
 * Other people's hostile, broken and odd files, kept outside of the project: a folder with MANIFEST.tsv, whose columns
 * are file, source_repo, source_path, bytes, type, why, detected.
 */
export function corpusFolder(): string | null {
  const folder = process.env.FIELDBOOK_CORPUS ?? resolve(import.meta.dirname, '../../../shared/corpus');
  return existsSync(join(folder, 'MANIFEST.tsv')) ? folder : null;
}

export interface CorpusFile {
  readonly name: string;
  readonly bytes: number;
  /** Container and usual extension: `zip.xlsx`. */
  readonly type: string;
  readonly why: string;
}

export function corpusFiles(folder: string): readonly CorpusFile[] {
  const [, ...lines] = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8').trimEnd().split(/\r?\n/);
  return lines.map((line) => {
    const [name = '', , , bytes = '', type = '', why = ''] = line.split('\t');
    return { name, bytes: Number(bytes), type, why };
  });
}

export interface CorpusOutcome {
  readonly file: CorpusFile;
  /** What the reader gave; null when it refused the file. */
  readonly grid: WorkbookGrid | null;
  /** The reader's refusal; '' when it read the file. */
  readonly refusal: string;
  readonly exitCode: number;
  readonly out: string;
  readonly told: readonly string[];
  readonly milliseconds: number;
  /**
   * The most memory that either process had, the one that reads and the one that recognises and plans, with all that
   * the second had before; on Linux. Elsewhere what the reading process had after the file.
   */
  readonly peakBytes: number;
}

/** A killable reader as the batch tool has it, which remembers what it answered last. */
export class WatchedReader implements KillableReader {
  grid: WorkbookGrid | null = null;
  refusal = '';
  peakBytes = 0;
  readonly #reader: KillableReader;

  constructor() {
    const entry = resolve(import.meta.dirname, '../../electron/services/killableReaderChild.ts');
    const execArgv = ['--import', import.meta.resolve('tsx')];
    this.#reader = createKillableReader(({ residentBytes }) => {
      const process = forkReader({ entry, execArgv }, residentBytes);
      return {
        ...process,
        ask: async (request) => {
          const end = await process.ask(request);
          if (end.kind === 'answer') this.peakBytes = peakOf(process.pid) ?? end.answer.residentBytes;
          return end;
        },
      };
    });
  }

  async read(...request: Parameters<KillableReader['read']>): ReturnType<KillableReader['read']> {
    const result = await this.#reader.read(...request);
    this.grid = result.ok ? result.value : null;
    this.refusal = result.ok ? '' : result.error.code;
    return result;
  }

  close(): void {
    this.#reader.close();
  }
}

/** Lets the system count this process's peak of memory from now on. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not Linux, or a kernel that does not count.
  }
}

function peakOf(pid: number | 'self' | null): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** Runs `inspect` on one file of the corpus, with the product's own reader in its own process. */
export async function inspectCorpusFile(
  folder: string,
  file: CorpusFile,
  reader: WatchedReader,
): Promise<CorpusOutcome> {
  const out: string[] = [];
  const told: string[] = [];
  forgetPeak();
  const start = performance.now();
  const exitCode = await runBatch(['inspect', join(folder, file.name), '--json'], {
    print: (line) => out.push(line),
    tell: (line) => told.push(line),
    resolvePath: (path) => path,
    reader,
    operations: nodeFileOperations,
    now: () => Date.UTC(2026, 10, 23),
    random: countingRandom(5),
    planning: () => undefined,
  });
  const milliseconds = performance.now() - start;
  const { grid, refusal } = reader;
  const peakBytes = Math.max(reader.peakBytes, peakOf('self') ?? 0);
  return { file, grid, refusal, exitCode, out: out.join('\n'), told, milliseconds, peakBytes };
}
