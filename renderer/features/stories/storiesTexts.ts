import { defineTexts } from '../../i18n/texts.ts';

export const storiesTexts = defineTexts('stories', {
  title: { en: 'Stories', ko: '센터 소식' },
  lead: {
    en: 'What the centers tell the public. Stories that may be published are saved as a web page or as a document.',
    ko: '대외에 알릴 소식입니다. 공개 가능한 소식은 웹 페이지나 문서로 저장할 수 있습니다.',
  },
  add: { en: 'New story', ko: '센터 소식 추가' },
  emptyTitle: { en: 'No story is written yet', ko: '아직 작성한 센터 소식이 없습니다' },
  emptyText: {
    en: 'Here belong short stories for the public, in several languages and with a photo.',
    ko: '대외에 알릴 소식을 여러 언어로 사진과 함께 작성합니다.',
  },
  show: { en: 'Which stories', ko: '보기' },
  all: { en: 'All ({count})', ko: '전체({count})' },
  publishable: { en: 'May be published ({count})', ko: '공개 가능({count})' },
  untranslated: { en: 'Translation missing ({count})', ko: '번역 필요({count})' },
  none: { en: 'No story of this kind.', ko: '해당하는 소식이 없습니다.' },
  choose: { en: 'Choose “{title}”', ko: '‘{title}’ 선택' },
  untitled: { en: 'Without a title', ko: '제목 없음' },
  ready: { en: 'May be published', ko: '공개 가능' },
  languages: { en: 'In {names}', ko: '작성 언어: {names}' },
  missing: { en: 'Missing: {names}', ko: '번역 필요: {names}' },
  namesSomebody: {
    en: 'Names {name}, whose consent is not recorded',
    ko: '동의가 기록되지 않은 사람({name})이 나옵니다',
  },
  sample: { en: 'Sample', ko: '예시' },
  noPhoto: { en: 'No photo', ko: '사진 없음' },
  photoAway: { en: 'The photo is not on this computer', ko: '사진 파일이 이 컴퓨터에 없음' },
  savePage: { en: 'Save as web page', ko: '웹 페이지로 저장' },
  saveDocument: { en: 'Save as document', ko: '문서(DOCX)로 저장' },
  chosen: {
    en: { one: '{count} story chosen', other: '{count} stories chosen' },
    ko: '소식 {count}건 선택',
  },
  noneChosen: {
    en: 'None chosen: all shown stories that may be published are saved.',
    ko: '선택한 소식이 없으면 표시된 소식 가운데 공개 가능한 소식을 모두 저장합니다.',
  },
  noneChosenNoSamples: {
    en: 'None chosen: all shown stories that may be published are saved, without samples.',
    ko: '선택한 소식이 없으면 표시된 소식 가운데 공개 가능한 소식을 예시를 제외하고 모두 저장합니다.',
  },
  samplesLeftOut: {
    en: {
      one: '{count} sample story was left out. Choose it if you want to save it for practice.',
      other: '{count} sample stories were left out. Choose them if you want to save them for practice.',
    },
    ko: '예시 소식 {count}건을 제외했습니다. 연습용으로 저장하려면 해당 소식을 선택하세요.',
  },
  clearChoice: { en: 'Clear the choice', ko: '선택 해제' },
  nothingToSave: {
    en: 'Nothing was saved: none of these stories may be published.',
    ko: '공개할 수 있는 소식이 없어 저장하지 않았습니다.',
  },
  savedSome: {
    en: { one: '{count} story was saved.', other: '{count} stories were saved.' },
    ko: '소식 {count}건을 저장했습니다.',
  },
  refused: { en: 'Left out: “{title}”. {reason}', ko: '제외: ‘{title}’. {reason}' },
  personNamed: {
    en: '“{title}” names {name}, whose consent is not recorded. Ask for it before you publish the story.',
    ko: '‘{title}’에 동의가 기록되지 않은 사람({name})이 나옵니다. 공개하기 전에 동의를 받으세요.',
  },
  photoConsent: {
    en: 'A photo of “{title}” was left out: the consent of the people shown is not recorded.',
    ko: '‘{title}’의 사진을 제외했습니다. 초상 사용 동의가 기록되지 않았습니다.',
  },
  photoInternal: {
    en: 'A photo of “{title}” was left out: it is marked as internal.',
    ko: '‘{title}’의 사진을 제외했습니다. 공개 범위가 ‘내부’로 지정되어 있습니다.',
  },
  photoUnread: {
    en: 'A photo of “{title}” was left out: its file is not on this computer or cannot be read.',
    ko: '‘{title}’의 사진을 제외했습니다. 파일이 이 컴퓨터에 없거나 읽을 수 없습니다.',
  },
  sampleStory: {
    en: '“{title}” is a sample: for practice, not for publication.',
    ko: '‘{title}’은(는) 연습용 예시이므로 공개하지 마세요.',
  },
  fileName: { en: 'eGCC stories {date}', ko: 'eGCC 소식 {date}' },
});
