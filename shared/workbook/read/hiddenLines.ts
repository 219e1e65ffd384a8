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

/**
 * The same from an OpenDocument spreadsheet, whose sheets all stand in one part. Of hidden rows only those with
 * something in them count: what is hidden below a table is no row of it.
 */
export function hiddenInOpenDocument(content: string): ReadonlyMap<string, HiddenLines> {
  const found = new Map<string, HiddenLines>();
  for (const sheet of content.split(/(?=<table:table\s)/u).slice(1)) {
    const [head = ''] = /^<[^>]*>/u.exec(sheet) ?? [];
    const hidden = { rows: hiddenRows(sheet), columns: hiddenColumns(sheet) };
    if (hidden.rows > 0 || hidden.columns.length > 0) found.set(attribute(head, 'table:name'), hidden);
  }
  return found;
}

const isHidden = (tag: string): boolean => /\stable:visibility=["'](?:collapse|filter)["']/u.test(tag);

function hiddenColumns(sheet: string): HiddenLines['columns'] {
  const groups: (readonly [number, number])[] = [];
  let next = 1;
  for (const [tag] of sheet.matchAll(/<table:table-column\b[^>]*>/gu)) {
    const count = Number(attribute(tag, 'table:number-columns-repeated') || 1);
    if (isHidden(tag)) groups.push([next, next + count - 1]);
    next += count;
  }
  return groups;
}

function hiddenRows(sheet: string): number {
  let count = 0;
  for (const row of sheet.split(/(?=<table:table-row\b)/u).slice(1)) {
    const [tag = ''] = /^<[^>]*>/u.exec(row) ?? [];
    if (!isHidden(tag) || !row.includes('<text:p')) continue;
    count += Number(attribute(tag, 'table:number-rows-repeated') || 1);
  }
  return count;
}

const tagsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))].map(([tag]) => tag);

function attribute(tag: string, name: string): string {
  return decodeEntities(new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? '');
}

/** The text that an XML attribute stands for. */
export function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
