import type { IsoDate } from '../core/dates.ts';
import type { Label } from '../core/language.ts';
import { centerLabel } from '../records/center.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf } from '../records/recordsOf.ts';
import { localLanguageTag, ownLanguageName, type StoryLanguage } from './storyLanguages.ts';
import type { StoryReadiness } from './storyReadiness.ts';

/** A story as it goes out: nothing in it but what may be seen by everybody. */
export interface StoryPaper {
  readonly date: IsoDate | null;
  readonly center: Label;
  /** In the order of the languages; English is always there. */
  readonly texts: readonly StoryText[];
  readonly photos: readonly StoryPhoto[];
  /** Web addresses, each beginning with http:// or https://. */
  readonly links: readonly string[];
}

export interface StoryText {
  readonly language: StoryLanguage;
  /** BCP 47. */
  readonly tag: string;
  /** What the language calls itself. */
  readonly languageName: string;
  readonly title: string;
  /** Lines within a paragraph are kept. */
  readonly paragraphs: readonly string[];
}

/** A JPEG. */
export interface StoryPhoto {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What is published of a story that may be published, with the photos that were read. */
export function storyPaper(
  set: RecordSet,
  story: RecordOf<'story'>,
  { languages }: Pick<StoryReadiness, 'languages'>,
  photos: readonly StoryPhoto[],
): StoryPaper {
  const { title = {}, body = {}, date, center, links = '' } = story.values;
  const values = center === undefined ? null : (recordOf(set, 'center', center)?.values ?? null);
  const local = localLanguageTag(values?.country);
  return {
    date: date ?? null,
    center: { en: centerLabel(values ?? {}, 'en'), ko: centerLabel(values ?? {}, 'ko') },
    texts: languages.map((language) => ({
      language,
      tag: language === 'local' ? local : language,
      languageName: ownLanguageName(language, local),
      title: title[language] ?? '',
      paragraphs: paragraphsOf(body[language] ?? ''),
    })),
    photos,
    links: linksOf(links),
  };
}

const paragraphsOf = (text: string): readonly string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** Only what a browser opens as a page: an address of any other kind could run something. */
const linksOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^https?:\/\/[^\s/]+\S*$/i.test(line));
