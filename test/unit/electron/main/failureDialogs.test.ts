import { afterEach, expect, test, vi } from 'vitest';
import type { LogEntry } from '../../../../shared/ipc/log.ts';

const showErrorBox = vi.fn<(title: string, content: string) => void>();
const app = { getVersion: () => '1.2.3', on: vi.fn() };
vi.mock('electron', () => ({ dialog: { showErrorBox }, app }));
const { tellStartFailed } = await import('../../../../electron/main/failureDialogs.ts');
const { watchMainErrors } = await import('../../../../electron/main/mainErrors.ts');

afterEach(() => showErrorBox.mockReset());

const failing = (code: string): Error => Object.assign(new Error(`${code}: secret`), { code });

test.each([
  ['EACCES', 'Ask whoever manages this computer', '컴퓨터 관리자에게'],
  ['EEXIST', 'move away what stands in its place', '다른 파일을 옮기세요'],
  ['ENOTDIR', 'move away what stands in its place', '다른 파일을 옮기세요'],
  ['ENOSPC', 'Free some space', '공간을 확보'],
  ['EROFS', 'Free some space', '공간을 확보'],
])('a start that fails with %s is told in both languages, with what to do', (code, english, korean) => {
  tellStartFailed(failing(code), '/home/kim/Fieldbook/data');
  const [title = '', content = ''] = showErrorBox.mock.calls[0] ?? [];
  expect(title).toBe('Fieldbook could not start / Fieldbook을 시작하지 못했습니다');
  for (const part of [english, korean, code, '/home/kim/Fieldbook/data']) expect(content).toContain(part);
  expect(content).not.toMatch(/secret|\{\w+\}/);
});

test('an error of its own is told by its kind and place', () => {
  tellStartFailed(new TypeError('secret'), '/data');
  const [, content = ''] = showErrorBox.mock.calls[0] ?? [];
  expect(content).toContain('(TypeError, failureDialogs.test.ts:');
  expect(content).not.toMatch(/secret|\{\w+\}/);
});

test('what nobody caught is written down each time, with its code, and told once', () => {
  const written: LogEntry[] = [];
  const before = process.listeners('uncaughtException');
  const rejections = process.listeners('unhandledRejection');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  watchMainErrors({ write: (entry) => written.push(entry), read: () => ({ ok: true, value: '' }) });
  const [added] = process.listeners('uncaughtException').filter((one) => !before.includes(one));
  const [rejected] = process.listeners('unhandledRejection').filter((one) => !rejections.includes(one));
  try {
    added?.(failing('EIO'), 'uncaughtException');
    rejected?.(failing('EIO'), Promise.resolve());
  } finally {
    if (added) process.off('uncaughtException', added);
    if (rejected) process.off('unhandledRejection', rejected);
    vi.restoreAllMocks();
  }
  expect(written.map(({ event, facts }) => [event, facts.code])).toEqual([
    ['STARTED', undefined],
    ['MAIN_ERROR', 'EIO'],
    ['MAIN_ERROR', 'EIO'],
  ]);
  expect(showErrorBox).toHaveBeenCalledTimes(1);
  expect(showErrorBox.mock.calls[0]?.[1]).toMatch(
    /Error, EIO, .*Save what you are writing[\s\S]*작성 중인 내용을 저장/,
  );
});
