/** What stands on a page of an A4 PDF made here: a line of text, and a field of one colour that fills its lower half. */
export interface PdfPage {
  readonly text: string;
  readonly colour: readonly [red: number, green: number, blue: number];
}

/**
 * A small PDF. Text beyond ASCII is set in a Korean font that is not in the file, as older Korean word processors do
 * it: whoever shows it needs to know how such a font numbers its characters.
 */
export function pdfOf(pages: readonly PdfPage[]): Uint8Array {
  return pdfFrom([...frame(pages.length), ...fonts, ...pages.flatMap(pageObjects)]);
}

/** One that asks for a password which nobody knows. */
export function lockedPdf(): Uint8Array {
  const secret = '<'.concat('5a'.repeat(32), '>');
  return pdfFrom(
    [...frame(1), ...fonts, ...pageObjects({ text: 'Locked', colour: [1, 0, 0] }, 0)],
    `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${secret} /U ${secret} >> /ID [${secret} ${secret}]`,
  );
}

export const pdfWithoutPages = (): Uint8Array => pdfFrom([...frame(0), ...fonts]);

/** One whose end was lost on the way, and all of its structure. */
export const brokenPdf = (): Uint8Array =>
  Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type', 'latin1');

/** One whose second page repeats a form within a form, ten times at each of twelve levels, until nobody waits. */
export function endlessPdf(): Uint8Array {
  const levels = 12;
  const first = 6 + 2 * 2;
  const forms = Array.from({ length: levels }, (_, level) => {
    const inner = level === levels - 1 ? '0 0 1 1 re f' : '/Inner Do '.repeat(10);
    const resources = level === levels - 1 ? '' : `/XObject << /Inner ${first + level + 1} 0 R >>`;
    const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${resources} >>`;
    return stream(inner, dictionary);
  });
  const [page = '', content = ''] = pageObjects({ text: 'First', colour: [0, 1, 0] }, 0);
  const endless = page
    .replace('/Contents 7 0 R', '/Contents 9 0 R')
    .replace('/Resources <<', `/Resources << /XObject << /Inner ${first} 0 R >>`);
  return pdfFrom([...frame(2), ...fonts, page, content, endless, stream('/Inner Do'), ...forms]);
}

/** The catalogue and the tree of pages, objects 1 and 2; the pages and their contents take turns from 6 on. */
function frame(pages: number): readonly string[] {
  const kids = Array.from({ length: pages }, (_, index) => `${6 + index * 2} 0 R`);
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`,
  ];
}

/** Objects 3 to 5. */
const fonts: readonly string[] = [
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /HYGoThic-Medium /Encoding /UniKS-UCS2-H /DescendantFonts [5 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYGoThic-Medium /DW 1000' +
    ' /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >>' +
    ' /FontDescriptor << /Type /FontDescriptor /FontName /HYGoThic-Medium /Flags 4 /FontBBox [0 -200 1000 900]' +
    ' /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 60 >> >>',
];

function pageObjects({ text, colour }: PdfPage, index: number): readonly [page: string, content: string] {
  const page =
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + index * 2} 0 R` +
    ' /Resources << /Font << /Latin 3 0 R /Korean 4 0 R >> >> >>';
  const isLatin = /^[\x20-\x7e]*$/.test(text);
  const shown = isLatin ? `(${text.replace(/[\\()]/g, '\\$&')})` : `<${hexOf(text)}>`;
  const font = isLatin ? 'Latin' : 'Korean';
  const content = `${colour.join(' ')} rg 0 0 595 421 re f 0 g BT /${font} 36 Tf 60 700 Td ${shown} Tj ET`;
  return [page, stream(content)];
}

const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

const stream = (content: string, dictionary = ''): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

function pdfFrom(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\n`;
  return Buffer.from(`${text}startxref\n${text.lastIndexOf('xref\n0 ')}\n%%EOF\n`, 'latin1');
}
