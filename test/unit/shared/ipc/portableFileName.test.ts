import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFileName } from '../../../../shared/ipc/callPayloads.ts';
import { portableFileName } from '../../../../shared/ipc/portableFileName.ts';

test('a usual name stays as it is, in Korean too', () => {
  for (const name of [
    "Korea-Bulgaria('10) plan 2026.pdf",
    '한-불가리아 2026년 계획·예산.pdf',
    '.hidden',
    'a.b.c',
  ]) {
    expect(portableFileName(name)).toBe(name);
  }
});

test.each([
  ['Plan 2026, Kenya/Nairobi.pdf', 'Plan 2026, Kenya_Nairobi.pdf'],
  ['report 10:30.xlsx', 'report 10_30.xlsx'],
  ['why?\n"so" <a|b>*\\.csv', 'why___so_ _a_b___.csv'],
  ['the end. . ', 'the end'],
  ['..', 'file'],
  ['  ', 'file'],
  ['CON.pdf', '_CON.pdf'],
  ['nul', '_nul'],
  ['Com1.tar.gz', '_Com1.tar.gz'],
  ['console.pdf', 'console.pdf'],
])('%j is suggested as %j', (given, suggested) => {
  expect(portableFileName(given)).toBe(suggested);
});

test('a name that is too long keeps its ending', () => {
  const name = portableFileName(`${'보고서 '.repeat(100)}.xlsx`);
  expect(name.length).toBeLessThanOrEqual(255);
  expect(name).toMatch(/^보고서 .*\.xlsx$/);
  expect(portableFileName(`${'a'.repeat(254)}.${'b'.repeat(20)}`)).toBe('a'.repeat(254));
});

test('whatever the name, the main process takes what is made of it, and it is made once', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (name) => {
      const portable = portableFileName(name);
      expect(isFileName(portable)).toBe(true);
      expect(portable).not.toMatch(/[. ]$/);
      expect(portableFileName(portable)).toBe(portable);
    }),
  );
});
