/** Rows and columns of a sheet that a person does not see; they are read like the others. */
export interface HiddenLines {
  readonly rows: number;
  /** First and last of each group of columns, from 1. */
  readonly columns: readonly (readonly [number, number])[];
}

/**
 * Hidden rows and columns by the name of the sheet, from the parts of an xlsx package: its list of sheets, the
 * relations that lead to their parts, and what was found in these.
 */
export function hiddenBySheet(
  workbook: string,
  relations: string,
  hiddenByPart: ReadonlyMap<string, HiddenLines>,
): ReadonlyMap<string, HiddenLines> {
  const partById = new Map(
    tagsOf(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  );
  const found = new Map<string, HiddenLines>();
  for (const tag of tagsOf(workbook, 'sheet')) {
    const target = partById.get(attribute(tag, '[\\w]+:id')) ?? '';
    const hidden = hiddenByPart.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (hidden !== undefined) found.set(attribute(tag, 'name'), hidden);
  }
  return found;
}

const tagsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))].map(([tag]) => tag);

function attribute(tag: string, name: string): string {
  const text = new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? '';
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
