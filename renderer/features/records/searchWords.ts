// Hangul syllables and jamo form words of their own beside letters and digits of other scripts.
const wordPattern = /\p{Script=Hangul}+|[^\P{L}\p{Script=Hangul}]+|\p{N}+/gu;
const hangul = /^\p{Script=Hangul}/u;

/**
 * The words under which a text is found. Korean joins words and endings, so a Korean run is also cut into pairs of
 * syllables, and its last syllable stands alone: any part of it is then the beginning of some word.
 */
export function wordsToIndex(text: string): string[] {
  return runsOf(text).flatMap((run) => (hangul.test(run) ? [...pairsOf(run), run.slice(-1)] : [run]));
}

/** The words of a query, all of which must be found: whole words, or the pairs of a Korean run. */
export function wordsToFind(query: string): string[] {
  return runsOf(query).flatMap((run) => (hangul.test(run) && run.length > 1 ? pairsOf(run) : [run]));
}

/** Whether a mistyped letter may be forgiven: in words of letters, long enough to be still recognised. */
export const isForgiving = (word: string): boolean =>
  word.length > 3 && /^\p{L}+$/u.test(word) && !hangul.test(word);

const runsOf = (text: string): readonly string[] =>
  text.normalize('NFC').toLowerCase().match(wordPattern) ?? [];

const pairsOf = (run: string): readonly string[] =>
  Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));
