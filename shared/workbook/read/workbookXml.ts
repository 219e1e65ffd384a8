import type { DateSystem } from '../../core/dates.ts';
import type { SavedBy, SheetGrid } from '../grid.ts';
import { xmlText } from './xmlText.ts';

export interface SheetPart {
  readonly name: string;
  readonly visibility: SheetGrid['visibility'];
  /** Its path in the archive. */
  readonly part: string;
}

export interface WorkbookParts {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetPart[];
}

/**
 * The sheets of an xlsx workbook in their order, each with its part, from the workbook's part and its relations. Null
 * where there is anything but plain worksheets, or it is written in another way than Excel and LibreOffice do.
 */
export function readWorkbookParts(workbook: string, relations: string): WorkbookParts | null {
  if (!isPlain(workbook) || !isPlain(relations)) return null;
  const parts = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<Relationship\s[^>]*>/g)) {
    const [id, type, target] = [attribute(tag, 'Id'), attribute(tag, 'Type'), attribute(tag, 'Target')];
    if (id === null || type === null || target === null) return null;
    if (/\/officeDocument\/2006\/relationships\/worksheet$/.test(type))
      parts.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const list = /<sheets>([\s\S]*?)<\/sheets>/.exec(workbook)?.[1];
  if (list === undefined) return null;
  const sheets: SheetPart[] = [];
  for (const [tag] of list.matchAll(/<[^/][^>]*>/g)) {
    const name = attribute(tag, 'name');
    const part = parts.get(attribute(tag, 'r:id') ?? '');
    const visibility = visibilities.get(attribute(tag, 'state') ?? 'visible');
    if (!/^<sheet\s/.test(tag) || name === null || name === '' || name.length > 31) return null;
    if (part === undefined || visibility === undefined) return null;
    sheets.push({ name, visibility, part });
  }
  const properties = /<workbookPr[\s/>][^>]*>?/.exec(workbook)?.[0] ?? '';
  const is1904 = ['1', 'true'].includes(attribute(properties, 'date1904') ?? '');
  return sheets.length === 0 ? null : { dateSystem: is1904 ? '1904' : '1900', sheets };
}

/** Who saved the file last and when, from its properties; 'unknown' where they say it in a way not known here. */
export function readSavedBy(properties: string): SavedBy | null | 'unknown' {
  if (!isPlain(properties)) return 'unknown';
  const by = /<cp:lastModifiedBy>([^<]*)<\/cp:lastModifiedBy>/.exec(properties)?.[1];
  const at = /<dcterms:modified[^>]*>([^<]*)<\/dcterms:modified>/.exec(properties)?.[1];
  if (at === undefined || (by === undefined && /lastModifiedBy>/.test(properties))) return 'unknown';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(at)) return 'unknown';
  const time = Date.parse(at);
  return Number.isNaN(time) ? 'unknown' : { by: xmlText(by ?? '').trim(), at: time };
}

const visibilities: ReadonlyMap<string, SheetGrid['visibility']> = new Map([
  ['visible', 'visible'],
  ['hidden', 'hidden'],
  ['veryHidden', 'veryHidden'],
]);

/** Nothing in it that could make a pattern find what no parser would. */
const isPlain = (xml: string): boolean => !xml.includes('<!') && !/<\w+:(?:sheets?|Relationship)\b/.test(xml);

function attribute(tag: string, name: string): string | null {
  const text = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return text === undefined ? null : xmlText(text);
}
