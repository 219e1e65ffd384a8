import { expect, type Page } from '@playwright/test';

// What a person does in every story, found by what the screen says and not by how it is built.

export type Language = 'en' | 'ko';

export interface Newcomer {
  readonly language: Language;
  readonly name: string;
  /** The center as the screen calls it, or headquarters. */
  readonly workspace: string;
}

export const expertInBulgaria: Newcomer = {
  language: 'en',
  name: 'Kim Minji',
  workspace: "Korea-Bulgaria('10)",
};
export const expertInKorean: Newcomer = {
  language: 'ko',
  name: '김민지',
  workspace: "한-불가리아('10)",
};

const firstRunWords = {
  en: { language: 'English', name: 'Your name', next: 'Continue', finish: 'Start working' },
  ko: { language: '한국어', name: '이름', next: '계속', finish: '시작하기' },
} as const;

/** Answers the three questions of an empty installation; ends on the first page. */
export async function beginWork(page: Page, { language, name, workspace }: Newcomer): Promise<void> {
  const words = firstRunWords[language];
  await page.getByRole('radio', { name: words.language }).check();
  await page.getByRole('button', { name: words.next }).click();
  await page.getByRole('textbox', { name: words.name }).fill(name);
  await page.getByRole('button', { name: words.next }).click();
  await page.getByRole('radio', { name: workspace, exact: true }).check();
  await page.getByRole('button', { name: words.finish }).click();
  await expect(navigation(page)).toBeVisible();
}

export const navigation = (page: Page) =>
  page.getByRole('navigation', { name: /^(Main navigation|주 메뉴)$/ });

/** Lists behind a tab, with the entry of the navigation that leads to the tab. */
const entryByTab: Readonly<Record<string, string>> = {
  People: 'People and organizations',
  Organizations: 'People and organizations',
  Assignments: 'People and organizations',
  'Published figures': 'Centers',
  인물: '인물·기관',
  기관: '인물·기관',
};

/** Goes to a page by its entry in the navigation, and on by its tab where it has one. */
export async function goTo(page: Page, entry: string): Promise<void> {
  const outer = entryByTab[entry];
  if (outer !== undefined) {
    await goTo(page, outer);
    await page
      .getByRole('navigation', { name: outer, exact: true })
      .getByRole('link', { name: entry, exact: true })
      .click();
    return;
  }
  await navigation(page)
    .or(page.getByRole('complementary'))
    .getByRole('link', { name: entry, exact: true })
    .first()
    .click();
}

/** A row of the history table: projects, consulting, workshops. */
export type HistoryRow = readonly [center: string, projects: number, consulting: number, workshops: number];

/** The figures of the programme's public page. */
export const publishedHistory: readonly HistoryRow[] = [
  ["Korea-Bulgaria('10)", 10, 5, 12],
  ["Korea-Vietnam('11)", 26, 13, 18],
  ["Korea-Uzbekistan('13)", 14, 27, 32],
  ["Korea-Indonesia('16)", 12, 21, 24],
  ["Korea-Peru('17)", 6, 28, 19],
  ["Korea-Kenya('17)", 8, 15, 12],
  ['Total', 76, 109, 117],
];

/** The published figures with some rows replaced. */
export function historyWith(...changed: readonly HistoryRow[]): readonly HistoryRow[] {
  return publishedHistory.map((row) => changed.find(([center]) => center === row[0]) ?? row);
}

const historyWords = {
  en: { entry: 'History', table: 'History of eGCC, number of counts' },
  ko: { entry: '연혁·실적', table: 'eGCC 실적(건수)' },
} as const;

/** Opens the history page and compares each cell with what it should say. */
export async function expectHistory(
  page: Page,
  expected: readonly HistoryRow[],
  language: Language = 'en',
): Promise<void> {
  const words = historyWords[language];
  await goTo(page, words.entry);
  const table = page.getByRole('table', { name: words.table });
  const rows = table.getByRole('row').filter({ has: page.getByRole('button') });
  const read = async (): Promise<readonly HistoryRow[]> => {
    const texts = await rows.evaluateAll((elements) =>
      elements.map((row) =>
        [...row.children].map((cell) => (cell instanceof HTMLElement ? cell.innerText : '')),
      ),
    );
    return texts.map(([center = '', ...cells]) => {
      const [projects = Number.NaN, consulting = Number.NaN, workshops = Number.NaN] =
        cells.map(leadingNumber);
      return [center, projects, consulting, workshops];
    });
  };
  await expect.poll(read).toEqual(expected);
}

/** A cell shows the sum and, below it, what it consists of. */
const leadingNumber = (text: string): number => Number(text.split('\n')[0]?.replaceAll(',', ''));

/** Waits until the application can open without a network: in a browser the first visit keeps it for later ones. */
export async function keepForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    if (location.protocol !== 'http:' || navigator.serviceWorker.controller !== null) return;
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    );
  });
}

/** From now on counts what only a mouse or a finger does, for stories that need neither. */
export async function watchMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.mouseEvents = '0';
    for (const kind of ['mousedown', 'mouseup', 'pointerdown', 'touchstart', 'wheel']) {
      addEventListener(
        kind,
        () => {
          const { dataset } = document.documentElement;
          dataset.mouseEvents = String(Number(dataset.mouseEvents) + 1);
        },
        { capture: true, passive: true },
      );
    }
  });
}

export const mouseEvents = async (page: Page): Promise<number> =>
  Number(await page.locator('html').getAttribute('data-mouse-events'));
