import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../shared/core/json.ts';
import { settingsToText, textToSettings } from '../../../../shared/ipc/settingsText.ts';

test('settings are read as they were written, whatever is in them', () => {
  const settings = fc.dictionary(fc.string(), fc.jsonValue()).map((value): JsonObject => {
    // Through JSON once, because -0 and __proto__ are not kept by any JSON text.
    return JSON.parse(JSON.stringify(value));
  });
  fc.assert(
    fc.property(settings, fc.nat(), (value, generation) => {
      expect(textToSettings(settingsToText({ generation, settings: value }))).toEqual({
        generation,
        settings: value,
      });
    }),
  );
});

test('a text that was cut or changed is never taken for settings', () => {
  const text = settingsToText({ generation: 12, settings: { language: 'ko', theme: 'dark' } });
  for (let length = 0; length < text.length - 2; length++) {
    expect(textToSettings(text.slice(0, length))).toBeNull();
  }
  expect(textToSettings(text.replace('dark', 'dork'))).toBeNull();
  expect(textToSettings(text.replace('12', '13'))).toBeNull();
});

test('other JSON is not settings', () => {
  for (const text of ['', 'null', '[]', '{}', '{"settings":{}}', '\0\0'])
    expect(textToSettings(text)).toBeNull();
});
