import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlScan } from '../../../../../shared/workbook/read/xmlScan.ts';

const tokens = [
  '<row>',
  '<row r="1">',
  '<row/>',
  '<x:row\t>',
  '<rows>',
  '</row>',
  '<row',
  'row>',
  '<rPh sb="0">',
  '<a:rPh>',
  '<rPhs>',
  '<c t="d">',
  "<c t='d'/>",
  '<c ht="d">',
  '<c t="dd">',
  '<!DOCTYPE a>',
  '<!entity b>',
  '<!-- x -->',
  '<!',
  '!DOCTYPE',
  '<v>1</v>',
  '한글 <',
  ' ',
  '>',
  '=',
];

/** What is looked for, as plain patterns over the whole text. */
function expected(text: string) {
  return {
    isUnsafe: /<!(?:DOCTYPE|ENTITY)/i.test(text),
    rows: text.match(/<(?:\w+:)?row[\s/>]/g)?.length ?? 0,
    hasPhonetics: /<(?:\w+:)?rPh[\s>]/.test(text),
    hasIsoDates: /\st=["']d["']/.test(text),
  };
}

describe('the look through an XML part', () => {
  it('finds the same in pieces of any length as patterns find in the whole', () => {
    const parts = fc.array(fc.constantFrom(...tokens), { maxLength: 60 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 90 }), (pieces, length) => {
        const text = `<a>${pieces.join('')}</a>`;
        const bytes = new TextEncoder().encode(text);
        const scan = new XmlScan(true);
        const flaws: unknown[] = [];
        for (let at = 0; at < bytes.length; at += length)
          flaws.push(scan.add(bytes.subarray(at, at + length)));
        flaws.push(scan.end());
        const { rows, hasPhonetics, hasIsoDates } = scan;
        const isUnsafe = flaws.some((flaw) => flaw !== null);
        const wanted = expected(text);
        expect(isUnsafe).toBe(wanted.isUnsafe);
        if (!isUnsafe) expect({ rows, hasPhonetics, hasIsoDates, isUnsafe }).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });
});
