const bigUnits = [
  ['조', 1e12],
  ['억', 1e8],
  ['만', 1e4],
  ['', 1],
] as const;

const form = /^(?:([\d,.천백십]+)조)?(?:([\d,.천백십]+)억)?(?:([\d,.천백십]+)만)?([\d,.천백십]+)?$/u;

/**
 * Reads a number of figures and Korean units, as amounts are written: 3억 5천만, 1조 2,000억, 12만3,456, 2백만; null for
 * whatever else, as units out of order, a part that reaches into the one above it, or one that leaves its unit out:
 * “3억 5천” is said of 3억 5천만.
 */
export function parseKoreanNumber(text: string): number | null {
  const match = form.exec(text.normalize('NFKC').replace(/\s/gu, ''));
  if (match === null || !/[조억만천백십]/u.test(text)) return null;
  if (leavesUnitOut(match)) return null;
  let value = 0;
  for (const [index, [, times]] of bigUnits.entries()) {
    const section = match[index + 1];
    if (section === undefined) continue;
    const count = sectionValue(section);
    // 1.5억 is a number; a part behind it, or before it, would make it another one.
    const isBroken = count !== null && !Number.isInteger(count) && match.slice(1).filter(Boolean).length > 1;
    if (count === null || isBroken || (value > 0 && count >= 1e4)) return null;
    value += count * times;
  }
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : null;
}

/** Whether the last part may be of the unit below the one before it, as in speech: 2억5, 3억 5천, 3억 5,000, 1만5. */
function leavesUnitOut([, trillions, hundredMillions, tenThousands, last]: RegExpExecArray): boolean {
  if (last === undefined) return false;
  if (tenThousands !== undefined) return /^\d$/u.test(last);
  return (trillions ?? hundredMillions) !== undefined && /^\d$|(?:[천백십]|00)$/u.test(last);
}

/** Below ten thousand of a unit: `2,345`, `1.5`, `5천3백`. */
function sectionValue(text: string): number | null {
  if (/^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u.test(text)) return Number(text.replaceAll(',', ''));
  const [, thousands, hundreds, tens, ones] = /^(?:(\d)천)?(?:(\d)백)?(?:(\d)십)?(\d)?$/u.exec(text) ?? [];
  const digits = [thousands, hundreds, tens, ones];
  if (digits.every((digit) => digit === undefined)) return null;
  return digits.reduce((sum, digit) => sum * 10 + Number(digit ?? 0), 0);
}
