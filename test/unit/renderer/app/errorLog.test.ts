import { expect, test } from 'vitest';
import { logSavingFailures } from '../../../../renderer/app/logSavingFailures.ts';
import { watchErrors } from '../../../../renderer/app/watchErrors.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';

test('uncaught errors and rejections of the page are written down without what they say', () => {
  const host = new MemoryHost();
  const page = new EventTarget();
  watchErrors(page as Window, host.log);
  page.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('Kim Minji') }));
  page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'Kim Minji' }));
  expect(host.logged.map(({ event, facts }) => [event, facts.kind])).toEqual([
    ['PAGE_ERROR', 'TypeError'],
    ['PAGE_ERROR', 'UNKNOWN'],
  ]);
  expect(JSON.stringify(host.logged)).not.toContain('Minji');
});

test('a change set that was not saved stands in the log with the reason', async () => {
  const host = new MemoryHost();
  host.failWhen((call) => (call === 'journal.append' ? 'NO_SPACE' : undefined));
  await logSavingFailures(host).journal.append(1, ['{"name":"Kim Minji"}']);
  expect(host.logged).toEqual([{ event: 'SAVING_FAILED', facts: { code: 'NO_SPACE', from: 1, entries: 1 } }]);
});
