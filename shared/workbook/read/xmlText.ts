/** Characters that XML and Excel write as something else: an entity, a carriage return, `_x000D_`. */
const escapes = /[&\r]|_x/;
const entities = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});/g;
const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};
const excelEscapes = /_x([\da-fA-F]{4})_/g;

/** The characters of a text or an attribute in XML. */
export function xmlText(source: string): string {
  if (!source.includes('&')) return source;
  return source.replace(entities, (entity) => named[entity] ?? numbered(entity));
}

/** The text of a cell: XML's entities, then Excel's own `_xHHHH_` for what XML cannot hold; line ends are line feeds. */
export function cellText(source: string): string {
  if (!escapes.test(source)) return source;
  return xmlText(source)
    .replace(excelEscapes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\r\n', '\n');
}

function numbered(entity: string): string {
  const isHex = entity[2] === 'x' || entity[2] === 'X';
  const code = Number.parseInt(entity.slice(isHex ? 3 : 2, -1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
