import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { countingRandom } from '../support/exchange.ts';
import { contentInDatabase } from '../support/pageDatabase.ts';
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
    const content = await contentInDatabase(first);
    await laptop.close();
    for (let round = 0; round < rounds; round++) {
      harmFiles(laptop.databaseFiles(), harm, random);
      const page = await laptop.open();
      const found = await sampleCount(page).catch((error: unknown) => String(error));
      if (found !== expected) wrong.push(`round ${round}: ${found} of ${expected} records`);
      else if ((await contentInDatabase(page)) !== content)
        wrong.push(`round ${round}: the records say something else`);
      const isTold = (await page.getByText(/was rebuilt|brought (into|back)/).count()) > 0;
      if (isTold) told++;
      // What a flipped or missing part meant can be nothing; a database that is gone is no such thing.
      else if (harm === 'delete') wrong.push(`round ${round}: nobody was told`);
      await laptop.close();
    }
  } finally {
    await laptop.close();
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
