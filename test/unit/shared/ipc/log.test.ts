import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crashReport, errorFacts, logLine, readLogEntry } from '../../../../shared/ipc/log.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import { recordSetArbitrary } from '../../../support/recordGenerators.ts';

/** Every text that somebody could have entered, at any depth of a record's values. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('the log', () => {
  test('holds no value of any record, whatever an error quotes of it', () => {
    fc.assert(
      fc.property(recordSetArbitrary(2), (records) => {
        const texts = recordTypes
          .flatMap((type) => records.all(type).flatMap((record) => textsIn(record.values)))
          // Shorter ones occur by chance in times and names of files.
          .filter((text) => text.trim().length > 3);
        const lines = texts.map((text) => {
          const error = new RangeError(`cannot take “${text}”`);
          error.name = text;
          return logLine({ event: 'PAGE_ERROR', facts: errorFacts(error) }, 0);
        });
        const known = logLine({ event: 'PAGE_ERROR', facts: errorFacts(new RangeError('x')) }, 0);
        for (const [index, text] of texts.entries()) {
          if (!known.includes(text)) expect(lines[index]).not.toContain(text);
        }
      }),
    );
  });

  test('takes no entry with a sentence, a name or a nested value', () => {
    for (const word of [
      'Kim Minji',
      '김민지',
      'minji@example.kr',
      '+359 2 123',
      'Cloud policy',
      'kim',
      'a/b.ts:1:2',
    ]) {
      expect(readLogEntry({ event: 'PAGE_ERROR', facts: { word } }), word).toBeUndefined();
    }
    const fine = { event: 'OPENED', facts: { changeSets: 4, code: 'NO_SPACE', durable: true } };
    expect(readLogEntry(fine)).toEqual(fine);
  });

  test('says where an error was thrown, by the file and the line alone', () => {
    const error = new TypeError('secret');
    error.stack = `TypeError: secret
      at save (app://fieldbook/assets/index-a1.js:10:5)
      at async /home/kim/fieldbook/out/main/index.js:20:7`;
    expect(errorFacts(error)).toEqual({ kind: 'TypeError', at0: 'index-a1.js:10:5', at1: 'index.js:20:7' });
    expect(errorFacts('secret')).toEqual({ kind: 'UNKNOWN' });
    for (const thrown of [new Error('secret'), new RangeError('secret'), 'secret']) {
      const entry = { event: 'PAGE_ERROR', facts: errorFacts(thrown) };
      expect(readLogEntry(entry)).toEqual(entry);
    }
  });
});

test('a report names the version and the system, not the folder of whoever is logged in', () => {
  const info = {
    version: '1.2.3',
    platform: 'linux',
    language: 'ko',
    dataLocation: '/home/kim/.config',
    durable: true,
  } as const;
  const report = crashReport(info, 'line\n');
  expect(report).toContain('"version": "1.2.3"');
  expect(report).toMatch(/\nline\n$/);
  expect(report).not.toContain('kim');
});
