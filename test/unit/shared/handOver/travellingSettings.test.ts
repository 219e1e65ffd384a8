import { expect, test } from 'vitest';
import {
  handOverFacts,
  settingsForPack,
  settingsFromPack,
} from '../../../../shared/handOver/travellingSettings.ts';

test('a pack says whether the data were encrypted where it was made; one that does not say so is of a plain one', () => {
  for (const encrypted of [true, false]) {
    const facts = { by: 'Kim Minji', at: 1, encrypted };
    expect(handOverFacts(settingsForPack({ workspace: null }, facts))).toEqual(facts);
  }
  expect(handOverFacts({ handOver: { by: 'Kim Minji', at: 1 } })).toEqual({
    ...{ by: 'Kim Minji', at: 1, encrypted: false },
  });
});

test('decisions about sentences of reports go along with the reports, and who worked here does not', () => {
  const keptSentences = { 'report/summary/en': 'as it was' };
  const facts = { by: 'Kim Minji', at: 1, encrypted: false };
  const settings = { keptSentences, person: { name: 'Kim Minji', role: '' }, language: 'ko' };
  expect(settingsFromPack(settingsForPack(settings, facts))).toEqual({ keptSentences });
});
