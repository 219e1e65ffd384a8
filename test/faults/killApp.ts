import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { colleague, logAt, saveExport } from '../support/e2eWorkbooks.ts';
import { countingRandom } from '../support/exchange.ts';
import {
  contentInDatabase,
  countInDatabase,
  makeDatabaseOld,
  namedInDatabase,
} from '../support/pageDatabase.ts';
import { beginWork, sampleCount } from './browserLaptop.ts';
import { randomBelow } from './flipBits.ts';
import type { KillableLaptop } from './laptops.ts';

/** What somebody is doing when the process is killed. */
export const activities = [
  'type',
  'save',
  'import',
  'undo',
  'snapshot',
  'restore',
  'migrate',
  'sample',
] as const;
type Activity = (typeof activities)[number];

export interface AppKillFigures {
  readonly rounds: number;
  /** Per activity: kills before the screen said that it was done, and after. */
  readonly kills: Readonly<Record<Activity, { readonly before: number; readonly after: number }>>;
  /** Letters that were typed and were not in the draft afterwards, at most. */
  readonly lettersLost: number;
  readonly wrong: readonly string[];
}

/** Milliseconds within which the first kill comes. How long an activity takes on this computer is learned from there. */
const firstWindow = 1000;
const lastWindow = 20_000;

/** What the screens say that there is; null where a kill leaves it open. */
interface Expected {
  readonly samples: number | null;
  readonly imported: number | null;
  /** Organizations that were saved one by one in the form. */
  readonly saved: number | null;
}

/** Kills the application again and again on the same data, each time in the middle of something else. */
export async function killApp(laptop: KillableLaptop, rounds: number, seed: number): Promise<AppKillFigures> {
  const random = countingRandom(seed);
  const wrong: string[] = [];
  const kills = Object.fromEntries(activities.map((one) => [one, { before: 0, after: 0 }])) as Record<
    Activity,
    { before: number; after: number }
  >;
  let lettersLost = 0;
  const windows = new Map<Activity, number>();
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-mail-'));
  const work = new Work(laptop, folder);
  try {
    await work.begin();
    for (let round = 0; round < rounds; round++) {
      const activity = activities[round % activities.length] ?? 'type';
      const longest = windows.get(activity) ?? firstWindow;
      const told = await work.until(activity, randomBelow(random, longest));
      windows.set(activity, Math.min(lastWindow, Math.ceil(longest * (told.isDone ? 0.7 : 1.5))));
      kills[activity][told.isDone ? 'after' : 'before']++;
      lettersLost = Math.max(lettersLost, told.lettersLost);
      wrong.push(...told.wrong.map((what) => `round ${round}, ${activity}: ${what}`));
    }
  } finally {
    await laptop.close().catch(() => undefined);
    await laptop.remove();
    rmSync(folder, { recursive: true });
  }
  return { rounds, kills, lettersLost, wrong };
}

/** A workbook that came in, or that is about to. */
interface Mail {
  readonly name: string;
  readonly path: string;
  /** Of all its records that are somebody's work. */
  readonly ids: readonly string[];
}

/** A colleague's workbook of some hundred records, large enough for a kill to come amidst it. */
async function writeMail(folder: string, number: number): Promise<Mail> {
  const name = `report-${number}.xlsx`;
  const path = join(folder, name);
  const sofia = colleague(1000 + number);
  for (let topic = 0; topic < 120; topic++) logAt(sofia, 'BG10', `Topic ${number}.${topic}`);
  await saveExport(sofia, path);
  return { name, path, ids: sofia.records.all('consultation').map(({ id }) => id) };
}

interface Told {
  readonly isDone: boolean;
  readonly lettersLost: number;
  readonly wrong: readonly string[];
}

class Work {
  #expected: Expected = { samples: 0, imported: 0, saved: 0 };
  /** Of the records at the end of the last round; what they say in every state that was seen, for backups hold these. */
  #content = '';
  readonly #contents = new Set<string>();
  #saves = 0;
  /** How many of these were there at the end of the last round. */
  #saved = 0;
  /** How many records all samples are. */
  #samples = 0;
  #letters = 0;
  #mails = 0;
  /** The last workbook that was received, if only in part. */
  #mail: Mail = { name: '', path: '', ids: [] };

