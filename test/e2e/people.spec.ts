import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { field, logConsultation, saveButton, savedToast } from './support/logging.ts';
import { beginWork, expertInBulgaria, goTo } from './support/person.ts';

const registers = {
  date: '2026-02-03',
  expert: 'Seo Haneul',
  client: { name: 'Ministry of Examples', type: 'Ministry', country: 'Bulgaria' },
  topic: 'Registers',
  field: 'Strategy and master plan',
  question: 'How to begin?',
  advice: 'With the population register.',
  nextAction: 'Send the model law',
  due: '2026-12-01',
};

test('experts are dispatched, their months add up, and nobody serves twice at a time', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'People and organizations');
  await page.getByRole('link', { name: 'Add an assignment' }).click();
  await assign(page, {
    person: 'Seo Haneul',
    role: 'Head of center',
    from: '2024-01-01',
    until: '2024-12-31',
  });
  await assign(page, {
    person: 'Seo Haneul',
    role: 'Expert',
    from: '2025-04-01',
    until: '2025-06-30',
    leave: '9',
  });

  // The refusal names the other assignment.
  await openForm(page, {
    person: 'Seo Haneul',
    role: 'Coordinator',
    from: '2024-12-31',
    until: '2025-01-31',
  });
  await saveButton(page).click();
  await expect(
    page.getByText(
      "This person already serves from 2024-01-01 to 2024-12-31: Head of center, Korea-Bulgaria('10).",
    ),
  ).not.toHaveCount(0);
  await field(page, 'From').fill('2025-01-01');
  await saveButton(page).click();
  await expect(savedToast(page)).toBeVisible();

  await goTo(page, 'People and organizations');
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const head = timeline.getByRole('link', { name: /^Seo Haneul: Head of center, 1 Jan 2024 – 31 Dec 2024$/ });
  await head.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(
    timeline.getByRole('link', { name: /^Seo Haneul: Expert, 1 Apr 2025 – 30 Jun 2025$/ }),
  ).toBeFocused();

  // Twelve months as head, one as coordinator; three as expert less a tenth (9 of 91 days of leave: 2.70).
  const months = page.getByRole('table', { name: 'Person-months' });
  await expect(months.getByRole('button', { name: /^Seo Haneul, 2024: 12\.00 months/ })).toBeVisible();
  await expect(months.getByRole('button', { name: /^Seo Haneul, 2025: 3\.70 months/ })).toBeVisible();
  await page.getByText('Role', { exact: true }).click();
  await expect(months.getByRole('button', { name: /^Expert, Total: 2\.70 months/ })).toBeVisible();

  await page.getByText('Table', { exact: true }).click();
  await expect(
    page
      .getByRole('table', { name: 'Who is where, and when' })
      .getByRole('row')
      .filter({ hasText: 'Expert' }),
  ).toContainText('91');

  await months.getByRole('button', { name: /^Coordinator, Total/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Coordinator' })).toHaveCount(1);
});

test('open work goes to the successor in one step, with a sheet to sign, and comes back', async ({ app }) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await logConsultation(page, registers);
  await goTo(page, 'People and organizations');
  await page.getByRole('link', { name: 'Add an assignment' }).click();
  await assign(page, { person: 'Seo Haneul', role: 'Expert', from: '2026-01-01', until: '2026-12-31' });
  await assign(page, { person: 'Moon Sora', role: 'Expert', from: '2027-01-01', until: '2027-12-31' });

  await goTo(page, 'People and organizations');
  await page.getByRole('link', { name: 'Hand over work' }).click();
  await choose(page, 'Who leaves', 'Seo Haneul');
  const work = page.getByRole('list', { name: 'Open work' });
  await expect(work.getByRole('checkbox', { name: 'Registers' })).toBeChecked();
  await expect(page.getByText('Choose who follows.')).toBeVisible();
  await choose(page, 'Who follows', 'Moon Sora');
  await page.getByRole('button', { name: 'Hand over 1 entry' }).click();

  await expect(page.getByText('Handed over. Print the sheet below for both to sign.')).toBeVisible();
  const sheet = page.getByRole('article', { name: 'Handover of work / 업무 인계서' });
  await expect(sheet).toContainText('Handed over by / 인계자');
  await expect(sheet).toContainText('Send the model law');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Another handover' })).toBeHidden();
  await expect(sheet).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText(/^Some of these entries are not with the successor any more/)).toBeVisible();
  await page.getByRole('button', { name: 'Another handover' }).click();
  await choose(page, 'Who leaves', 'Moon Sora');
  await expect(page.getByText(/^This person has no open work/)).toBeVisible();
});

