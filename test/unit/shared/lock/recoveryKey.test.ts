import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRecoveryKey, readRecoveryKey } from '../../../../shared/lock/recoveryKey.ts';

const keyOf = (bytes: Uint8Array): string => newRecoveryKey({ bytes: () => bytes });
const keys = fc.uint8Array({ minLength: 28, maxLength: 28 }).map(keyOf);

test('a key is 7 groups of 5 characters that cannot be taken for others', () => {
  const key = keyOf(Uint8Array.from({ length: 28 }, (_, index) => index * 9));
  // Known answer; the first group by hand: 0·x + 9·x² + 18·x³ + 27·x⁴ is 9 modulo x^5 + x^2 + 1, and 1 for its place.
  expect(key).toBe('09JV8-4DPZW-8HT36-CNY7P-GS2BT-MX6FE-R1AKM');
  fc.assert(
    fc.property(keys, (one) => {
      expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){6}$/);
    }),
  );
});

test('what was printed is read back, however it is typed', () => {
  fc.assert(
    fc.property(keys, (key) => {
      expect(readRecoveryKey(key)).toEqual({ ok: true, value: key });
      const typed = key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readRecoveryKey(`  ${typed}\n`)).toEqual({ ok: true, value: key });
    }),
  );
});

test('one wrong character is told with its group', () => {
  const characters = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  fc.assert(
    fc.property(keys, fc.nat(34), characters, (key, at, char) => {
      const typed = [...key.replaceAll('-', '')];
      fc.pre(typed[at] !== char);
      typed[at] = char;
      const groups = [Math.floor(at / 5) + 1];
      expect(readRecoveryKey(typed.join(''))).toEqual({ ok: false, error: { code: 'GROUPS', groups } });
    }),
  );
});

test('two characters that changed places within a group are told', () => {
  fc.assert(
    fc.property(keys, fc.nat(6), fc.nat(3), (key, group, at) => {
      const typed = [...key.replaceAll('-', '')];
      const first = group * 5 + at;
      const [a = '', b = ''] = [typed[first], typed[first + 1]];
      fc.pre(a !== b);
      typed[first] = b;
      typed[first + 1] = a;
      expect(readRecoveryKey(typed.join(''))).toMatchObject({ ok: false, error: { groups: [group + 1] } });
    }),
  );
});

test('groups in another order are told', () => {
  fc.assert(
    fc.property(keys, fc.nat(6), fc.nat(6), (key, a, b) => {
      fc.pre(a !== b);
      const groups = key.split('-');
      const [first = '', second = ''] = [groups[a], groups[b]];
      groups[a] = second;
      groups[b] = first;
      expect(readRecoveryKey(groups.join('-'))).toMatchObject({ ok: false, error: { code: 'GROUPS' } });
    }),
  );
});

test('a key that is not whole, and a sign that no key has, are told', () => {
  const key = keyOf(new Uint8Array(28));
  expect(readRecoveryKey(key.slice(0, -1))).toEqual({ ok: false, error: { code: 'LENGTH', typed: 34 } });
  expect(readRecoveryKey('')).toEqual({ ok: false, error: { code: 'LENGTH', typed: 0 } });
  expect(readRecoveryKey(key.replace('0', '가'))).toEqual({
    ok: false,
    error: { code: 'GROUPS', groups: [1] },
  });
});
