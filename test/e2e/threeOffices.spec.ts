import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type SeededRandom, seededRandom } from '../../shared/records/sample/seededRandom.ts';
import { withEditedCells } from '../support/e2eWorkbooks.ts';
import { type App, expect, test } from './support/app.ts';
import { receive } from './support/exchange.ts';
import { field, logConsultation, openRecord, saveButton } from './support/logging.ts';
import {
  deleted,
  type Holding,
  joined,
  liveTopics,
  nothing,
  ofCenter,
  openConflicts,
  typed,
  valuesOf,
  written,
} from './support/officeModel.ts';
import { beginWork, expectHistory, goTo, historyWith } from './support/person.ts';

// Two centers and headquarters do whatever comes, in an order that the seed decides, and send each other files; a
// small model keeps account of what nobody may lose. At the end all three exchange everything and must show the same.

const seed = process.env.FIELDBOOK_SEED ?? 'three offices';
const stepCount = 12;

const centers = {
  sofia: { label: "Korea-Bulgaria('10)", country: 'Bulgaria' },
  nairobi: { label: "Korea-Kenya('17)", country: 'Kenya' },
} as const;
type CenterName = keyof typeof centers;
type OfficeName = CenterName | 'headquarters';

interface Office {
  readonly name: OfficeName;
  readonly app: App;
  holds: Holding;
}

interface File {
  readonly path: string;
  readonly holds: Holding;
  /** What it held before anybody typed into it. */
  readonly exported: Holding;
}

class Story {
  readonly offices: Office[] = [];
  readonly files: File[] = [];
  readonly told: string[] = [];
  #count = 0;

  constructor(
    private readonly random: SeededRandom,
    private readonly folder: string,
  ) {}

  office(name: OfficeName): Office {
    const office = this.offices.find((one) => one.name === name);
    if (office === undefined) throw new Error(`no office ${name}`);
    return office;
  }

  async log(name: CenterName): Promise<void> {
    const office = this.office(name);
    const { label, country } = centers[name];
    const topic = this.#named('Topic');
    const advice = this.#named('Advice');
    this.told.push(`${name} logs ${topic}`);
    await logConsultation(office.app.page, {
      date: '2025-04-07',
      expert: `Expert in ${country}`,
      client: { name: `Agency of ${country}`, type: 'Agency', country },
      topic,
      field: 'Strategy and master plan',
      question: 'How do other countries do it?',
      advice,
    });
    office.holds = written(office.holds, topic, label, advice);
  }

  async send(office: Office, year = false): Promise<File> {
    const { page } = office.app;
    this.told.push(`${office.name} sends ${year ? '2025' : 'everything'}`);
    await goTo(page, 'Send');
    await page.getByRole('radio', { name: year ? 'One year' : 'Everything' }).check();
    if (year) {
      const period = page.getByRole('group', { name: 'Period' }).getByRole('status');
      for (let step = 0; step < 20 && (await period.innerText()) !== '2025'; step++) {
        await page.getByRole('button', { name: 'Earlier' }).click();
      }
      await expect(period).toHaveText('2025');
    }
    const { path } = await office.app.saveDownload(() =>
      page.getByRole('button', { name: 'Save the workbook…' }).click(),
    );
    const holds =
      office.name === 'headquarters' ? office.holds : ofCenter(office.holds, centers[office.name].label);
    const file = { path, holds, exported: holds };
    this.files.push(file);
    return file;
  }

  async receive(office: Office, file: File): Promise<void> {
    const { page } = office.app;
    this.told.push(`${office.name} receives ${[...file.holds.keys()].join(', ')}`);
    await receive(office.app, [file.path]);
    await takeWhatIsNew(page);
    office.holds = joined(office.holds, file.holds);
  }

  /** One of the things that can be done now; another one when there is nothing to do it with. */
  async takeStep(): Promise<void> {
    const office = this.random.pick(this.offices);
    const steps = [
      this.#log,
      this.#edit,
      this.#edit,
      this.#delete,
      this.#sendAny,
      this.#handEdit,
      this.#handEdit,
    ];
    const step = this.random.pick([
      ...steps,
      this.#receiveAny,
      this.#receiveAny,
      this.#receiveAny,
      this.#resolve,
    ]);
    if (!(await step(office))) await this.#receiveAny(office);
  }

