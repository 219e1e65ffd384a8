import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { nodeFileOperations } from '../../electron/services/fileOperations.ts';
import { openableJournal } from '../../electron/services/journal.ts';
import { loadSnapshot } from '../../shared/snapshot/loadSnapshot.ts';
import { countingRandom } from '../support/exchange.ts';
import { payloadsOf } from './faultWorld.ts';
import { randomBelow } from './flipBits.ts';

export interface KillFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Rounds in which the kill came while a restore was under way. */
  readonly duringRestore: number;
  readonly wrong: readonly string[];
}

const root = resolve(import.meta.dirname, '../..');

/** Starts a host on real files and kills it (SIGKILL) at a random moment, again and again on the same data. */
export async function killHost(rounds: number, seed: number): Promise<KillFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldbook-kill-'));
  const random = countingRandom(seed);
  const wrong: string[] = [];
  let acknowledged = 0;
  let duringRestore = 0;
  let turn = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const told = await runAndKill(folder, turn, randomBelow(random, 400));
      const savedTurns = told.filter((line) => line.startsWith('saved '));
      acknowledged += savedTurns.length;
      if (told.at(-1)?.startsWith('restoring ') === true) duringRestore++;
      wrong.push(...(await examine(folder, told)).map((what) => `round ${round}: ${what}`));
      turn += 1000;
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { rounds, acknowledged, duringRestore, wrong };
}

/** What the host said until it was killed, `milliseconds` after it was ready. */
async function runAndKill(folder: string, turn: number, milliseconds: number): Promise<readonly string[]> {
  const child = spawn(
    execPath,
    ['--import', 'tsx', join(root, 'test/faults/victim.ts'), folder, String(turn)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  const ended = new Promise((done) => child.once('close', done));
  await new Promise<void>((ready, fail) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.startsWith('ready')) ready();
    });
    child.once('exit', () => fail(new Error(`the host ended by itself: ${output}`)));
  });
  await delay(milliseconds);
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await ended;
  return output.split('\n').filter((line) => line !== '');
}

async function examine(folder: string, told: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const journal = openableJournal(join(folder, 'journal.fbj'), nodeFileOperations);
  const opened = await journal.open();
  if (!opened.ok) return [`the journal does not open: ${opened.error.detail}`];
  if (opened.value.damaged.length > 0) wrong.push(`damaged entries ${opened.value.damaged.join()}`);
  const held = await payloadsOf(journal);
  await journal.close();
  // What was saved before the last restore may be gone by it; what was saved after, or before one that did not end, not.
  const sinceRestore = told.slice(told.findLastIndex((line) => line.startsWith('restored ')) + 1);
  const isRestoring = told.at(-1)?.startsWith('restoring ') === true;
  const mark = isRestoring ? `"at":${told.at(-1)?.split(' ')[1]},` : null;
  const wasReplaced = mark !== null && held.some((payload) => payload.includes(mark));
  for (const line of wasReplaced ? [] : sinceRestore) {
    const [word, turn] = line.split(' ');
    if (word === 'saved' && !held.some((payload) => payload.startsWith(`{"turn":${turn},`))) {
      wrong.push(`turn ${turn} was acknowledged and is lost`);
    }
  }
  wrong.push(...halfImports(held), ...(await badSnapshots(join(folder, 'snapshots'))));
  return wrong;
}

function halfImports(held: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const payload of held) {
    const head = /^\{"turn":\d+,"of":\d+/.exec(payload)?.[0];
    if (head !== undefined) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return [...counts].flatMap(([head, count]) =>
    Number(head.split('"of":')[1]) === count ? [] : [`${head} has ${count} entries`],
  );
}

async function badSnapshots(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const bad: string[] = [];
  for (const name of names.filter((one) => one.endsWith('.fbs'))) {
    if (!loadSnapshot(await readFile(join(folder, name)), () => undefined).ok)
      bad.push(`${name} does not load`);
  }
  return bad;
}
