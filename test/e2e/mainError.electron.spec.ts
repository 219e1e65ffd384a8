import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, expect, test } from './support/app.ts';
import { electronOf } from './support/electronApp.ts';
import { logConsultation, openRecord } from './support/logging.ts';
import { beginWork, expertInBulgaria } from './support/person.ts';

// An error of the main process that nobody caught: told once, written down without what it says, and nothing is lost.

const consultation = {
  date: '2025-04-07',
  expert: 'Park Jiho',
  client: { name: 'Ministry of e-Governance', type: 'Ministry', country: 'Bulgaria' },
  topic: 'Cloud policy',
  field: 'Infrastructure and cloud',
  question: 'Which data may leave the country?',
  advice: 'Classify data first.',
};

test('errors of the main process that nobody caught are told once in both languages, and work goes on', async ({
  app,
}) => {
  await beginWork(app.page, expertInBulgaria);
  await failInMain(app);
  await expect.poll(() => told(app)).toHaveLength(1);
  const [[title = '', content = ''] = []] = await told(app);
  expect(title).toBe('An error occurred in Fieldbook / Fieldbook에 오류가 발생했습니다');
  expect(content).toContain('What was shown as saved is kept.');
  expect(content).toContain('저장됨으로 표시된 내용은 그대로 보존됩니다.');
  expect(content).not.toContain('Kim Minji');
  // Both failures stand in the log, with kind and place and nothing else.
  const failures = (): readonly string[] => logOf(app).filter((line) => line.includes('MAIN_ERROR'));
  await expect.poll(failures).toHaveLength(2);
  expect(failures().join()).toMatch(/TypeError.*RangeError/s);
  expect(logOf(app).join()).not.toContain('Kim Minji');
  // What is saved before and after is there at the next start.
  await logConsultation(app.page, consultation);
  const page = await app.reopen();
  const record = await openRecord(page, 'Consultations', 'Cloud policy');
  await expect(record).toContainText('Ministry of e-Governance');
});

test('errors that come again and again while records are saved take nothing of what was saved', async ({
  app,
}) => {
  await beginWork(app.page, expertInBulgaria);
  await electronOf(app).evaluate(({ dialog }) => {
    dialog.showErrorBox = () => undefined;
    // Often enough that each save has some in its middle.
    setInterval(() => void Promise.reject(new RangeError('nobody caught this')), 20);
    setInterval(() => {
      throw new TypeError('nor this');
    }, 20);
  });
  await logConsultation(app.page, consultation);
  const page = await app.crashAndReopen();
  const record = await openRecord(page, 'Consultations', 'Cloud policy');
  await expect(record).toContainText('Ministry of e-Governance');
  expect(logOf(app).filter((line) => line.includes('MAIN_ERROR')).length).toBeGreaterThan(20);
});

/** One thrown in a timer, one rejected, by code of the main process. */
async function failInMain(app: App): Promise<void> {
  await electronOf(app).evaluate(({ dialog }) => {
    const boxes: (readonly string[])[] = [];
    Reflect.set(globalThis, 'boxes', boxes);
    dialog.showErrorBox = (...box) => void boxes.push(box);
    setTimeout(() => {
      throw new TypeError('of Kim Minji');
    });
    setTimeout(() => void Promise.reject(new RangeError('of Kim Minji')), 50);
  });
}

const told = (app: App): Promise<readonly (readonly string[])[]> =>
  electronOf(app).evaluate(() => Reflect.get(globalThis, 'boxes'));

function logOf({ dataFolder }: App): readonly string[] {
  const folder = join(dataFolder, 'logs');
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
}
