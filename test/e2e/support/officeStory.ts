import { basename, join } from 'node:path';
import type { SeededRandom } from '../../../shared/records/sample/seededRandom.ts';
import { hasOffice, savedByOffice } from '../../support/e2eOffice.ts';
import { cellOf, readFile, sheetOf, withEditedCells } from '../../support/e2eWorkbooks.ts';
import { type App, expect } from './app.ts';
import { receive } from './exchange.ts';
import { field, logConsultation, openRecord, saveButton } from './logging.ts';
import * as model from './officeModel.ts';
import { type Holding, type ModelField, modelFields } from './officeModel.ts';
import { goTo } from './person.ts';

export const centers = {
  sofia: { label: "Korea-Bulgaria('10)", country: 'Bulgaria' },
  nairobi: { label: "Korea-Kenya('17)", country: 'Kenya' },
} as const;
type CenterName = keyof typeof centers;
export type OfficeName = CenterName | 'headquarters';
export const officeNames: readonly OfficeName[] = ['sofia', 'nairobi', 'headquarters'];

export interface Office {
  readonly name: OfficeName;
  readonly app: App;
  holds: Holding;
  /** What it held before the last thing done there; null where that is not taken back in these stories. */
  before: Holding | null;
  isHeadquarters: boolean;
}

interface SentFile {
  readonly path: string;
  readonly holds: Holding;
  /** What it held when it was sent, and when that was. */
  readonly sent: Holding;
  readonly at: number;
}

/** A value that somebody wrote, and the office that has it in a record's history. */
export interface Written {
  readonly topic: string;
  readonly value: string;
  /** `null`: into a file, which all receive in the end. */
  readonly office: OfficeName | null;
}

