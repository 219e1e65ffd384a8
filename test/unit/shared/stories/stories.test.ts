import { strFromU8, unzipSync } from 'fflate';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { newRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../../../shared/records/builtIn.ts';
import { type RecordSet, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { recordOf } from '../../../../shared/records/recordsOf.ts';
import { definitionOf, type RecordType, type ValuesByType } from '../../../../shared/records/registry.ts';
import { storiesDocx } from '../../../../shared/stories/storyDocx.ts';
import { storiesHtml } from '../../../../shared/stories/storyHtml.ts';
import { localLanguageTag, ownLanguageName } from '../../../../shared/stories/storyLanguages.ts';
import { type StoryPaper, storyPaper } from '../../../../shared/stories/storyPaper.ts';
import { type StoryReadiness, storyReadiness } from '../../../../shared/stories/storyReadiness.ts';
import { planCreate } from '../../../../shared/sync/planEdit.ts';
import { countingRandom } from '../../../support/exchange.ts';
import { testStamp } from '../../../support/recordGenerators.ts';
import { recordsFromChanges } from '../../../support/recordsFromChanges.ts';

const random = countingRandom(7);
const nextId = (): RecordId => newRecordId({ now: () => 1 }, random);
const bulgaria = builtInCenterId('BG10');

interface Given {
  readonly type: RecordType;
  readonly id: RecordId;
  readonly values: ValuesByType[RecordType];
}

const given = <Type extends RecordType>(type: Type, values: ValuesByType[Type]): Given => ({
  type,
  id: nextId(),
  values,
});

function setOf(...records: readonly Given[]): RecordSet {
  const changes = records.flatMap(({ type, id, values }) =>
    planCreate(definitionOf(type), values, { id, by: 'Kim', at: 1 }, () => testStamp(1)),
  );
  return recordSetOf(recordsFromChanges([...builtInChanges(), ...changes]));
}

const storyOf = (values: ValuesByType['story']): Given =>
  given('story', {
    center: bulgaria,
    title: { en: 'Two registers talk to each other', ko: '두 등록부를 연결하다' },
    date: '2026-03-02',
    body: { en: 'A form took three visits.\n\nNow it takes one.', ko: '세 번 방문하던 민원입니다.' },
    publishable: true,
    ...values,
  });

function readinessOf(story: Given, ...others: readonly Given[]): StoryReadiness {
  const set = setOf(story, ...others);
  const record = recordOf(set, 'story', story.id);
  if (record === null) throw new Error('no story');
  return storyReadiness(set, record);
}

function paperOf(story: Given, photos: StoryPaper['photos'] = []): StoryPaper {
  const set = setOf(story);
  const record = recordOf(set, 'story', story.id);
  if (record === null) throw new Error('no story');
  return storyPaper(set, record, storyReadiness(set, record), photos);
}

describe('whether a story may be published', () => {
  it('is refused without its mark, and without English', () => {
    expect(readinessOf(storyOf({})).refusals).toEqual([]);
    expect(readinessOf(storyOf({ publishable: false })).refusals).toEqual(['NOT_RELEASED']);
    expect(readinessOf(storyOf({ body: { ko: '본문입니다.' } })).refusals).toEqual(['ENGLISH_MISSING']);
  });

  it('tells the languages in which title and text are both there', () => {
    const story = storyOf({ title: { en: 'A', local: 'Б' }, body: { en: 'B', ko: '나', local: 'В' } });
    expect(readinessOf(story).languages).toEqual(['en', 'local']);
  });

  const minji = given('person', { name: { en: 'Kim Minji', ko: '김민지' } });
  const named = (text: string) =>
    readinessOf(storyOf({ body: { en: text } }), minji).warnings.map(({ code }) => code);

  it('warns of people who are named without consent, in either spelling', () => {
    expect(named('The trainer Kim Minji explained it.')).toEqual(['PERSON_WITHOUT_CONSENT']);
    expect(named('전문가 김민지가 설명했습니다.')).toEqual(['PERSON_WITHOUT_CONSENT']);
    expect(named('KIM  MINJI explained it.')).toEqual(['PERSON_WITHOUT_CONSENT']);
    expect(named('Kim Minjis explained it.')).toEqual([]);
    expect(named('Nobody is named.')).toEqual([]);
  });

  it('does not warn of people who agreed', () => {
    const agreed = given('person', { name: { en: 'Kim Minji' }, consent: true });
    expect(readinessOf(storyOf({ body: { en: 'Kim Minji came.' } }), agreed).warnings).toEqual([]);
  });

  it('keeps photos in without consent or that are internal', () => {
    const photo = given('evidence', {
      fileName: 'a.jpg',
      kind: 'photo',
      sensitivity: 'personal',
      sha256: 'a'.repeat(64),
    });
    const internal = given('evidence', {
      fileName: 'b.jpg',
      kind: 'photo',
      sensitivity: 'internal',
      sha256: 'b'.repeat(64),
    });
    const both = [photo.id, internal.id];
    const without = readinessOf(storyOf({ photo: both }), photo, internal);
    expect(without.photos).toEqual([]);
    expect(without.warnings.map(({ code }) => code)).toEqual([
      'PHOTO_WITHOUT_CONSENT',
      'PHOTO_WITHOUT_CONSENT',
    ]);
    const agreed = readinessOf(storyOf({ photo: both, photoConsent: true }), photo, internal);
    expect(agreed.photos).toEqual([photo.id]);
    expect(agreed.warnings.map(({ code }) => code)).toEqual(['PHOTO_INTERNAL']);
  });
});

describe('local languages', () => {
  it('are those of the country, by their own names', () => {
    expect(localLanguageTag('BG')).toBe('bg');
    expect(ownLanguageName('local', 'bg')).toBe('български');
    expect(localLanguageTag('VN')).toBe('vi');
    expect(localLanguageTag(undefined)).toBe('und');
    expect(ownLanguageName('local', 'und')).toBe('Local language');
  });
});

/** Texts that try to be something else. */
const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</title><script>alert(1)</script>',
  '</w:t></w:r><w:r><w:fldSimple w:instr="DDEAUTO"/>',
  '<!--',
  ']]>',
  '&lt;script&gt;',
  '\u0000\u0008\ud800 half',
  '<![CDATA[',
  '<?xml?>',
  '&#x3c;b&#x3e;',
];
/** The characters that no XML can hold are left out. */
const visible = (text: string): string =>
  ['\u0000', '\u0008', '\ud800'].reduce((shown, character) => shown.replaceAll(character, ''), text);
const attacked = attacks.map((attack) =>
  paperOf(
    storyOf({
      title: { en: attack, ko: `${attack} 제목` },
      body: { en: `${attack}\n\n${attack}\nline`, ko: attack, local: attack },
      links: `https://example.org/?q=${attack.replace(/\s/g, '')}\njavascript:alert(1)\ndata:text/html,x`,
    }),
  ),
);
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]);