test('a counterpart of the partner stands first, with role and time, and opens what one did together', async ({
  app,
}) => {
  const { page } = app;
  await beginWork(page, expertInBulgaria);
  await goTo(page, 'People and organizations');
  await page.getByRole('link', { name: 'Add a counterpart' }).click();
  await chooseNew(page, 'Person', 'Official Sample');
  await field(page, 'Role').selectOption('Coordinator');
  await field(page, 'Since').fill('2025-03-01');
  await saveButton(page).click();
  await expect(savedToast(page)).toBeVisible();

  await logConsultation(page, registers);
  await goTo(page, 'Consultations');
  await page.getByRole('row').filter({ hasText: 'Registers' }).click();
  await field(page, 'People advised').fill('Official');
  await page.getByRole('option', { name: 'Official Sample' }).filter({ visible: true }).click();
  await saveButton(page).click();
  await expect(savedToast(page).last()).toBeVisible();

  await goTo(page, 'People and organizations');
  const first = page.getByRole('table', { name: 'Counterparts' }).getByRole('row').nth(1);
  await expect(first).toContainText('Official Sample');
  await expect(first).toContainText('since 1 Mar 2025');
  await expect(first).toContainText('3 Feb 2026');
  await first.getByRole('button', { name: 'Official Sample, Consultations: open 1' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Registers' })).toHaveCount(1);
  await goTo(page, 'People and organizations');
  await first.getByRole('link', { name: 'Coordinator' }).click();
  await expect(page.getByRole('region', { name: /^Official Sample · Coordinator/ })).toBeVisible();
});

interface Assignment {
  readonly person: string;
  readonly role: string;
  readonly from: string;
  readonly until: string;
  readonly leave?: string;
}

async function assign(page: Page, entry: Assignment): Promise<void> {
  await openForm(page, entry);
  await saveButton(page).click();
  await expect(
    page.getByRole('region', { name: new RegExp(`^${entry.person} · ${entry.role}`) }),
  ).toBeVisible();
}

async function openForm(page: Page, { person, role, from, until, leave }: Assignment): Promise<void> {
  const isOpen = await page.getByRole('region', { name: 'New assignment' }).isVisible();
  if (!isOpen) {
    await goTo(page, 'Assignments');
    await page.getByRole('link', { name: 'New assignment' }).click();
  }
  await chooseNew(page, 'Person', person);
  await page.getByRole('radio', { name: role, exact: true }).check();
  await field(page, 'From').fill(from);
  await field(page, 'Until').fill(until);
  if (leave !== undefined) await field(page, 'Leave').fill(leave);
}

/** Chooses somebody in a form, and enters who is not there yet. */
async function chooseNew(page: Page, label: string, person: string): Promise<void> {
  await field(page, label).fill(person);
  const option = page.getByRole('option').filter({ hasText: person, visible: true }).first();
  const isNew = (await option.innerText()).includes('“');
  await option.click();
  if (isNew) await page.getByRole('dialog').getByRole('button', { name: 'Create and choose' }).click();
}

async function choose(page: Page, label: string, person: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  // The list of another field, which has the same people, may not be gone yet.
  await page.getByRole('listbox', { name: label }).getByRole('option', { name: person }).click();
}
