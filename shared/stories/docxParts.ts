import type { IsoDate } from '../core/dates.ts';

// The parts of a text document (ECMA-376) that are the same whatever it says.

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = 'application/vnd.openxmlformats';

export const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="${types}-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="${types}-package.core-properties+xml"/></Types>`;

export const packageRelations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

/** `title` is escaped already. */
export const core = (title: string, madeOn: IsoDate): string =>
  `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>eGCC Fieldbook</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${madeOn}T00:00:00Z</dcterms:created></cp:coreProperties>`;

/** A4 with margins of 2 to 2.5 cm; lengths in twentieths of a point. */
export const documentXml = (body: string): string =>
  `${head}<w:document xmlns:w="${word}" xmlns:r="${office}/relationships" xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1247" w:bottom="1418" w:left="1247" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`;

const fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Malgun Gothic" w:cs="Arial"/>';

/** Sizes in half points: the text 11, headings 18 and 14. */
export const styles = `${head}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="ko-KR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
  paragraphStyle('Normal', 'Normal', '', '', true),
  paragraphStyle(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="0" w:after="60"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:bCs/><w:color w:val="17407A"/><w:sz w:val="36"/><w:szCs w:val="36"/>',
  ),
  paragraphStyle(
    'Heading2',
    'heading 2',
    '<w:keepNext/><w:spacing w:before="0" w:after="80"/><w:outlineLvl w:val="1"/>',
    '<w:b/><w:bCs/><w:color w:val="17407A"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
  ),
  paragraphStyle(
    'Place',
    'Place',
    '<w:spacing w:after="200"/>',
    '<w:color w:val="454F5C"/><w:sz w:val="19"/>',
  ),
  paragraphStyle(
    'Language',
    'Language',
    '<w:keepNext/><w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="BEC6D0"/></w:pBdr><w:spacing w:before="320" w:after="40"/>',
    '<w:color w:val="454F5C"/><w:sz w:val="19"/>',
  ),
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="17407A"/><w:u w:val="single"/></w:rPr></w:style>',
].join('')}</w:styles>`;

function paragraphStyle(id: string, name: string, paragraph: string, run: string, isDefault = false): string {
  const base = isDefault ? '' : '<w:basedOn w:val="Normal"/>';
  return `<w:style w:type="paragraph" ${isDefault ? 'w:default="1" ' : ''}w:styleId="${id}"><w:name w:val="${name}"/>${base}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}
