/** The elements per key, in their order; keys in the order of their first element. */
export function groupBy<T, Key>(
  elements: Iterable<T>,
  keyOf: (element: T) => Key,
): ReadonlyMap<Key, readonly T[]> {
  return groupByEach(elements, (element) => [keyOf(element)]);
}

/** The same where an element has any number of keys: it stands under each of them. */
export function groupByEach<T, Key>(
  elements: Iterable<T>,
  keysOf: (element: T) => readonly Key[],
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const element of elements) {
    for (const key of keysOf(element)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [element]);
      else group.push(element);
    }
  }
  return groups;
}
