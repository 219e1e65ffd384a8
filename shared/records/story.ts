import { defineRecord } from '../schema/defineRecord.ts';
import { boolean, date, evidence, localizedText, longText } from '../schema/fields.ts';
import { notAfterToday } from './dateRules.ts';
import { localizedTitle } from './titles.ts';

/** What a center tells the public: a recent story of the programme. */
export const story = defineRecord({
  type: 'story',
  scope: 'center',
  label: { one: { en: 'Story', ko: '센터 소식' }, many: { en: 'Stories', ko: '센터 소식' } },
  sheetAliases: ['story', 'recent stories', 'news', 'articles', '소식', '최근 소식', '보도자료', '홍보'],
  version: 1,
  migrations: [],
  groups: [
    { key: 'text', label: { en: 'What happened?', ko: '어떤 일이 있었습니까?' } },
    { key: 'photo', label: { en: 'What does it look like?', ko: '어떤 사진을 씁니까?' } },
    { key: 'publish', label: { en: 'May it be published?', ko: '공개해도 됩니까?' } },
  ],
  fields: {
    title: localizedText({
      label: { en: 'Title', ko: '제목' },
      help: {
        en: 'In at least one language; a published story needs English.',
        ko: '한 언어 이상으로 적으세요. 공개하려면 영어가 필요합니다.',
      },
      required: true,
      aliases: ['headline', 'story title', '기사 제목', '소식 제목'],
      maxLength: 200,
      width: 36,
      sensitivity: 'public',
      group: 'text',
    }),
    date: date({
      label: { en: 'Date', ko: '날짜' },
      help: { en: 'The day on which it happened.', ko: '소식의 일이 있었던 날입니다.' },
      required: true,
      aliases: ['day', 'published on', 'story date', '일자', '게시일'],
      sensitivity: 'public',
      group: 'text',
    }),
    body: localizedText({
      label: { en: 'Text', ko: '본문' },
      help: {
        en: 'A few paragraphs for readers who know nothing of the center.',
        ko: '센터를 모르는 독자도 이해할 수 있게 몇 문단으로 적으세요.',
      },
      required: true,
      aliases: ['body', 'story', 'article', 'content', '내용', '기사', '소식 내용'],
      maxLength: 20_000,
      paragraphs: true,
      width: 60,
      sensitivity: 'public',
      group: 'text',
    }),
    photo: evidence({
      label: { en: 'Photos', ko: '사진' },
      help: { en: 'Photos from the evidence of the center.', ko: '센터의 증빙 가운데 사진을 선택하세요.' },
      aliases: ['photo', 'picture', 'image', '사진 자료', '이미지'],
      sensitivity: 'public',
      group: 'photo',
    }),
    photoConsent: boolean({
      label: { en: 'Consent of the people shown', ko: '초상 사용 동의' },
      help: {
        en: 'Whether everybody who can be recognised agreed to be published.',
        ko: '사진에서 알아볼 수 있는 사람이 모두 공개에 동의했는지 선택하세요.',
      },
      aliases: ['photo consent', 'consent', 'agreed', '동의', '초상권 동의', '사진 동의'],
      group: 'photo',
    }),
    publishable: boolean({
      label: { en: 'May be published', ko: '공개 가능' },
      help: {
        en: 'Headquarters publishes only stories that are marked so.',
        ko: '본부는 공개 가능으로 표시된 소식만 공개합니다.',
      },
      aliases: ['publishable', 'publish', 'public', '공개', '공개 여부', '게시 가능'],
      group: 'publish',
    }),
    links: longText({
      label: { en: 'Links', ko: '관련 링크' },
      help: { en: 'One address a line.', ko: '주소를 한 줄에 하나씩 적으세요.' },
      aliases: ['link', 'url', 'website', 'see also', '링크', '주소', '누리집'],
      maxLength: 4000,
      sensitivity: 'public',
      group: 'publish',
    }),
  },
  title: ({ title }, context) => localizedTitle(title, context),
  dateField: 'date',
  listFields: ['date', 'title', 'center', 'publishable', 'photo', 'links'],
  indexes: ['center', 'date', 'publishable'],
  rules: [
    notAfterToday('date', {
      en: 'The story is dated {date}, which is still to come. Check the date.',
      ko: '소식의 날짜({date})가 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
    {
      code: 'ENGLISH_MISSING',
      level: 'warning',
      field: 'body',
      message: {
        en: 'The story may be published, but its title or text is missing in English. Enter both, or clear “May be published”.',
        ko: '공개 가능한 소식이지만 영어 제목이나 본문이 없습니다. 영어로도 입력하거나 ‘공개 가능’을 해제하세요.',
      },
      broken: ({ title, body, publishable }) =>
        publishable === true && (title?.en === undefined || body?.en === undefined),
    },
    {
      code: 'PHOTO_MISSING',
      level: 'warning',
      field: 'photo',
      message: {
        en: 'The story may be published, but has no photo. Choose one, or clear “May be published”.',
        ko: '공개 가능한 소식이지만 사진이 없습니다. 사진을 선택하거나 ‘공개 가능’을 해제하세요.',
      },
      broken: ({ photo, publishable }) => publishable === true && photo === undefined,
    },
    {
      code: 'CONSENT_MISSING',
      level: 'warning',
      field: 'photoConsent',
      message: {
        en: 'Without the consent of the people shown, the photo stays out of the published story. Ask for it and set “Consent of the people shown” to Yes, or choose a photo in which nobody can be recognised and set it for that one.',
        ko: '초상 사용 동의가 없어 소식을 공개할 때 사진이 제외됩니다. 동의를 받거나 알아볼 수 있는 사람이 없는 사진을 선택한 뒤 ‘초상 사용 동의’를 ‘예’로 표시하세요.',
      },
      broken: ({ photo, photoConsent, publishable }) =>
        publishable === true && photo !== undefined && photoConsent !== true,
    },
    {
      code: 'LINK_SHAPE',
      level: 'warning',
      field: 'links',
      message: {
        en: '“{link}” is no web address. Begin it with https://, one address a line.',
        ko: '“{link}”은(는) 웹 주소가 아닙니다. 한 줄에 하나씩 https://로 시작하는 주소를 적으세요.',
      },
      broken: ({ links = '' }) => {
        const bad = links
          .split('\n')
          .map((line) => line.trim())
          .find((line) => line !== '' && !/^https?:\/\/[^\s/]+\S*$/i.test(line));
        return bad !== undefined && { link: bad };
      },
    },
  ],
});
