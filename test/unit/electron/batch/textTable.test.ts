import { expect, test } from 'vitest';
import { textTable, textWidth } from '../../../../electron/batch/textTable.ts';

test('Hangul, Han and emoji take two columns of a terminal, other letters and marks one', () => {
  expect(['abc', '한글', '漢字', 'é', 'é', '🇰🇷', '👩🏽‍💻', "한-페루('17)", ''].map(textWidth)).toEqual([
    3, 4, 4, 1, 1, 2, 2, 12, 0,
  ]);
});

test('texts stand left, numbers right, whatever their script', () => {
  expect(
    textTable([
      ['센터', 'n', 'note'],
      ['Peru', 117, ''],
      ['한-페루', 6, 'x'],
    ]),
  ).toEqual(['센터     n    note', 'Peru     117', '한-페루    6  x']);
});

test('a table without rows is no lines', () => {
  expect(textTable([])).toEqual([]);
});