  readonly #log = async ({ name }: Office): Promise<boolean> => {
    if (name === 'headquarters') return false;
    await this.log(name);
    return true;
  };

  readonly #edit = async (office: Office): Promise<boolean> => {
    const topic = this.#settledTopic(office.holds);
    if (topic === null) return false;
    const advice = this.#named('Advice');
    this.told.push(`${office.name} changes ${topic} to ${advice}`);
    const { page } = office.app;
    await openRecord(page, 'Consultations', topic);
    await field(page, 'Advice').fill(advice);
    await saveButton(page).click();
    await expect(saveButton(page)).toBeDisabled();
    office.holds = written(office.holds, topic, office.holds.get(topic)?.center ?? '', advice);
    return true;
  };

  readonly #delete = async (office: Office): Promise<boolean> => {
    const topic = this.#settledTopic(office.holds);
    if (topic === null) return false;
    this.told.push(`${office.name} deletes ${topic}`);
    const record = await openRecord(office.app.page, 'Consultations', topic);
    await record.getByRole('button', { name: 'Delete' }).click();
    await expect(record).toBeHidden();
    office.holds = deleted(office.holds, topic);
    return true;
  };

  readonly #sendAny = async (office: Office): Promise<boolean> => {
    await this.send(office, this.random.chance(0.4));
    return true;
  };

  /** Somebody changes a cell of a file that lies about, and leaves the copy beside it. */
  readonly #handEdit = async (): Promise<boolean> => {
    const file = this.random.pick(this.files);
    const topic = this.#settledTopic(file.holds);
    if (topic === null) return false;
    const advice = this.#named('Advice');
    this.told.push(`somebody changes ${topic} in a file to ${advice}`);
    const path = join(this.folder, `edited-${this.#count}.xlsx`);
    await withEditedCells(file.path, path, [
      { sheet: 'Consultations', rowWith: topic, header: 'Advice', text: advice },
    ]);
    this.files.push({ ...file, path, holds: typed(file.holds, file.exported, topic, advice) });
    return true;
  };

  readonly #receiveAny = async (office: Office): Promise<boolean> => {
    await this.receive(office, this.random.pick(this.files));
    return true;
  };

  /** Takes the other value where one record is in conflict. */
  readonly #resolve = async (office: Office): Promise<boolean> => {
    const [conflict, ...more] = openConflicts(office.holds);
    if (conflict === undefined || more.length > 0) return false;
    const [topic, values] = conflict;
    if (values.length !== 2 || office.holds.get(topic)?.deleted !== null) return false;
    const { page } = office.app;
    await page
      .getByRole('link', { name: /^Conflicts/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Take this one' }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText('Nothing to decide')).toBeVisible();
    await openRecord(page, 'Consultations', topic);
    const chosen = await field(page, 'Advice').inputValue();
    this.told.push(`${office.name} decides for ${chosen}`);
    expect(values).toContain(chosen);
    office.holds = written(office.holds, topic, office.holds.get(topic)?.center ?? '', chosen);
    return true;
  };

  /** A record that is there and in no conflict, so that who changes it has seen all of it. */
  #settledTopic(holds: Holding): string | null {
    const settled = liveTopics(holds).filter((topic) => valuesOf(holds, topic).length === 1);
    return settled.length === 0 ? null : this.random.pick(settled);
  }

  #named(word: string): string {
    this.#count += 1;
    return `${word} ${String(this.#count).padStart(2, '0')}`;
  }
}

