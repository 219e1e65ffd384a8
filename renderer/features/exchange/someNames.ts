const most = 3;

/** The first names of a list, for a sentence that says how many there are. */
export function someNames(names: readonly string[]): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown}, …` : shown;
}