export const stepKinds = [
  'log',
  'edit',
  'delete',
  'send',
  'typeIntoFile',
  'saveInOtherProgram',
  'receive',
  'decide',
  'takeBack',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What happens at the offices, done on their screens and in the model. */
export class OfficeStory {
  readonly offices: readonly Office[];
  readonly files: SentFile[] = [];
  readonly written: Written[] = [];
  readonly told: string[] = [];
  #count = 0;
  #time = 0;

  constructor(
    private readonly random: SeededRandom,
    private readonly folder: string,
    apps: Readonly<Record<OfficeName, App>>,
  ) {
    this.offices = officeNames.map((name) => ({
      name,
      app: apps[name],
      holds: model.nothing,
      before: null,
      isHeadquarters: name === 'headquarters',
    }));
  }

  office(name: OfficeName): Office {
    const office = this.offices.find((one) => one.name === name);
    if (office === undefined) throw new Error(`no office ${name}`);
    return office;
  }

  /** Does a step somewhere; where there is nothing to do it with, somebody receives a file. */
  async take(kind: StepKind): Promise<void> {
    const done = await this.#step(kind);
    if (!done) await this.receiveAny();
  }

  async log(name: CenterName): Promise<void> {
    const office = this.office(name);
    const { label, country } = centers[name];
    const [topic, question, advice] = [this.#named('Topic'), this.#named('Question'), this.#named('Advice')];
    const year = this.random.chance(0.5) ? 2024 : 2025;
    this.#tell(`${name} logs ${topic} of ${year}: ${question}, ${advice}`);
    await logConsultation(office.app.page, {
      date: `${year}-04-07`,
      expert: `Expert in ${country}`,
      client: { name: `Agency of ${country}`, type: 'Agency', country },
      topic,
      field: 'Strategy and master plan',
      question,
      advice,
    });
    this.#wrote(office.name, topic, question, advice);
    const values = { Question: question, Advice: advice };
    this.#does(
      office,
      model.created(office.holds, topic, { center: label, year }, values, this.#writing(name)),
      false,
    );
  }

  async receive(office: Office, files: readonly SentFile[]): Promise<void> {
    const { page } = office.app;
    this.#tell(`${office.name} receives ${files.map(({ path }) => basename(path)).join(', ')}`);
    await receive(
      office.app,
      files.map(({ path }) => path),
    );
    const take = page.getByRole('button', { name: /^(Import \d|Note as received|Nothing to import)/ });
    const isNews = !(await take.innerText()).startsWith('Nothing');
    if (isNews) {
      await take.click();
      await expect(page.getByRole('heading', { name: 'Result' })).toBeVisible();
    }
    await expect(page.getByText(/rejected and (is|are) not imported/), 'no row is refused').toHaveCount(0);
    const holds = files.reduce((all, file) => model.joined(all, file.holds), office.holds);
    this.#does(office, holds, isNews && files.length === 1);
  }

  async receiveAny(): Promise<void> {
    await this.receive(this.random.pick(this.offices), [this.random.pick(this.files)]);
  }

  /** Saves a workbook of everything, or of what the form allows. */
  async send(office: Office, form: 'everything' | 'year' | 'center' | 'redacted'): Promise<SentFile> {
    const { page } = office.app;
    await goTo(page, 'Send');
    await page.getByRole('radio', { name: form === 'year' ? 'One year' : 'Everything', exact: true }).check();
    if (form === 'year') await chooseYear(office.app, '2025');
    const personal = form === 'redacted' ? /^Leave personal data out/ : /^Include personal data/;
    await page.getByRole('radio', { name: personal }).check();
    const center = this.#centerOf(office, form);
    if (office.isHeadquarters) await choose(office.app, 'Center', center ?? 'All centers');
    const saved = await office.app.saveDownload(() =>
      page.getByRole('button', { name: 'Save the workbook…' }).click(),
    );
    const { at } = this.#writing(office.name);
    const part = { ...(center === null ? {} : { center }), ...(form === 'year' ? { year: 2025 } : {}) };
    const holds = model.partOf(office.holds, part);
    const file = { path: saved.path, holds, sent: holds, at };
    this.files.push(file);
    this.#tell(`${office.name} sends ${form}: ${[...holds.keys()].join(', ')}`);
    return file;
  }

  /** From now on it sends the records of all centers. */
  async becomeHeadquarters(office: Office): Promise<void> {
    await goTo(office.app.page, 'Settings');
    await choose(office.app, 'This computer works for', 'Headquarters: all centers');
    office.isHeadquarters = true;
  }

  #step(kind: StepKind): Promise<boolean> {
    switch (kind) {
      case 'log':
        return this.log(this.random.pick(['sofia', 'nairobi'])).then(() => true);
      case 'edit':
        return this.#edit(this.random.pick(this.offices));
      case 'delete':
        return this.#delete(this.random.pick(this.offices));
      case 'send':
        return this.#sendAny(this.random.pick(this.offices));
      case 'typeIntoFile':
        return this.#typeIntoFile(this.random.pick(this.files));
      case 'saveInOtherProgram':
        return this.#saveInOtherProgram(this.random.pick(this.files.filter(({ holds }) => holds.size > 0)));
      case 'receive':
        return this.receiveAny().then(() => true);
      case 'decide':
        return this.#decide();
      case 'takeBack':
        return this.#takeBack();
    }
  }

  async #edit(office: Office): Promise<boolean> {
    const topic = this.#anyOf(model.liveTopics(office.holds));
    if (topic === null) return false;
    await this.#editField(office, topic, this.random.pick(modelFields));
    return true;
  }

  async #editField(office: Office, topic: string, label: ModelField): Promise<void> {
    const value = this.#named(label);
    const { page } = office.app;
    await openRecord(page, 'Consultations', topic);
    const shown = await field(page, label).inputValue();
    this.#tell(`${office.name} changes ${topic}: ${shown} to ${value}`);
    expect(model.countingValues(model.recordIn(office.holds, topic), label)).toContain(shown);
    await field(page, label).fill(value);
    await saveButton(page).click();
    await expect(saveButton(page)).toBeDisabled();
    this.#wrote(office.name, topic, value);
    const holds = model.edited(office.holds, topic, label, { shown, value }, this.#writing(office.name));
    this.#does(office, holds, false);
  }

  async #delete(office: Office): Promise<boolean> {
    const topic = this.#anyOf(model.liveTopics(office.holds));
    if (topic === null) return false;
    this.#tell(`${office.name} deletes ${topic}`);
    const record = await openRecord(office.app.page, 'Consultations', topic);
    await record.getByRole('button', { name: 'Delete' }).click();
    await expect(record).toBeHidden();
    this.#does(office, model.deleted(office.holds, topic, this.#writing(office.name)), false);
    return true;
  }

  async #sendAny(office: Office): Promise<boolean> {
    const forms = ['everything', 'year', 'redacted'] as const;
    await this.send(office, this.random.pick(office.isHeadquarters ? [...forms, 'center' as const] : forms));
    return true;
  }

  /** Somebody types into a cell of a file, in the XML of its sheet, and leaves the copy beside it. */
  async #typeIntoFile(file: SentFile): Promise<boolean> {
    const topic = this.#anyOf(model.liveTopics(file.sent));
    if (topic === null) return false;
    const label = this.random.pick(modelFields);
    const value = this.#named(label);
    const path = join(this.folder, `typed-${this.#count}.xlsx`);
    const shown = String(cellOf(sheetOf(await readFile(file.path), 'Consultations'), topic, label));
    this.#tell(
      `somebody types into ${basename(file.path)}, ${topic}: ${shown} to ${value}; ${basename(path)}`,
    );
    const cell = { sheet: 'Consultations', rowWith: topic, header: label, text: value };
    await withEditedCells(file.path, path, [cell]);
    this.#wrote(null, topic, value);
    // Whoever types sees what was exported; what somebody typed into this copy before is typed over.
    const [exported] = model.valuesOf(model.recordIn(file.sent, topic), label);
    const writing = { author: path, at: file.at + 0.5 };
    const typed = model.edited(file.sent, topic, label, { shown: exported ?? '', value }, writing);
    this.files.push({ ...file, path, holds: model.withField(file.holds, typed, topic, label) });
    return true;
  }

  async #saveInOtherProgram(file: SentFile): Promise<boolean> {
    if (!hasOffice) return false;
    this.#count += 1;
    const path = await savedByOffice(file.path, join(this.folder, `office-${this.#count}`));
    this.#tell(`LibreOffice saves ${basename(file.path)} anew`);
    this.files.push({ ...file, path });
    return true;
  }

  /** Two offices that hold a record write the same field of it, and the one hears of the other. */
  async #clash(): Promise<void> {
    const name = this.random.pick(['sofia', 'nairobi'] as const);
    const [sender, receiver] = [this.office(name), this.office('headquarters')];
    const label = this.random.pick(modelFields);
    const topic = this.#anyOf(
      model
        .liveTopics(model.partOf(sender.holds, { center: centers[name].label }))
        .filter((one) => model.liveTopics(receiver.holds).includes(one)),
    );
    if (topic === null) return;
    await this.#editField(sender, topic, label);
    await this.#editField(receiver, topic, label);
    await this.receive(receiver, [await this.send(sender, 'everything')]);
  }

  async #decide(): Promise<boolean> {
    if (this.#waiting().length === 0) await this.#clash();
    const waiting = this.#waiting();
    if (waiting.length === 0) return false;
    const { office, topic, label } = this.random.pick(waiting);
    const { page } = office.app;
    await page
      .getByRole('link', { name: /^Conflicts/ })
      .first()
      .click();
    const item = page
      .getByRole('listitem')
      .filter({ hasText: topic })
      .filter({ hasText: `Consultation · ${label}` });
    await item.locator('[aria-expanded]').click();
    const values = model.valuesOf(model.recordIn(office.holds, topic), label);
    for (const value of values) await expect(item.getByText(value, { exact: true })).toBeVisible();
    const value = this.random.pick(values);
    this.#tell(`${office.name} decides ${topic}: ${value} of ${values.join(', ')}`);
    await item
      .locator('div')
      .filter({ hasText: value, has: page.getByRole('button', { name: /(Keep|Take) this one$/ }) })
      .last()
      .getByRole('button', { name: /(Keep|Take) this one$/ })
      .click();
    await item.getByRole('button', { name: 'Confirm' }).click();
    await expect(item).toBeHidden();
    this.#does(office, model.decided(office.holds, topic, label, value, this.#writing(office.name)), true);
    return true;
  }

  #waiting() {
    return this.offices.flatMap((office) =>
      [...office.holds].flatMap(([topic, record]) =>
        modelFields
          .filter((label) => !model.isDeleted(record) && model.valuesOf(record, label).length > 1)
          .map((label) => ({ office, topic, label })),
      ),
    );
  }

  /** Takes the last import or decision of an office back. */
  async #takeBack(): Promise<boolean> {
    const isAble = ({ before }: Office): boolean => before !== null;
    if (!this.offices.some(isAble)) await this.#decide();
    const able = this.offices.filter(isAble);
    if (able.length === 0) return false;
    const office = this.random.pick(able);
    const { page } = office.app;
    this.#tell(`${office.name} takes back what it did last`);
    await goTo(page, 'Changes');
    await page.getByText('All changes', { exact: true }).click();
    await page
      .getByRole('button', { name: /^Undo: / })
      .first()
      .click();
    await expect(page.getByText('Taken back', { exact: true }).first()).toBeVisible();
    const holds = model.takenBack(office.before ?? office.holds, office.holds, this.#writing(office.name));
    this.#does(office, holds, false);
    return true;
  }

  /** The one center whose records are sent; null for all. */
  #centerOf({ name, isHeadquarters }: Office, form: string): string | null {
    if (!isHeadquarters && name !== 'headquarters') return centers[name].label;
    return form === 'center' ? centers[this.random.pick(['sofia', 'nairobi'] as const)].label : null;
  }

  #does(office: Office, holds: Holding, canBeTakenBack: boolean): void {
    office.before = canBeTakenBack ? office.holds : null;
    office.holds = holds;
  }

  #wrote(office: OfficeName | null, topic: string, ...values: readonly string[]): void {
    this.written.push(...values.map((value) => ({ topic, value, office })));
  }

  #writing(author: OfficeName): model.Writing {
    this.#time += 1;
    return { author, at: this.#time };
  }

  #anyOf(topics: readonly string[]): string | null {
    return topics.length === 0 ? null : this.random.pick(topics);
  }

  #named(word: string): string {
    this.#count += 1;
    return `${word} ${String(this.#count).padStart(2, '0')}`;
  }

  #tell(what: string): void {
    this.told.push(`${this.told.length + 1}. ${what}`);
  }
}

async function chooseYear({ page }: App, year: string): Promise<void> {
  const period = page.getByRole('group', { name: 'Period' }).getByRole('status');
  const isLater = async (): Promise<boolean> => (await period.innerText()) > year;
  while (await isLater()) await page.getByRole('button', { name: 'Earlier' }).click();
  await expect(period).toHaveText(year);
}

/** Chooses from a list that opens on a click. */
async function choose({ page }: App, label: string, option: string): Promise<void> {
  const box = page
    .getByRole('combobox', { name: label, exact: true })
    .or(page.getByRole('textbox', { name: label, exact: true }));
  await box.first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
