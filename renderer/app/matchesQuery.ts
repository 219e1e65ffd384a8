import { foldText } from '../../shared/core/text.ts';

/** Whether a text holds every word of the query, in any order and also as part of a word. */
export function matchesQuery(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(' ')
    .every((word) => folded.includes(word));
}
