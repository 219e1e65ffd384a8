import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { nodeFileOperations } from '../../electron/services/fileOperations.ts';
import { openableJournal } from '../../electron/services/journal.ts';
import { loadSnapshot } from '../../shared/snapshot/loadSnapshot.ts';
import { countingRandom } from '../support/exchange.ts';
import { fingerprintOf, payloadsOf, restoreMark, victimPayloads } from './faultWorld.ts';
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
  const model: Model = { held: [], snapshots: new Map() };
  let acknowledged = 0;
  let duringRestore = 0;
  let turn = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const told = await runAndKill(folder, turn, randomBelow(random, 400));
      const savedTurns = told.filter((line) => line.startsWith('saved '));
      acknowledged += savedTurns.length;
      if (told.at(-1)?.startsWith('restoring ') === true) duringRestore++;
      const found = await examine(folder, told, model);
      model.held = found.held;
      wrong.push(...found.wrong.map((what) => `round ${round}: ${what}`));
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

/** What the host's files must hold, over all rounds: every entry of the journal, and those of each snapshot told of. */
interface Model {
  held: readonly string[];
  readonly snapshots: Map<string, readonly string[]>;
}

async function examine(
  folder: string,
  told: readonly string[],
  model: Model,
): Promise<{ readonly held: readonly string[]; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  const journal = openableJournal(join(folder, 'journal.fbj'), nodeFileOperations);
  const opened = await journal.open();
  if (!opened.ok) return { held: model.held, wrong: [`the journal does not open: ${opened.error.detail}`] };
  if (opened.value.damaged.length > 0) wrong.push(`damaged entries ${opened.value.damaged.join()}`);
  const held = await payloadsOf(journal);
  await journal.close();
  // A restore replaces the entries, and with them what was lost before it.
  if (told[0] !== `ready ${fingerprintOf(model.held)}`)
    wrong.push('it began with other entries than it ended with');
  const allowed = afterAll(told, model);
  if (!allowed.some((list) => isDeepStrictEqual(list, held))) {
    const lengths = allowed.map(({ length }) => length).join(' or ');
    wrong.push(`the journal holds ${held.length} entries that are not the ${lengths} that were acknowledged`);
  }
  wrong.push(...(await examineSnapshots(join(folder, 'snapshots'), model, allowed)));
  return { held, wrong };
}

/** What the journal may hold after all that the host told: a set or a restore that was under way is there or not. */
function afterAll(told: readonly string[], { held, snapshots }: Model): readonly (readonly string[])[] {
  let list = held;
  let begun: readonly string[] | null = null;
  for (const line of told) {
    const [word, first = '', second = ''] = line.split(' ');
    switch (word) {
      case 'saving':
        begun = [...list, ...victimPayloads(Number(first), Number(second))];
        break;
      case 'restoring':
        begun = [...(snapshots.get(second) ?? []), restoreMark(Number(first))];
        break;
      case 'saved':
      case 'restored':
        list = begun ?? list;
        begun = null;
        break;
      case 'snapshot':
        snapshots.set(first, list);
        break;
    }
  }
  return begun === null ? [list] : [list, begun];
}

/** Every snapshot must load and hold what the journal held when it was taken; those not told of are taken note of. */
async function examineSnapshots(
  folder: string,
  { snapshots }: Model,
  allowed: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const wrong: string[] = [];
  for (const name of names.filter((one) => one.endsWith('.fbs'))) {
    const entries: string[] = [];
    const loaded = loadSnapshot(await readFile(join(folder, name)), ({ payload }) => {
      entries.push(payload);
    });
    const known = snapshots.get(name);
    if (!loaded.ok) wrong.push(`${name} does not load`);
    else if (known !== undefined && !isDeepStrictEqual(known, entries)) wrong.push(`${name} is another one`);
    // The kill came before its name was told.
    else if (
      name.includes('-manual') &&
      known === undefined &&
      !allowed.some((list) => isDeepStrictEqual(list, entries))
    )
      wrong.push(`${name} holds what the journal never held`);
    if (loaded.ok) snapshots.set(name, entries);
  }
  return wrong;
}
