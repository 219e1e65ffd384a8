import { xmlText } from './xmlText.ts';

/**
 * The number formats that a workbook's styles give to cells, by the number of the style: a code (`yyyy-mm-dd`), or the
 * number of one of Excel's built-in formats. Null for styles written in another way than Excel's and LibreOffice's.
 */
export function readNumberFormats(xml: string): readonly (string | number)[] | null {
  if (!/<styleSheet[\s>]/.test(xml) || xml.includes('<!--') || xml.includes('<![CDATA[')) return null;
  const codes = new Map<number, string>();
  // Conditional formats have such elements too, whose numbers are their own.
  const own = /<numFmts[\s>][\s\S]*?<\/numFmts>/.exec(xml)?.[0] ?? '';
  for (const [tag] of own.matchAll(/<numFmt\s[^>]*>/g)) {
    const id = numberIn(tag, 'numFmtId');
    const code = /\sformatCode="([^"]*)"/.exec(tag)?.[1];
    if (id === null || code === undefined) return null;
    codes.set(id, xmlText(code));
  }
  const styles = /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(xml)?.[0];
  if (styles === undefined) return null;
  const formats: (string | number)[] = [];
  for (const [tag] of styles.matchAll(/<xf[\s/>][^>]*>?/g)) {
    const id = numberIn(tag, 'numFmtId') ?? 0;
    formats.push(codes.get(id) ?? id);
  }
  return formats;
}

function numberIn(tag: string, attribute: string): number | null {
  const digits = new RegExp(`\\s${attribute}="(\\d{1,6})"`).exec(tag)?.[1];
  return digits === undefined ? null : Number(digits);
}
