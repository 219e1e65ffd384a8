import { bytesToBase64 } from '../core/base64.ts';
import type { IsoDate } from '../core/dates.ts';
import { escapeMarkup } from './markup.ts';
import { type StoryLanguage, storyLanguages } from './storyLanguages.ts';
import type { StoryPaper, StoryText } from './storyPaper.ts';

/**
 * Stories as one web page that needs nothing but itself: photos and style are inside, nothing runs, nothing is
 * fetched. The language is chosen by links within the page: English first, and a story that lacks a language is
 * shown in English there.
 */
export function storiesHtml(
  stories: readonly StoryPaper[],
  { madeOn }: { readonly madeOn: IsoDate },
): string {
  const languages = languagesOf(stories);
  const [only] = stories.length === 1 ? stories : [];
  const title = only === undefined ? 'Stories of eGCC' : (only.texts[0]?.title ?? '');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style>${styleOf(languages.map(({ language }) => language))}</style>
</head>
<body>
${languages.map(({ language }) => `<span id="${language}"></span>`).join('')}
<header>
<p>e-Government Cooperation Center (eGCC)</p>
${languageLinks(languages)}
</header>
<main>
${stories.map((story) => article(story, languages)).join('\n')}
</main>
<footer>${escapeMarkup(madeOn)}</footer>
</body>
</html>
`;
}

interface PageLanguage {
  readonly language: StoryLanguage;
  readonly tag: string;
  readonly name: string;
}

function languagesOf(stories: readonly StoryPaper[]): readonly PageLanguage[] {
  return storyLanguages.flatMap((language) => {
    const texts = stories.flatMap((story) => story.texts.filter((text) => text.language === language));
    const [first] = texts;
    if (first === undefined) return [];
    const { tag, languageName } = first;
    // Stories of several countries have several local languages.
    const isOne = texts.every((text) => text.tag === tag);
    return [{ language, tag: isOne ? tag : 'en', name: isOne ? languageName : 'Local language' }];
  });
}

function languageLinks(languages: readonly PageLanguage[]): string {
  if (languages.length < 2) return '';
  const links = languages.map(
    ({ language, tag, name }) =>
      `<a class="to-${language}" href="#${language}" lang="${escapeMarkup(tag)}">${escapeMarkup(name)}</a>`,
  );
  return `<nav aria-label="Language">${links.join(' ')}</nav>`;
}

function article(
  { date, center, texts, photos, links }: StoryPaper,
  languages: readonly PageLanguage[],
): string {
  // The title says what the photo shows; a reader who cannot see it loses nothing but the picture.
  const pictures = photos.map(
    ({ bytes, width, height }) =>
      `<img src="data:image/jpeg;base64,${bytesToBase64(bytes)}" width="${width}" height="${height}" alt="">`,
  );
  const addresses = links.map(
    (link) => `<li><a href="${escapeMarkup(link)}" rel="noopener noreferrer">${escapeMarkup(link)}</a></li>`,
  );
  const head = texts.map(
    (text) => `<h1 ${shownFor(text, texts, languages)}>${escapeMarkup(text.title)}</h1>`,
  );
  const bodies = texts.map(
    (text) => `<div ${shownFor(text, texts, languages)}>${text.paragraphs.map(paragraph).join('')}</div>`,
  );
  return `<article>
${head.join('\n')}
${places(date, center, languages)}
${pictures.join('\n')}
${bodies.join('\n')}
${addresses.length === 0 ? '' : `<ul>${addresses.join('')}</ul>`}
</article>`;
}

/** Day and center, in Korean where the page is read in Korean. */
function places(
  date: StoryPaper['date'],
  center: StoryPaper['center'],
  languages: readonly PageLanguage[],
): string {
  const line = (shown: readonly PageLanguage[], tag: 'en' | 'ko'): string => {
    if (shown.length === 0) return '';
    const text = [date ?? '', center[tag]].filter((part) => part !== '').join(' · ');
    const classes = shown.map(({ language }) => `in-${language}`).join(' ');
    return `<p class="place text ${classes}" lang="${tag}">${escapeMarkup(text)}</p>`;
  };
  const others = languages.filter(({ language }) => language !== 'ko');
  return (
    line(others, 'en') +
    line(
      languages.filter(({ language }) => language === 'ko'),
      'ko',
    )
  );
}

const paragraph = (text: string): string => `<p>${escapeMarkup(text).replaceAll('\n', '<br>')}</p>`;

/** In which of the page's languages a text is shown: English also where its story lacks one. */
function shownFor(
  { language, tag }: StoryText,
  texts: readonly StoryText[],
  languages: readonly PageLanguage[],
): string {
  const isThere = (one: StoryLanguage): boolean => texts.some((text) => text.language === one);
  const shown = languages
    .map((one) => one.language)
    .filter((one) => one === language || (language === 'en' && !isThere(one)));
  return `class="text ${shown.map((one) => `in-${one}`).join(' ')}" lang="${escapeMarkup(tag)}" dir="auto"`;
}

function styleOf(languages: readonly StoryLanguage[]): string {
  const choices = languages.map(
    (language) =>
      `#${language}:target~main .text{display:none}#${language}:target~main .in-${language}{display:block}` +
      `#${language}:target~header .to-en{font-weight:400;text-decoration:underline}` +
      `#${language}:target~header .to-${language}{font-weight:600;text-decoration:none}`,
  );
  return `${baseStyle}${choices.join('')}`;
}

const baseStyle = [
  ':root{color-scheme:light;--ink:#1a2029;--muted:#454f5c;--accent:#17407a;--line:#d8dde4}',
  'body{margin:0 auto;max-width:46rem;padding:1.5rem 1.25rem 3rem;color:var(--ink);background:#fff;',
  'font:1rem/1.65 Pretendard,-apple-system,"Segoe UI","Malgun Gothic","Noto Sans KR",sans-serif}',
  ':lang(ko){word-break:keep-all}',
  'header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1.5rem;',
  'border-bottom:2px solid var(--accent);padding-bottom:.5rem}',
  'header p{margin:0;color:var(--muted);font-size:.875rem}nav a{margin-right:.75rem}a{color:var(--accent)}',
  '.to-en{font-weight:600;text-decoration:none}',
  'article{padding:1.5rem 0;border-bottom:1px solid var(--line)}',
  'h1{margin:0;font-size:1.5rem;line-height:1.35}.place{margin:.25rem 0 1rem;color:var(--muted);font-size:.875rem}',
  'img{display:block;max-width:100%;height:auto;margin:0 0 1rem;border-radius:6px}',
  'p{overflow-wrap:anywhere}.text{display:none}.in-en{display:block}ul{padding-left:1.25rem;overflow-wrap:anywhere}',
  'footer{padding-top:1rem;color:var(--muted);font-size:.875rem}',
].join('');
