import { makeDatabaseOld, workingDatabases } from '../support/pageDatabase.ts';
import { type App, expect, test } from './support/app.ts';
import { logConsultation, openRecord } from './support/logging.ts';
import { beginWork, expertInBulgaria } from './support/person.ts';

// An update of Fieldbook finds the database of the version before it.

test('after an update all is there, in a new database beside the old one', async ({ app }) => {
  await beginWork(app.page, expertInBulgaria);
  await logConsultation(app.page, {
    date: '2025-04-07',
    expert: 'Park Jiho',
    client: { name: 'Ministry of e-Governance', type: 'Ministry', country: 'Bulgaria' },
    topic: 'Cloud policy',
    field: 'Infrastructure and cloud',
    question: 'Which data may leave the country?',
    advice: 'Classify data first.',
  });
  await makeDatabaseOld(app.page);
  expect(await databases(app)).toEqual(['fieldbook']);
  const page = await app.reopen();
  const record = await openRecord(page, 'Consultations', 'Cloud policy');
  await expect(record).toContainText('Ministry of e-Governance');
  await expect(page.getByText('Nothing is missing.')).toBeHidden();
  expect(await databases(app)).toEqual(['fieldbook', expect.stringMatching(/^fieldbook\.v\d+$/)]);
  // Killed right after it: the new one is in use.
  const again = await app.crashAndReopen();
  await expect(await openRecord(again, 'Consultations', 'Cloud policy')).toContainText(
    'Classify data first.',
  );
});

const databases = ({ page }: App): Promise<readonly string[]> => workingDatabases(page);
