import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../electron/batch/arguments.ts';
import { batchErrorText } from '../../../../electron/batch/batchErrors.ts';

describe('parseArguments', () => {
  it('reads every command with its options in any order', () => {
    expect(
      parseArguments(['--lang', 'ko', 'consolidate', 'a.xlsx', '--out=r.xlsx', 'b.xlsx', '--redact']),
    ).toEqual({
      language: 'ko',
      json: false,
      command: {
        ok: true,
        value: {
          command: 'consolidate',
          files: ['a.xlsx', 'b.xlsx'],
          out: 'r.xlsx',
          report: null,
          password: null,
          redact: true,
          mapping: null,
        },
      },
    });
    expect(parseArguments(['inspect', '--json', 'a.xlsx', '--password=-secret']).command).toEqual({
      ok: true,
      value: { command: 'inspect', file: 'a.xlsx', json: true, password: '-secret', mapping: null },
    });
    for (const command of ['seal', 'verify']) {
      expect(parseArguments([command, 'a.xlsx']).command).toEqual({
        ok: true,
        value: { command, file: 'a.xlsx', json: false, password: null },
      });
    }
    expect(parseArguments(['template', '--out', 't.xlsx', '--center', 'BG10']).command).toEqual({
      ok: true,
      value: { command: 'template', out: 't.xlsx', center: 'BG10' },
    });
    expect(parseArguments(['history', '--', '--odd name.xlsx']).command).toMatchObject({
      value: { files: ['--odd name.xlsx'] },
    });
    expect(parseArguments(['frob', '-h']).command).toEqual({ ok: true, value: { command: 'help' } });
  });

  it.each([
    [[], 'NO_COMMAND'],
    [['consolidated'], 'UNKNOWN_COMMAND'],
    [['toString'], 'UNKNOWN_COMMAND'],
    [['consolidate', '--out', 'r.xlsx'], 'FILES_MISSING'],
    [['consolidate', 'a.xlsx'], 'OPTION_MISSING'],
    [['consolidate', 'a.xlsx', '--out'], 'VALUE_MISSING'],
    [['consolidate', 'a.xlsx', '--out', '--report', 'p.xlsx'], 'VALUE_MISSING'],
    [['consolidate', 'a.xlsx', '--out='], 'VALUE_MISSING'],
    [['consolidate', 'a.xlsx', '--out', 'r.xlsx', '--json'], 'UNKNOWN_OPTION'],
    [['consolidate', 'a.xlsx', '--out', 'r.xlsx', '--redact=yes'], 'VALUE_UNEXPECTED'],
    [['consolidate', 'a.xlsx', '--out', 'r.xlsx', '-x'], 'UNKNOWN_OPTION'],
    [['inspect'], 'FILES_MISSING'],
    [['inspect', 'a.xlsx', 'b.xlsx'], 'ONE_FILE'],
    [['inspect', 'a.xlsx', '--lang', 'de'], 'BAD_LANGUAGE'],
    [['template', 'a.xlsx', '--out', 't.xlsx'], 'FILES_UNEXPECTED'],
    [['template'], 'OPTION_MISSING'],
    [['verify', 'a.xlsx', '--mapping', 'm.json'], 'UNKNOWN_OPTION'],
  ])('refuses %j as %s, with a sentence in both languages', (argv, code) => {
    const { command } = parseArguments(argv);
    if (command.ok) throw new Error('accepted');
    expect(command.error.code).toBe(code);
    const [english, korean] = (['en', 'ko'] as const).map((one) => batchErrorText(command.error, one));
    expect(english).toMatch(/^[^{}]+\.$/);
    expect(korean).toMatch(/[가-힣][^{}]*\.$/);
  });
});
