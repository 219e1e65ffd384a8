import { openConflicts } from '../../../shared/records/openConflicts.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordTypes } from '../../../shared/records/registry.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import { colleague, readFile } from '../../support/e2eWorkbooks.ts';
import { contentOf } from '../../support/exchange.ts';
import { expect } from './app.ts';
import * as model from './officeModel.ts';
import { type Holding, modelFields } from './officeModel.ts';
import type { Office, OfficeStory } from './officeStory.ts';
import { goTo } from './person.ts';

const keyOf = { Question: 'question', Advice: 'advice' } as const;

/** All offices hold the same, to the stamp, and what they hold is what the model says; so do their screens. */
export async function expectAsTheModel(story: OfficeStory): Promise<RecordSet> {
  const sets: RecordSet[] = [];
  for (const office of story.offices) sets.push(await recordsAt(story, office));
  const [first, ...others] = sets.map((records) => contentOf(records, recordTypes));
  for (const other of others) expect(other, 'every cell and every stamp').toEqual(first);
  for (const [index, office] of story.offices.entries()) {
    const records = sets[index];
    if (records === undefined) throw new Error('each office was read');
    expectHolding(records, office);
    await expectScreens(office);
  }
  const [records] = sets;
  if (records === undefined) throw new Error('no office was read');
  return records;
}

/** What an office's workbook of everything holds, read by the product's reader. */
async function recordsAt(story: OfficeStory, office: Office): Promise<RecordSet> {
  const { path } = await story.send(office, 'everything');
  const reader = colleague(7);
  const { counts } = reader.import(await readFile(path));
  expect(counts.rejected, `rows of ${office.name} that cannot be read`).toBe(0);
  return reader.records;
}

function expectHolding(records: RecordSet, { name, holds }: Office): void {
  const found = [...records.all('consultation'), ...records.deleted('consultation')];
  expect(found.map(topicOf).sort()).toEqual([...holds.keys()].sort());
  for (const record of found) {
    const topic = topicOf(record);
    const expected = model.recordIn(holds, topic);
    expect(record.deleted, `${topic} at ${name} is deleted`).toBe(model.isDeleted(expected));
    for (const field of modelFields) {
      const key = keyOf[field];
      const counting = record.values[key];
      const values = [counting, ...(record.siblings[key] ?? []).map(({ value }) => value)];
      expect(model.countingValues(expected, field), `${field} of ${topic} at ${name}`).toContain(counting);
      expect([...new Set(values)].sort(), `values of ${field} of ${topic} at ${name}`).toEqual(
        model.valuesOf(expected, field).toSorted(),
      );
    }
  }
  expect(
    openConflicts(records)
      .map(({ record, conflict }) => `${topicOf(record)} ${conflict.path}`)
      .sort(),
  ).toEqual(waitingIn(holds));
}

const topicOf = ({ values }: StoredRecord): string => String(values.topic);

/** What waits for a decision, as topic and path. */
function waitingIn(holds: Holding): readonly string[] {
  return [...holds]
    .flatMap(([topic, record]) => [
      ...modelFields
        .filter((field) => model.valuesOf(record, field).length > 1)
        .map((field) => `${topic} ${keyOf[field]}`),
      ...(model.isDeletionInQuestion(record) ? [`${topic} $deleted`] : []),
    ])
    .sort();
}

async function expectScreens({ name, app: { page }, holds }: Office): Promise<void> {
  await goTo(page, 'Consultations');
  const live = model.liveTopics(holds);
  for (const topic of holds.keys()) {
    const row = page.getByRole('row').filter({ hasText: topic });
    await expect(row, `${topic} at ${name}`).toHaveCount(live.includes(topic) ? 1 : 0);
  }
  await page
    .getByRole('link', { name: /^Conflicts/ })
    .first()
    .click();
  const waiting = waitingIn(holds);
  if (waiting.length === 0) await expect(page.getByText('Nothing to decide')).toBeVisible();
  else await expect(page.getByRole('list').getByRole('checkbox')).toHaveCount(waiting.length);
}

/** Each value that anybody ever wrote stands in the history of its record, where it was written or received. */
export async function expectHistories(story: OfficeStory, records: RecordSet): Promise<void> {
  const found = [...records.all('consultation'), ...records.deleted('consultation')];
  for (const office of story.offices) {
    const { page } = office.app;
    for (const one of found) {
      const values = story.written.filter(
        ({ topic, office: writer }) => topic === topicOf(one) && (writer ?? 'headquarters') === office.name,
      );
      if (values.length === 0) continue;
      await page.evaluate((id) => {
        location.hash = `#/records/consultation/${id}`;
      }, one.id);
      const record = page.getByRole('region', { name: topicOf(one), exact: true });
      await record.getByRole('tab', { name: 'History' }).click();
      const history = record.getByRole('tabpanel', { name: 'History' });
      for (const { value } of values) {
        await expect(history, `${value} in the history of ${topicOf(one)} at ${office.name}`).toContainText(
          value,
        );
      }
    }
  }
}
