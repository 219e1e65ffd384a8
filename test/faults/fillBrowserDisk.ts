import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { countingRandom } from '../support/exchange.ts';
import { BrowserLaptop, beginWork, sampleCount } from './browserLaptop.ts';
import { randomBelow } from './flipBits.ts';
import { mountSmallDisk, unmountSmallDisk } from './smallDisk.ts';

export interface BrowserDiskFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Changes that the screen said it could not save. */
  readonly refused: number;
  /** Rounds that the browser itself did not survive: the disk under what it maps into memory is gone. */
  readonly ended: number;
  readonly wrong: readonly string[];
}

const megabyte = 1024 * 1024;
/** So much that Fieldbook does not call it scarce while nothing else lies there. */
const diskSize = 1500;

/**
 * Fills the disk (a mounted tmpfs) that holds a running browser's profile while data are added and removed; then room
 * is made. What the screen said is saved must be there, and work must go on. Null where no disk can be mounted.
 */
export async function fillBrowserDisk(rounds: number, seed: number): Promise<BrowserDiskFigures | null> {
  const disk = mkdtempSync(join(tmpdir(), 'fieldbook-small-'));
  if (!mountSmallDisk(disk, `${diskSize}m`)) {
    rmSync(disk, { recursive: true });
    return null;
  }
  const laptop = await BrowserLaptop.start(join(disk, 'profile'));
  try {
    return await fill(laptop, disk, rounds, seed);
  } finally {
    await laptop.close().catch(() => undefined);
    await laptop.remove();
    unmountSmallDisk(disk);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function fill(
  laptop: BrowserLaptop,
  disk: string,
  rounds: number,
  seed: number,
): Promise<BrowserDiskFigures> {
  const random = countingRandom(seed);
  const ballast = join(disk, 'ballast');
  const wrong: string[] = [];
  let acknowledged = 0;
  let refused = 0;
  let ended = 0;
  let page = await laptop.open('/');
  await beginWork(page);
  await change(page);
  const all = await sampleCount(page);
  for (let round = 0; round < rounds; round++) {
    // Adding takes far more room than removing does: two rounds of each.
    const isToAdd = Math.floor(round / 2) % 2 === 0;
    if ((await sampleCount(page)) > 0 === isToAdd && (await change(page)) !== 'saved')
      wrong.push(`round ${round}: nothing can be saved with room on the disk`);
    const before = await sampleCount(page);
    // Before the change, or while it is being written.
    const isBefore = round % 2 === 0;
    if (isBefore) await fillAndKeepFull(disk, ballast);
    const filling = isBefore ? null : delay(randomBelow(random, 300)).then(() => fillUp(disk, ballast));
    const told = await change(page);
    await filling;
    if (told === 'saved') acknowledged++;
    else if (told === 'refused') refused++;
    else if (told === 'ended') ended++;
    else wrong.push(`round ${round}: the screen said nothing`);
    await laptop.close();
    rmSync(ballast, { force: true });
    page = await laptop.open();
    const found = await sampleCount(page);
    const after = before === 0 ? all : 0;
    const fits = told === 'saved' ? [after] : told === 'refused' ? [before] : [before, after];
    if (!fits.includes(found))
      wrong.push(`round ${round}: ${found} records, not ${fits.join(' or ')}; it was ${told}`);
    // Somebody made room: it works again by itself.
    if ((await change(page)) !== 'saved')
      wrong.push(`round ${round}: nothing can be saved after room was made`);
  }
  return { rounds, acknowledged, refused, ended, wrong };
}

/** What the browser gives back when it notices is taken as well. */
async function fillAndKeepFull(disk: string, ballast: string): Promise<void> {
  for (let times = 0; times < 4; times++) {
    fillUp(disk, ballast);
    await delay(150);
  }
}

/** All of the disk but a few bytes. */
function fillUp(disk: string, ballast: string): void {
  for (let size = 64 * megabyte; size >= 4096; size = Math.floor(size / 2)) {
    while (statfsSync(disk).bavail * statfsSync(disk).bsize >= size) {
      try {
        writeFileSync(ballast, new Uint8Array(size), { flag: 'a' });
      } catch {
        break;
      }
    }
  }
}

/** Adds the sample data or removes them; `silent` when the screen says nothing of it, `ended` when it is gone. */
async function change(page: Page): Promise<'saved' | 'refused' | 'silent' | 'ended'> {
  const isThere = (await sampleCount(page)) > 0;
  await page.getByRole('button', { name: isThere ? 'Remove sample data' : 'Add sample data' }).click();
  const saved = page.getByText(isThere ? 'All sample data were removed.' : 'Sample data were added.');
  // Every sentence about a save that failed begins so.
  const refused = page.getByText(/^Not saved/);
  return Promise.race([
    saved
      .first()
      .waitFor()
      .then(() => 'saved' as const),
    refused
      .first()
      .waitFor()
      .then(() => 'refused' as const),
  ]).catch(() => (page.isClosed() ? 'ended' : 'silent'));
}
