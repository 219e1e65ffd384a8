import { type App, expect, test } from './support/app.ts';
import { receive, sendEverything, takeOver } from './support/exchange.ts';
import { logConsultation, openRecord } from './support/logging.ts';
import { beginWork, expectHistory, historyWith } from './support/person.ts';

// Two centers, headquarters, three computers, and nothing between them but files.

const bulgaria = "Korea-Bulgaria('10)";
const kenya = "Korea-Kenya('17)";
const everything = historyWith([bulgaria, 10, 6, 12], [kenya, 8, 16, 12], ['Total', 76, 111, 117]);

test('two centers and headquarters end with the same records, however often they exchange them', async ({
  app: headquarters,
  anotherApp,
}) => {
  test.setTimeout(120_000);
  const sofia = await anotherApp('sofia');
  const nairobi = await anotherApp('nairobi');
  await logAtCenter(sofia, bulgaria, 'Cloud policy', 'Bulgaria');
  await logAtCenter(nairobi, kenya, 'Digital identity', 'Kenya');
  const fromSofia = await sendEverything(sofia);
  const fromNairobi = await sendEverything(nairobi);
  expect([fromSofia.name, fromNairobi.name]).toEqual([
    'eGCC_BG10_everything.xlsx',
    'eGCC_KE17_everything.xlsx',
  ]);

  await beginWork(headquarters.page, { language: 'en', name: 'Lee Seoyeon', workspace: 'Headquarters' });
  await receive(headquarters, [fromSofia.path, fromNairobi.path]);
  await takeOver(headquarters.page);
  await expectHistory(headquarters.page, everything);

  const consolidated = await sendEverything(headquarters);
  expect(consolidated.name).toBe('eGCC_all-centers_everything.xlsx');
  await receive(sofia, [consolidated.path]);
  await takeOver(sofia.page);
  await expectHistory(sofia.page, everything);
  const record = await openRecord(sofia.page, 'Consultations', 'Digital identity');
  await expect(record).toContainText('Agency of Kenya');

  for (const [app, path] of [
    [sofia, consolidated.path],
    [headquarters, fromSofia.path],
    [headquarters, fromNairobi.path],
    [headquarters, consolidated.path],
    [nairobi, fromNairobi.path],
  ] as const) {
    await expectNothingNew(app, path);
  }
  await expectHistory(headquarters.page, everything);
});

async function logAtCenter(app: App, center: string, topic: string, country: string): Promise<void> {
  await beginWork(app.page, { language: 'en', name: `Expert in ${country}`, workspace: center });
  await logConsultation(app.page, {
    date: '2025-04-07',
    expert: `Expert in ${country}`,
    client: { name: `Agency of ${country}`, type: 'Agency', country },
    topic,
    field: 'Strategy and master plan',
    question: 'How do other countries do it?',
    advice: 'Start with a law.',
  });
}

async function expectNothingNew(app: App, path: string): Promise<void> {
  await receive(app, [path]);
  await expect(app.page.getByRole('button', { name: /^Import \d/ })).toBeHidden();
  await expect(app.page.getByText(/^(Already imported, nothing to change|Nothing new in it)$/)).toBeVisible();
}
