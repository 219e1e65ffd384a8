import { expect, type Locator, type Page } from '@playwright/test';
import { goTo, type Language } from './person.ts';

// How a person logs what was done: forms are filled in by their labels, a star marks what is required.

export interface Consultation {
  readonly date: string;
  /** Made on the spot when nobody of that name is known. */
  readonly expert: string;
  readonly client: { readonly name: string; readonly type: string; readonly country: string };
  readonly topic: string;
  readonly field: string;
  readonly question: string;
  readonly advice: string;
  readonly nextAction?: string;
  readonly due?: string;
}

export interface Training {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly women: number;
  readonly men: number;
}

const words = {
  en: {
    consultations: 'Consultations',
    newConsultation: /^New:? consultation$/i,
    date: 'Date',
    experts: 'Experts',
    client: 'Client organization',
    topic: 'Topic',
    field: 'Field',
    question: 'Question',
    advice: 'Advice',
    nextAction: 'Next action',
    due: 'Due',
    type: 'Type',
    country: 'Country',
    trainings: 'Trainings',
    newTraining: /^New:? training$/i,
    start: 'Start',
    end: 'End',
    title: 'Title',
    women: 'women',
    men: 'men',
    create: 'Create and choose',
    save: 'Save',
    saved: 'Saved',
  },
  ko: {
    consultations: '컨설팅',
    newConsultation: '컨설팅 추가',
    date: '날짜',
    experts: '전문가',
    client: '자문 대상 기관',
    topic: '주제',
    field: '분야',
    question: '요청 사항',
    advice: '자문 내용',
    nextAction: '후속 조치',
    due: '조치 기한',
    type: '유형',
    country: '국가',
    trainings: '연수·교육',
    newTraining: '연수·교육 추가',
    start: '시작일',
    end: '종료일',
    title: '과정명',
    women: '여성',
    men: '남성',
    create: '추가하고 선택',
    save: '저장',
    saved: '저장했습니다',
  },
} as const;

/** A field of the open form by its label. */
export const field = (scope: Page | Locator, label: string): Locator =>
  scope
    .getByLabel(new RegExp(`^${label}( \\*)?( |$)`))
    .and(scope.locator('input:not([type="radio"]), select, textarea'))
    .first();

/** The button of the form; its keys are written on it. */
export const saveButton = (page: Page, language: Language = 'en'): Locator =>
  page.getByRole('button', { name: new RegExp(`^${words[language].save}( |Ctrl|$)`) });

/** The word that appears once an entry is on the disk. */
export const savedToast = (page: Page, language: Language = 'en'): Locator =>
  page.getByText(words[language].saved, { exact: true }).last();

export async function logConsultation(
  page: Page,
  entry: Consultation,
  language: Language = 'en',
): Promise<void> {
  await fillConsultation(page, entry, language);
  await saveButton(page, language).click();
  await expect(page.getByRole('region', { name: entry.topic, exact: true })).toBeVisible();
}

export async function fillConsultation(
  page: Page,
  entry: Consultation,
  language: Language = 'en',
): Promise<void> {
  const t = words[language];
  await goTo(page, t.consultations);
  await page.getByRole('link', { name: t.newConsultation }).click();
  await field(page, t.date).fill(entry.date);
  await pick(page, field(page, t.experts), entry.expert, t.create);
  await pick(page, field(page, t.client), entry.client.name, t.create, async (dialog) => {
    await field(dialog, t.type).selectOption(entry.client.type);
    await pick(page, field(dialog, t.country), entry.client.country, t.create);
  });
  await field(page, t.topic).fill(entry.topic);
  await field(page, t.field).selectOption(entry.field);
  await field(page, t.question).fill(entry.question);
  await field(page, t.advice).fill(entry.advice);
  if (entry.nextAction !== undefined) await field(page, t.nextAction).fill(entry.nextAction);
  if (entry.due !== undefined) await field(page, t.due).fill(entry.due);
}

export async function logTraining(page: Page, entry: Training, language: Language = 'en'): Promise<void> {
  const t = words[language];
  await goTo(page, t.trainings);
  await page.getByRole('link', { name: t.newTraining }).click();
  await field(page, t.title).fill(entry.title);
  await field(page, t.start).fill(entry.start);
  await field(page, t.end).fill(entry.end);
  await page.getByLabel(t.women, { exact: true }).fill(String(entry.women));
  await page.getByLabel(t.men, { exact: true }).fill(String(entry.men));
  await saveButton(page, language).click();
  await expect(page.getByRole('region', { name: entry.title, exact: true })).toBeVisible();
}

/** Opens a record from its list by the name it has there. */
export async function openRecord(page: Page, list: string, title: string): Promise<Locator> {
  await goTo(page, list);
  await page.getByRole('row').filter({ hasText: title }).click();
  const record = page.getByRole('region', { name: title, exact: true });
  await expect(record).toBeVisible();
  return record;
}

/** Chooses by name; makes the record on the spot when there is none. */
async function pick(
  page: Page,
  box: Locator,
  name: string,
  create: string,
  fillRest: (dialog: Locator) => Promise<void> = async () => undefined,
): Promise<void> {
  await box.fill(name);
  // Known names stand before the way to make a new one.
  const first = page.getByRole('option').filter({ hasText: name, visible: true }).first();
  const isNew = /^(Create “|“)/.test((await first.innerText()).trim());
  await first.click();
  if (!isNew) return;
  const dialog = page.getByRole('dialog').last();
  await fillRest(dialog);
  await dialog.getByRole('button', { name: create }).click();
  await expect(dialog).toBeHidden();
}