test('three offices that do what they like and send files end with the same records and lose nothing', async ({
  app,
  anotherApp,
  folder,
}, testInfo) => {
  test.setTimeout(240_000);
  testInfo.annotations.push({ type: 'seed', description: seed });
  const story = new Story(seededRandom(seed), folder);
  const sofia = { name: 'sofia' as const, app, holds: nothing };
  const nairobi = { name: 'nairobi' as const, app: await anotherApp('nairobi'), holds: nothing };
  const headquarters = {
    name: 'headquarters' as const,
    app: await anotherApp('headquarters'),
    holds: nothing,
  };
  story.offices.push(sofia, nairobi, headquarters);
  for (const name of ['sofia', 'nairobi'] as const) {
    const { label, country } = centers[name];
    await beginWork(story.office(name).app.page, {
      language: 'en',
      name: `Expert in ${country}`,
      workspace: label,
    });
  }
  await beginWork(headquarters.app.page, {
    language: 'en',
    name: 'Lee Seoyeon',
    workspace: 'Headquarters',
  });
  try {
    await story.log('sofia');
    await story.log('nairobi');
    for (const name of ['sofia', 'nairobi'] as const) {
      await story.receive(headquarters, await story.send(story.office(name)));
    }
    for (let step = 0; step < stepCount; step++) await story.takeStep();
    await exchangeAll(story);
    for (const office of story.offices) await expectAsTheModel(office);
  } finally {
    await testInfo.attach('story', { body: [`seed: ${seed}`, ...story.told].join('\n') });
    console.log([`seed: ${seed}`, ...story.told].join('\n  '));
  }
});

async function exchangeAll(story: Story): Promise<void> {
  const headquarters = story.office('headquarters');
  // What stands in files only is brought in as well: nothing that was written may stay behind.
  const files = [...story.files];
  for (const name of ['sofia', 'nairobi'] as const) files.push(await story.send(story.office(name)));
  story.told.push('headquarters receives all files');
  await receive(
    headquarters.app,
    files.map(({ path }) => path),
  );
  await takeWhatIsNew(headquarters.app.page);
  for (const { holds } of files) headquarters.holds = joined(headquarters.holds, holds);
  const consolidated = await story.send(headquarters);
  for (const name of ['sofia', 'nairobi'] as const) {
    await story.receive(story.office(name), consolidated);
    expect(modelOf(story.office(name).holds)).toEqual(modelOf(headquarters.holds));
  }
}

async function takeWhatIsNew(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: /^(Import \d|Note as received)/ });
  await take
    .or(page.getByRole('button', { name: 'Nothing to import' }))
    .first()
    .waitFor();
  if (!(await take.isVisible())) return;
  await take.click();
  await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible();
}

const modelOf = (holds: Holding) =>
  [...holds]
    .map(([topic, { versions, deleted: seen }]) => [
      topic,
      versions.map(({ key }) => key).sort(),
      seen !== null,
    ])
    .sort();

async function expectAsTheModel({ app: { page }, holds, name }: Office): Promise<void> {
  const live = liveTopics(holds);
  const conflicts = openConflicts(holds);
  await goTo(page, 'Consultations');
  for (const topic of holds.keys()) {
    const row = page.getByRole('row').filter({ hasText: topic });
    await expect(row, `${topic} at ${name}`).toHaveCount(live.includes(topic) ? 1 : 0);
  }
  for (const topic of live) {
    await openRecord(page, 'Consultations', topic);
    expect(valuesOf(holds, topic), `${topic} at ${name}`).toContain(await field(page, 'Advice').inputValue());
  }
  // The entry counts what waits for a decision.
  await page
    .getByRole('link', { name: /^Conflicts/ })
    .first()
    .click();
  if (conflicts.size === 0) await expect(page.getByText('Nothing to decide')).toBeVisible();
  for (const [topic, values] of conflicts) {
    const entry = page.getByText(topic).first();
    await entry.click();
    if (holds.get(topic)?.deleted !== null) continue;
    for (const value of values) await expect(page.getByText(value).first()).toBeVisible();
  }
  const count = (center: string) => live.filter((topic) => holds.get(topic)?.center === center).length;
  const [bulgaria, kenya] = [count(centers.sofia.label), count(centers.nairobi.label)];
  await expectHistory(
    page,
    historyWith(
      [centers.sofia.label, 10, 5 + bulgaria, 12],
      [centers.nairobi.label, 8, 15 + kenya, 12],
      ['Total', 76, 109 + bulgaria + kenya, 117],
    ),
  );
}
