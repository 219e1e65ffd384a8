import { expect, test } from 'vitest';
import { takeOverTexts } from '../../../../renderer/features/firstRun/takeOverTexts.ts';
import { lockTexts } from '../../../../renderer/features/lock/lockTexts.ts';
import { handOverTexts } from '../../../../renderer/features/settings/handOverTexts.ts';
import { securityTexts } from '../../../../renderer/features/settings/securityTexts.ts';
import { packProblemTexts } from '../../../../shared/messages/packProblems.ts';

test('a passphrase is 암호 in Korean wherever one is asked for, and never 암호문, which is ciphertext', () => {
  const catalogues = [takeOverTexts, handOverTexts, lockTexts, securityTexts].map(({ entries }) => entries);
  for (const texts of [...catalogues, packProblemTexts]) {
    const korean = Object.values(texts).map(({ ko }) => ko);
    expect(korean.some((text) => text.includes('암호'))).toBe(true);
    expect(korean.filter((text) => text.includes('암호문'))).toEqual([]);
  }
});
