import { strToU8, type Zippable, zipSync } from 'fflate';
import type { IsoDate } from '../core/dates.ts';
import { contentTypes, core, documentXml, packageRelations, styles } from './docxParts.ts';
import { escapeMarkup } from './markup.ts';
import type { StoryPaper, StoryPhoto, StoryText } from './storyPaper.ts';

/**
 * Stories as a document for a text processor (OOXML), each on a page of its own: photos, then the text in every
 * language that there is. Written here because the one kept library for it needs a newer Node.js and reads the clock;
 * the same stories give the same bytes.
 */
export function storiesDocx(
  stories: readonly StoryPaper[],
  { madeOn }: { readonly madeOn: IsoDate },
): Uint8Array {
  const relations = new Relations();
  const body = stories.map((story, index) => storyXml(story, index > 0, relations)).join('');
  const title = stories[0]?.texts[0]?.title ?? 'Stories of eGCC';
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(packageRelations),
    'docProps/core.xml': strToU8(core(escapeMarkup(title), madeOn)),
    'word/document.xml': strToU8(documentXml(body)),
    'word/styles.xml': strToU8(styles),
    'word/_rels/document.xml.rels': strToU8(relations.xml()),
    ...Object.fromEntries(
      relations.photos.map(({ bytes }, index) => [`word/media/photo${index + 1}.jpeg`, bytes]),
    ),
  };
  // A zip knows no time before 1980, and any other would differ from one writing to the next. It keeps the time of the
  // clock on the wall, so the first moment has to be that of whatever zone this computer is in.
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** What the document refers to outside its text: photos and web addresses. */
class Relations {
  readonly photos: StoryPhoto[] = [];
  readonly #entries: string[] = [
    `<Relationship Id="rId1" Type="${relationType}/styles" Target="styles.xml"/>`,
  ];

  photo(photo: StoryPhoto): string {
    this.photos.push(photo);
    return this.#add('image', `Target="media/photo${this.photos.length}.jpeg"`);
  }

  link(address: string): string {
    return this.#add('hyperlink', `Target="${escapeMarkup(address)}" TargetMode="External"`);
  }

  xml(): string {
    return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${this.#entries.join('')}</Relationships>`;
  }

  #add(type: string, target: string): string {
    const id = `rId${this.#entries.length + 1}`;
    this.#entries.push(`<Relationship Id="${id}" Type="${relationType}/${type}" ${target}/>`);
    return id;
  }
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function storyXml(story: StoryPaper, isNewPage: boolean, relations: Relations): string {
  const { date, center, texts, photos, links } = story;
  const [first, ...others] = texts;
  if (first === undefined) return '';
  const place = [date ?? '', center.en].filter((part) => part !== '').join(' · ');
  return [
    block('Heading1', first.title, first, isNewPage ? '<w:pageBreakBefore/>' : ''),
    block('Place', place),
    ...photos.map((photo) => photoXml(photo, relations.photo(photo), relations.photos.length)),
    ...first.paragraphs.map((text) => block('Normal', text, first)),
    ...others.flatMap((text) => [
      block('Language', text.languageName, text),
      block('Heading2', text.title, text),
      ...text.paragraphs.map((one) => block('Normal', one, text)),
    ]),
    ...links.map((link) => linkXml(link, relations.link(link))),
  ].join('');
}

function block(
  style: string,
  text: string,
  { tag }: Pick<StoryText, 'tag'> = { tag: 'en' },
  more = '',
): string {
  const isRightToLeft = /^(ar|fa|he|ps|ur)$/.test(tag);
  return (
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}${isRightToLeft ? '<w:bidi/>' : ''}</w:pPr>` +
    `<w:r><w:rPr>${isRightToLeft ? '<w:rtl/>' : ''}${languageXml(tag)}</w:rPr>${linesXml(text)}</w:r></w:p>`
  );
}

/** Which dictionary checks the spelling; East Asian text has a language of its own. */
const languageXml = (tag: string): string =>
  tag === 'und'
    ? ''
    : tag === 'ko'
      ? '<w:lang w:eastAsia="ko-KR"/>'
      : `<w:lang w:val="${escapeMarkup(tag)}"/>`;

const linesXml = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeMarkup(line)}</w:t>`)
    .join('<w:br/>');

const linkXml = (address: string, relation: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:hyperlink r:id="${relation}"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>${linesXml(address)}</w:r></w:hyperlink></w:p>`;

// English Metric Units: 360,000 to a centimetre. As wide as the text of an A4 page, and at most a third of it high.
const widest = 16.5 * 360_000;
const highest = 10 * 360_000;

function photoXml({ width, height }: StoryPhoto, relation: string, number: number): string {
  const scale = Math.min(widest / width, highest / height);
  const extent = `cx="${Math.round(width * scale)}" cy="${Math.round(height * scale)}"`;
  return (
    `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>` +
    `<wp:docPr id="${number}" name="Photo ${number}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="photo${number}.jpeg"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  );
}
