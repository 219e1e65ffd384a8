/**
 * A list in as few parts as hold at most so many items each, in its order; the lengths of the parts differ by one at
 * most. An empty list has no part.
 */
export function chunksOf<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  const parts = Math.ceil(items.length / most);
  const begin = (part: number): number => Math.ceil((part * items.length) / parts);
  return Array.from({ length: parts }, (_, part) => items.slice(begin(part), begin(part + 1)));
}
