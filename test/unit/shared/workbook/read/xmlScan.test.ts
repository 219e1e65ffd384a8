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
  '<row hidden="1">',
  "<x:row r='2' hidden='true'/>",
  '<row r="3" hidden="0">',
  '<row xhidden="1">',
  '<c hidden="1">',
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
    hiddenRows: text.match(/<(?:\w+:)?row(?=\s)(?=[^>]*\bhidden=["'](?:1|true)["'][^>]*>)/g)?.length ?? 0,
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
        const { hiddenRows } = scan;
        const isUnsafe = flaws.some((flaw) => flaw !== null);
        const wanted = expected(text);
        expect(isUnsafe).toBe(wanted.isUnsafe);
        if (!isUnsafe) expect({ hiddenRows, isUnsafe }).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });
});
