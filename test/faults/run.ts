// npm run test:faults: the long form of the fault campaigns. Prints what was done and found, and ends with 1 when
// anything acknowledged was lost, anything damaged was accepted, or anything did not open again.
//
//   npm run test:faults -- --short             fewer rounds
//   npm run test:faults -- --only disk,host    some of the campaigns: their names are below
import { argv } from 'node:process';
import { cutPower } from './cutPower.ts';
import { fillDisk } from './fillDisk.ts';
import { flipJournalBits, flipSnapshotBits } from './flipBits.ts';
import { harmDatabase, harms, killBrowser } from './harmBrowser.ts';
import { faults, injectFaults, operations } from './injectFaults.ts';
import { killHost } from './killHost.ts';

const isShort = argv.includes('--short');
const rounds = (long: number, short: number): number => (isShort ? short : long);
const seed = 20261126;
let failures = 0;

function report(what: string, figures: string, wrong: readonly string[]): void {
  console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'}  ${what}: ${figures}`);
  for (const line of wrong.slice(0, 10)) console.log(`      ${line}`);
  failures += wrong.length;
}

const campaigns: Readonly<Record<string, () => Promise<void>>> = {
  steps: async () => {
    for (const operation of operations) {
      for (const fault of Object.keys(faults)) {
        for (const persistent of [false, true]) {
          const { runs, refused, wrong } = await injectFaults(operation, fault, persistent);
          const what = `${operation}, ${fault} ${persistent ? 'from step n on' : 'once at step n'}`;
          report(what, `${runs} runs, ${refused} refused, ${wrong.length} wrong`, wrong);
        }
      }
    }
  },
  flips: async () => {
    const journal = await flipJournalBits(rounds(500, 60), seed);
    const harmless = journal.rounds - journal.told - journal.silent.length;
    report(
      'bit flips in a journal',
      `${journal.rounds} flips, ${journal.told} told, ${harmless} harmless, ${journal.silent.length} silent`,
      bitsOf(journal.silent),
    );
    const snapshot = await flipSnapshotBits(rounds(500, 60), seed);
    report(
      'bit flips in a snapshot',
      `${snapshot.rounds} flips, ${snapshot.told} refused, ${snapshot.silent.length} accepted`,
      bitsOf(snapshot.silent),
    );
  },
  power: async () => {
    const power = await cutPower(rounds(100, 20), seed);
    report('power cuts', `${power.rounds} cuts, ${power.acknowledged} entries acknowledged`, power.wrong);
  },
  disk: async () => {
    const disk = await fillDisk();
    if (disk === null) return console.log('--    full disk: no small disk can be mounted here');
    const figures = `${disk.acknowledged} entries acknowledged, ${disk.refused} refused`;
    report('full disk (tmpfs of 2 MB)', figures, disk.wrong);
  },
  host: async () => {
    const kill = await killHost(rounds(200, 20), seed);
    report(
      'kill -9 of the host',
      `${kill.rounds} kills (${kill.duringRestore} during a restore), ${kill.acknowledged} saves acknowledged`,
      kill.wrong,
    );
  },
  database: async () => {
    for (const harm of harms) {
      const figures = await harmDatabase(harm, rounds(100, 4), seed);
      const told = `${figures.rounds} rounds, ${figures.told} told`;
      report(`IndexedDB of a browser, ${harm}`, told, figures.wrong);
    }
  },
  browser: async () => {
    const browser = await killBrowser(rounds(200, 12), seed);
    report(
      'kill -9 of the browser',
      `${browser.rounds} kills, ${browser.acknowledged} changes acknowledged, at most ${browser.lettersLost} typed letters not in the draft`,
      browser.wrong,
    );
  },
};

const bitsOf = (silent: readonly number[]): readonly string[] => silent.map((bit) => `bit ${bit}`);

const chosen = argv[argv.indexOf('--only') + 1]?.split(',') ?? [];
const names = argv.includes('--only') ? chosen : Object.keys(campaigns);
for (const name of names) {
  const run = campaigns[name];
  if (run === undefined)
    throw new Error(`no campaign ${name}; there are ${Object.keys(campaigns).join(', ')}`);
  await run();
}

console.log(failures === 0 ? 'No fault got through.' : `${failures} faults got through.`);
process.exitCode = failures === 0 ? 0 : 1;
