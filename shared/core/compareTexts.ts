/** For sorting, by UTF-16 unit and not by locale, so that every computer has the same order. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
