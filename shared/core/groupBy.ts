/** The elements per key, in their order; keys in the order of their first element. */
export function groupBy<T, Key>(
  elements: Iterable<T>,
  keyOf: (element: T) => Key,
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const element of elements) {
    const key = keyOf(element);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return groups;
}