function parsed(html: string) {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true } });
  window.document.write(html);
  return window.document;
}

describe('the web page', () => {
  it('shows attacks as the texts that they are', () => {
    const document = parsed(storiesHtml(attacked, { madeOn: '2026-11-26' }));
    expect(document.querySelectorAll('script, iframe, object, form, link, base').length).toBe(0);
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith('on')),
    );
    expect(handlers).toEqual([]);
    const titles = [...document.querySelectorAll('h1[lang="en"]')].map((title) => title.textContent);
    expect(titles).toEqual(attacks.map(visible));
    expect(document.querySelectorAll('article').length).toBe(attacks.length);
  });

  it('links to web addresses and nothing else', () => {
    const document = parsed(storiesHtml(attacked, { madeOn: '2026-11-26' }));
    const targets = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(targets.every((target) => /^(#(en|ko|local)|https:\/\/example\.org\/)/.test(target))).toBe(true);
  });

  it('needs nothing but itself', () => {
    const paper = paperOf(storyOf({}), [{ bytes: jpeg, width: 640, height: 360 }]);
    const html = storiesHtml([paper], { madeOn: '2026-11-26' });
    const document = parsed(html);
    const image = document.querySelector('img');
    expect(image?.getAttribute('src')).toBe(`data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`);
    expect(image?.getAttribute('width')).toBe('640');
    expect(html).toContain("default-src 'none'; img-src data:; style-src 'unsafe-inline'");
    expect(html.replace(/href="[^"]*"/g, '')).not.toMatch(/https?:\/\/|url\(|@import/);
    expect(document.title).toBe('Two registers talk to each other');
  });

  it('changes the language by links within it, and shows English where a story lacks one', () => {
    const both = paperOf(storyOf({}));
    const english = paperOf(storyOf({ title: { en: 'Only English' }, body: { en: 'Text.' } }));
    const local = paperOf(
      storyOf({ title: { en: 'C', local: 'Заглавие' }, body: { en: 'D', local: 'Текст' } }),
    );
    const document = parsed(storiesHtml([both, english, local], { madeOn: '2026-11-26' }));
    const links = [...document.querySelectorAll('nav a')].map((link) => [
      link.getAttribute('href'),
      link.textContent,
    ]);
    expect(links).toEqual([
      ['#en', 'English'],
      ['#ko', '한국어'],
      ['#local', 'български'],
    ]);
    const shown = (language: string) =>
      [...document.querySelectorAll(`h1.in-${language}`)].map((title) => title.textContent);
    expect(shown('en')).toEqual(['Two registers talk to each other', 'Only English', 'C']);
    expect(shown('ko')).toEqual(['두 등록부를 연결하다', 'Only English', 'C']);
    expect(shown('local')).toEqual(['Two registers talk to each other', 'Only English', 'Заглавие']);
    expect(document.querySelector('.place.in-ko')?.textContent).toBe("2026-03-02 · 한-불가리아('10)");
    expect(document.querySelector('h1.in-local[lang="bg"]')?.textContent).toBe('Заглавие');
  });
});

describe('the document', () => {
  const filesOf = (papers: readonly StoryPaper[]) => {
    const files = unzipSync(storiesDocx(papers, { madeOn: '2026-11-26' }));
    return { files, text: (name: string) => strFromU8(files[name] ?? new Uint8Array()) };
  };

  /** The texts of well-formed XML in their order; throws for any other. */
  function textsOf(xml: string): readonly string[] {
    const open: string[] = [];
    const texts: string[] = [];
    for (const [, tag, text] of xml.replace(/^<\?xml[^>]*\?>\s*/, '').matchAll(/<([^>]*)>|([^<]+)/g)) {
      if (tag === undefined) texts.push(decoded(text ?? ''));
      else if (tag.startsWith('/')) expect(open.pop()).toBe(tag.slice(1));
      else {
        expect(tag).toMatch(/^[\w:]+( [\w:]+="[^"<]*")*\/?$/);
        if (!tag.endsWith('/')) open.push(tag.split(' ')[0] ?? '');
      }
    }
    expect(open).toEqual([]);
    return texts;
  }

  const decoded = (text: string): string => {
    expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
    const characters: Readonly<Record<string, string>> = {
      lt: '<',
      gt: '>',
      quot: '"',
      '#39': "'",
      amp: '&',
    };
    return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => characters[name] ?? '');
  };

  it('holds attacks as the texts that they are', () => {
    const { text } = filesOf(attacked);
    const texts = textsOf(text('word/document.xml'));
    for (const attack of attacks)
      expect(texts.filter((one) => one === visible(attack)).length).toBeGreaterThan(3);
    expect(textsOf(text('docProps/core.xml'))).toContain(attacks[0]);
    textsOf(text('word/styles.xml'));
    const targets = [...text('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)"/g)].map(
      ([, one]) => one,
    );
    expect(targets.every((one) => /^(styles\.xml$|https:\/\/example\.org\/)/.test(one ?? ''))).toBe(true);
    textsOf(text('word/_rels/document.xml.rels'));
  });

  it('has the photo, every language, and a page for each story', () => {
    const paper = paperOf(storyOf({ links: 'https://example.org/story' }), [
      { bytes: jpeg, width: 640, height: 360 },
    ]);
    const { files, text } = filesOf([paper, paper]);
    expect(files['word/media/photo1.jpeg']).toEqual(jpeg);
    expect(files['word/media/photo2.jpeg']).toEqual(jpeg);
    const xml = text('word/document.xml');
    expect(textsOf(xml)).toEqual(
      expect.arrayContaining([
        'Two registers talk to each other',
        'Now it takes one.',
        '한국어',
        '두 등록부를 연결하다',
      ]),
    );
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    // 16:9, no higher than ten centimetres and no wider than the text.
    expect(xml).toContain('cx="5940000" cy="3341250"');
  });

  it.each(['UTC', 'America/Lima', 'Asia/Seoul', 'Pacific/Kiritimati'])(
    'is the same for the same stories, also in %s',
    (timeZone) => {
      const zone = process.env.TZ;
      const once = storiesDocx(attacked, { madeOn: '2026-11-26' });
      try {
        process.env.TZ = timeZone;
        expect(storiesDocx(attacked, { madeOn: '2026-11-26' })).toEqual(once);
      } finally {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
      }
    },
  );
});