  constructor(
    private readonly laptop: KillableLaptop,
    private readonly folder: string,
  ) {}

  async begin(): Promise<void> {
    const page = await this.laptop.start();
    await beginWork(page);
    await this.#sample(page);
    this.#samples = await sampleCount(page);
    await this.#snapshot(page);
    await this.#note(page);
    await this.#import(page);
    const imported = await countInDatabase(page, this.#mail.ids);
    if (imported !== this.#mail.ids.length) throw new Error('the workbook did not come in as a whole');
    this.#expected = { samples: this.#samples, imported, saved: 0 };
    await this.#note(page);
    await this.laptop.close();
  }

  /** Begins an activity on what is there, kills it after a while, and looks what is there then. */
  async until(activity: Activity, milliseconds: number): Promise<Told> {
    const wrong: string[] = [];
    const page = await this.#ready(activity);
    this.#letters = 0;
    let isDone = false;
    const before = this.#expected;
    const acting = this.#act(page, activity).then(
      (after) => {
        isDone = true;
        this.#expected = after;
      },
      // The page is gone, or what it waited for did not come in time: the kill comes in between.
      () => undefined,
    );
    await Promise.race([acting, delay(milliseconds)]);
    const told = { isDone, expected: this.#expected, letters: this.#letters };
    await this.laptop.kill();
    await acting;
    this.#expected = told.isDone ? told.expected : openAfter(activity, before);
    const again = await this.laptop.start();
    wrong.push(...(await this.#look(again, activity)));
    const lettersLost = activity === 'type' ? told.letters - (await lettersIn(again)) : 0;
    await this.laptop.close();
    return { isDone: told.isDone, lettersLost: Math.max(0, lettersLost), wrong };
  }

  /** The application as the activity needs it: an undo wants a workbook that is in, an import one that is not. */
  async #ready(activity: Activity): Promise<Page> {
    const page = await this.laptop.start();
    if (activity === 'undo' && this.#expected.imported === 0) {
      await this.#import(page);
      this.#expected = { ...this.#expected, imported: this.#mail.ids.length };
    }
    if (activity === 'import') {
      this.#mail = await writeMail(this.folder, ++this.#mails);
      this.#expected = { ...this.#expected, imported: 0 };
    }
    if (activity !== 'migrate') return page;
    await goTo(page, 'Settings');
    await makeDatabaseOld(page);
    await this.laptop.close();
    return this.laptop.start();
  }

  async #act(page: Page, activity: Activity): Promise<Expected> {
    const before = this.#expected;
    switch (activity) {
      case 'type':
        await this.#type(page);
        return before;
      case 'save':
        await this.#save(page);
        return { ...before, saved: before.saved === null ? null : before.saved + 1 };
      case 'import':
        await this.#receive(page);
        return { ...before, imported: this.#mail.ids.length };
      case 'undo':
        await this.#undo(page);
        return { ...before, imported: 0 };
      case 'snapshot':
        await this.#snapshot(page);
        return before;
      case 'restore':
        await this.#restore(page);
        // Which backup it was is not told here.
        return { samples: null, imported: null, saved: null };
      case 'migrate':
        await goTo(page, 'Settings');
        return before;
      case 'sample':
        await this.#sample(page);
        return { ...before, samples: before.samples === 0 ? this.#samples : 0 };
    }
  }

  /** All or nothing of either, and what the screen had said. */
  async #look(page: Page, activity: Activity): Promise<readonly string[]> {
    await goTo(page, 'Settings');
    const found = {
      samples: await sampleCount(page),
      imported: await countInDatabase(page, this.#mail.ids),
      saved: await namedInDatabase(page, savedName),
    };
    const open = {
      samples: [0, this.#samples],
      imported: [0, this.#mail.ids.length],
      saved:
        activity === 'restore'
          ? Array.from({ length: this.#saves + 1 }, (_, count) => count)
          : [this.#saved, this.#saved + 1],
    };
    const wrong: string[] = [];
    for (const what of ['samples', 'imported', 'saved'] as const) {
      const expected = this.#expected[what];
      const fits = expected === null ? open[what] : [expected];
      if (!fits.includes(found[what])) wrong.push(`${found[what]} ${what}, not ${fits.join(' or ')}`);
    }
    const content = await contentInDatabase(page);
    const isNew = !this.#contents.has(content);
    // A restore brings a state back that was seen, as a whole; what changes no record leaves every word as it was.
    if (activity === 'restore' && isNew) wrong.push('the records say what they never said before');
    if (changesNothing.has(activity) && content !== this.#content)
      wrong.push('the records say something else');
    this.#expected = found;
    this.#saved = found.saved;
    await this.#note(page);
    return wrong;
  }

  async #note(page: Page): Promise<void> {
    this.#content = await contentInDatabase(page);
    this.#contents.add(this.#content);
  }

  /** One organization, as a person enters it: what is saved here is saved for good. */
  async #save(page: Page): Promise<void> {
    this.#saves++;
    await goToNewOrganization(page);
    await nameField(page).fill(`${savedName} ${this.#saves}`);
    await page.getByRole('combobox', { name: /^Type/ }).selectOption('agency');
    const country = page.locator('[id$="-country"]').first();
    await country.fill('Bulgaria');
    await page.getByRole('option', { name: 'Bulgaria' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved', { exact: true }).last().waitFor();
  }

  async #type(page: Page): Promise<void> {
    await goToNewOrganization(page);
    const name = nameField(page);
    await name.fill('');
    for (const letter of sentence) {
      await page.keyboard.type(letter);
      this.#letters++;
      await delay(20);
    }
  }

  async #import(page: Page): Promise<void> {
    this.#mail = await writeMail(this.folder, ++this.#mails);
    await this.#receive(page);
  }

  async #receive(page: Page): Promise<void> {
    await goTo(page, 'Receive');
    await this.laptop.upload(page, this.#mail.path, () =>
      page.getByRole('button', { name: 'Choose files…' }).click(),
    );
    await page.getByRole('button', { name: /^Import \d+ records?$/ }).click();
    await page.getByRole('heading', { name: 'Result' }).waitFor();
  }

  async #undo(page: Page): Promise<void> {
    await goTo(page, 'Changes');
    const what = `Import of ${this.#mail.name}`;
    await page.getByRole('button', { name: `Undo: ${what}` }).click();
    await page.getByRole('button', { name: `Do it again: ${what}` }).waitFor();
  }

  async #snapshot(page: Page): Promise<void> {
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('Backed up and read back.').waitFor();
  }

  async #restore(page: Page): Promise<void> {
    await goTo(page, 'Settings');
    await page
      .getByRole('button', { name: /^Restore the backup/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await page
      .getByText(/restored/i)
      .first()
      .waitFor();
  }

  async #sample(page: Page): Promise<void> {
    await goTo(page, 'Settings');
    const isThere = (await sampleCount(page)) > 0;
    await page.getByRole('button', { name: isThere ? 'Remove sample data' : 'Add sample data' }).click();
    const done = isThere ? 'All sample data were removed.' : 'Sample data were added.';
    await page.getByText(done).waitFor();
  }
}

/** What a kill amidst an activity leaves open. */
function openAfter(activity: Activity, before: Expected): Expected {
  switch (activity) {
    case 'import':
    case 'undo':
      return { ...before, imported: null };
    case 'sample':
      return { ...before, samples: null };
    case 'restore':
      return { samples: null, imported: null, saved: null };
    case 'save':
      return { ...before, saved: null };
    case 'type':
    case 'snapshot':
    case 'migrate':
      return before;
  }
}

async function goTo(page: Page, entry: string): Promise<void> {
  await page.getByRole('link', { name: entry, exact: true }).first().click();
}

const changesNothing: ReadonlySet<Activity> = new Set(['type', 'snapshot', 'migrate']);
const savedName = 'Saved organization';
const sentence = 'Ministry of Examples and further examples, department of more examples';

async function goToNewOrganization(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.evaluate(() => {
    location.hash = '#/records/organization/new';
  });
  await nameField(page).waitFor();
}

// Not the first text box: the page before has one as well.
const nameField = (page: Page) => page.locator('[id$="-name"]').first();

async function lettersIn(page: Page): Promise<number> {
  await goToNewOrganization(page);
  return (await nameField(page).inputValue()).length;
}
