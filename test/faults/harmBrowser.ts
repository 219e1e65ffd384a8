import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { countingRandom } from '../support/exchange.ts';
import { BrowserLaptop, beginWork, sampleCount } from './browserLaptop.ts';
import { randomBelow } from './flipBits.ts';

export const harms = ['delete', 'truncate', 'flip bits'] as const;
export type Harm = (typeof harms)[number];

export interface HarmFigures {
  readonly rounds: number;
  /** Rounds after which the screen said that something was rebuilt. */
  readonly told: number;
  readonly wrong: readonly string[];
}

/** Harms the profile's IndexedDB while the browser is closed; after the next start everything must be there. */
export async function harmDatabase(harm: Harm, rounds: number, seed: number): Promise<HarmFigures> {
  const random = countingRandom(seed);
  const laptop = await BrowserLaptop.start();
  const wrong: string[] = [];
  let told = 0;
  try {
    const first = await laptop.open('/');
    await beginWork(first);
    await first.getByRole('button', { name: 'Add sample data' }).click();
    await first.getByText('Sample data were added.').waitFor();
    const expected = await sampleCount(first);
    await laptop.close();
    for (let round = 0; round < rounds; round++) {
      harmFiles(laptop.databaseFiles(), harm, random);
      const page = await laptop.open();
      const found = await sampleCount(page).catch((error: unknown) => String(error));
      if (found !== expected) wrong.push(`round ${round}: ${found} of ${expected} records`);
      if ((await page.getByText(/was rebuilt|brought (into|back)/).count()) > 0) told++;
      await laptop.close();
    }
  } finally {
    await laptop.remove();
  }
  return { rounds, told, wrong };
}

function harmFiles(files: readonly string[], harm: Harm, random: ReturnType<typeof countingRandom>): void {
  const [some] = files;
  if (some === undefined) return;
  if (harm === 'delete') {
    rmSync(dirname(some), { recursive: true });
    return;
  }
  const file = files[randomBelow(random, files.length)] ?? some;
  const bytes = readFileSync(file);
  if (bytes.length === 0) return;
  if (harm === 'truncate') {
    truncateSync(file, randomBelow(random, bytes.length));
    return;
  }
  for (let flips = 0; flips < 8; flips++) {
    const bit = randomBelow(random, bytes.length * 8);
    bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) ^ (1 << (bit & 7));
  }
  writeFileSync(file, bytes);
}

export interface BrowserKillFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Letters that were typed and were not in the draft afterwards, at most. */
  readonly lettersLost: number;
  readonly wrong: readonly string[];
}

/** Kills the browser while data are added or removed, a backup or a restore is made, or somebody types. */
export async function killBrowser(rounds: number, seed: number): Promise<BrowserKillFigures> {
  const random = countingRandom(seed);
  const laptop = await BrowserLaptop.start();
  const wrong: string[] = [];
  let acknowledged = 0;
  let lettersLost = 0;
  try {
    const first = await laptop.open('/');
    await beginWork(first);
    await first.getByRole('button', { name: 'Add sample data' }).click();
    await first.getByText('Sample data were added.').waitFor();
    const all = await sampleCount(first);
    await first.getByRole('button', { name: 'Back up now' }).click();
    await first.getByText('Backed up and read back.').waitFor();
    await laptop.close();
    for (let round = 0; round < rounds; round++) {
      const page = await laptop.open();
      const before = await sampleCount(page);
      if (before !== 0 && before !== all) wrong.push(`round ${round}: ${before} of ${all} records`);
      const work = round % 3 === 2 ? typing(page) : act(page, before, round);
      await Promise.race([work.ended, delay(randomBelow(random, 2000))]);
      const told = { ...work.told };
      await laptop.kill();
      if (told.saved !== null) acknowledged++;
      const again = await laptop.open(work.path);
      if (told.saved !== null && (await sampleCount(again)) !== (told.saved === 'added' ? all : 0)) {
        wrong.push(`round ${round}: what was ${told.saved} is not`);
      }
      if (told.typed > 0) lettersLost = Math.max(lettersLost, told.typed - (await lettersIn(again)));
      await laptop.close();
    }
  } finally {
    await laptop.remove();
  }
  return { rounds, acknowledged, lettersLost, wrong };
}

interface Work {
  readonly path: string;
  readonly ended: Promise<void>;
  /** What the screen had said by now. */
  readonly told: { saved: 'added' | 'removed' | null; typed: number };
}

function act(page: Page, before: number, round: number): Work {
  const told: Work['told'] = { saved: null, typed: 0 };
  const run = async (): Promise<void> => {
    if (round % 6 === 4) {
      await page
        .getByRole('button', { name: /^Restore the backup/ })
        .first()
        .click();
      return page.getByRole('button', { name: 'Restore this backup' }).click();
    }
    await page.getByRole('button', { name: before === 0 ? 'Add sample data' : 'Remove sample data' }).click();
    await page
      .getByText(before === 0 ? 'Sample data were added.' : 'All sample data were removed.')
      .waitFor();
    told.saved = before === 0 ? 'added' : 'removed';
    await page.getByRole('button', { name: 'Back up now' }).click();
  };
  return { path: '/#/settings', ended: run().catch(() => undefined), told };
}

const newOrganization = '/#/records/organization/new';
const sentence = 'Ministry of Examples and further examples, department of more examples';

function typing(page: Page): Work {
  const told: Work['told'] = { saved: null, typed: 0 };
  const run = async (): Promise<void> => {
    await page.goto(new URL(newOrganization, page.url()).href);
    const name = nameField(page);
    await name.click();
    await name.fill('');
    for (const letter of sentence) {
      await page.keyboard.type(letter);
      told.typed++;
      await delay(20);
    }
  };
  return { path: newOrganization, ended: run().catch(() => undefined), told };
}

// Not the first text box: the page before has one as well.
const nameField = (page: Page) => page.locator('[id$="-name"]').first();

async function lettersIn(page: Page): Promise<number> {
  const name = nameField(page);
  await name.waitFor();
  return (await name.inputValue()).length;
}
