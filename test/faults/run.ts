// npm run test:faults: the long form of the fault campaigns. Prints what was done and found, and ends with 1 when
// anything acknowledged was lost, anything damaged was accepted, or anything did not open again.
//
//   npm run test:faults -- --short             fewer rounds
//   npm run test:faults -- --only disk,host    some of the campaigns: their names are below
//   npm run test:faults -- --rounds 30 --seed 7
import { parseArgs } from 'node:util';
import { cutPower } from './cutPower.ts';
import { fillBrowserDisk } from './fillBrowserDisk.ts';
import { fillDisk } from './fillDisk.ts';
import { type FlipFigures, flipJournalBits, flipSnapshotBits, flipWorkbookBits } from './flipBits.ts';
import { harmDatabase, harms } from './harmDatabase.ts';
import { faults, injectFaults, operations } from './injectFaults.ts';
import { type AppKillFigures, activities, killApp } from './killApp.ts';
import { killHost } from './killHost.ts';
import { browserLaptop, standInLaptop } from './laptops.ts';

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean' },
    only: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string' },
  },
});
const rounds = (long: number, short: number): number =>
  options.rounds === undefined ? (options.short === true ? short : long) : Number(options.rounds);
const seed = Number(options.seed ?? 20261126);
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
    reportFlips('a journal', await flipJournalBits(rounds(500, 60), seed));
    reportFlips('a snapshot', await flipSnapshotBits(rounds(500, 60), seed));
    reportFlips('a workbook', await flipWorkbookBits(rounds(500, 60), seed));
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
  browserDisk: async () => {
    const disk = await fillBrowserDisk(rounds(10, 1), seed);
    if (disk === null)
      return console.log('--    full disk under a browser: no small disk can be mounted here');
    const figures = `${disk.rounds} rounds, ${disk.acknowledged} changes acknowledged, ${disk.refused} refused, ${disk.ended} ended the browser`;
    report('full disk under a browser (tmpfs)', figures, disk.wrong);
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
    reportKills('the browser', await killApp(await browserLaptop(), rounds(100, 7), seed));
  },
  app: async () => {
    reportKills('the Electron shell', await killApp(await standInLaptop(), rounds(100, 7), seed + 1));
  },
};

function reportFlips(what: string, { rounds: flips, told, silent }: FlipFigures): void {
  const figures = `${flips} flips, ${told} told, ${flips - told - silent.length} harmless, ${silent.length} silent`;
  report(`bit flips in ${what}`, figures, bitsOf(silent));
}

function reportKills(what: string, { rounds: kills, kills: by, lettersLost, wrong }: AppKillFigures): void {
  const times = activities.map((one) => `${one} ${by[one].before}+${by[one].after}`).join(', ');
  const figures = `${kills} kills (before+after it was done: ${times}), at most ${lettersLost} typed letters not in the draft`;
  report(`kill -9 of ${what}`, figures, wrong);
}

const bitsOf = (silent: readonly number[]): readonly string[] => silent.map((bit) => `bit ${bit}`);

const names = options.only?.split(',') ?? Object.keys(campaigns);
for (const name of names) {
  const run = campaigns[name];
  if (run === undefined)
    throw new Error(`no campaign ${name}; there are ${Object.keys(campaigns).join(', ')}`);
  await run();
}

console.log(failures === 0 ? 'No fault got through.' : `${failures} faults got through.`);
process.exitCode = failures === 0 ? 0 : 1;
