const wordsByKind: readonly (readonly [kind: string, words: RegExp])[] = [
  ['attendanceSheet', /attend|sign.?in|participants|출석|참석|명부|명단/i],
  ['minutes', /minutes|회의록/i],
  ['mou', /\bmou\b|memorandum|agreement|양해각서|협약|협정|계약/i],
  ['receipt', /receipt|invoice|\bbill\b|영수증|계산서/i],
  ['letter', /letter|공문|서한/i],
];

/** The kind of evidence that a file's name speaks of, as a suggestion; a report where it speaks of none. */
export function kindByName(name: string, isPhoto: boolean): string {
  // “_” parts words in file names, but counts as a letter.
  const words = name.replaceAll('_', ' ');
  return wordsByKind.find(([, pattern]) => pattern.test(words))?.[0] ?? (isPhoto ? 'photo' : 'report');
}
