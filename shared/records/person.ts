import { defineRecord } from '../schema/defineRecord.ts';
import { boolean, choice, localizedText, ref, text } from '../schema/fields.ts';
import { localizedTitle } from './titles.ts';

/** An expert, official, trainer or participant. */
export const person = defineRecord({
  type: 'person',
  scope: 'programme',
  label: { one: { en: 'Person', ko: '인물' }, many: { en: 'People', ko: '인물' } },
  sheetAliases: [
    'person',
    'persons',
    'experts',
    'contacts',
    '인원',
    '전문가',
    '전문가 명단',
    '연락처',
    '담당자',
  ],
  version: 1,
  migrations: [],
  groups: [
    { key: 'identity', label: { en: 'Who is it?', ko: '누구입니까?' } },
    { key: 'contact', label: { en: 'How can the person be reached?', ko: '어떻게 연락합니까?' } },
  ],
  fields: {
    name: localizedText({
      label: { en: 'Name', ko: '이름' },
      help: {
        en: 'In at least one language, written as the person writes it.',
        ko: '한 언어 이상으로, 본인이 쓰는 표기대로 적으세요.',
      },
      required: true,
      aliases: ['full name', 'person', 'expert', '성명', '전문가명', '성함'],
      maxLength: 120,
      width: 24,
      group: 'identity',
    }),
    organization: ref({
      to: 'organization',
      label: { en: 'Organization', ko: '소속 기관' },
      help: { en: 'Where the person works.', ko: '근무하는 기관입니다.' },
      aliases: ['affiliation', 'employer', 'institution', '소속', '소속기관', '기관', '기관명'],
      group: 'identity',
    }),
    position: text({
      label: { en: 'Position', ko: '직위' },
      help: { en: 'Title or function there.', ko: '기관에서의 직위나 직책을 적으세요.' },
      aliases: ['title', 'function', 'job title', '직책', '직급', '직함'],
      group: 'identity',
    }),
    gender: choice({
      label: { en: 'Gender', ko: '성별' },
      help: {
        en: 'Only as the person states it; reports count it, never name it.',
        ko: '본인이 밝힌 대로만 적으세요. 보고서에는 인원수로만 집계됩니다.',
      },
      aliases: ['sex', 'F/M', '남녀'],
      choices: [
        { value: 'female', label: { en: 'Female', ko: '여성' }, aliases: ['f', 'w', 'woman', '여', '여자'] },
        { value: 'male', label: { en: 'Male', ko: '남성' }, aliases: ['m', 'man', '남', '남자'] },
        { value: 'other', label: { en: 'Other', ko: '기타' }, aliases: ['o', 'x', 'diverse'] },
        {
          value: 'undisclosed',
          label: { en: 'Not disclosed', ko: '미공개' },
          aliases: ['undisclosed', 'n/a', 'prefer not to say', '비공개', '무응답'],
        },
      ],
      sensitivity: 'personal',
      group: 'identity',
    }),
    email: text({
      label: { en: 'E-mail', ko: '이메일' },
      help: { en: 'One address, for work.', ko: '업무용 이메일 주소 하나를 적으세요.' },
      aliases: ['email', 'e-mail address', 'mail', 'contact', '전자우편', '이메일 주소', '메일'],
      sensitivity: 'personal',
      group: 'contact',
    }),
    phone: text({
      label: { en: 'Phone', ko: '전화번호' },
      help: {
        en: 'With the country code: +359 2 000 0000.',
        ko: '국가 번호를 포함해 적으세요. 예: +359 2 000 0000',
      },
      aliases: ['telephone', 'tel', 'mobile', 'phone number', '전화', '연락처', '휴대전화'],
      maxLength: 60,
      sensitivity: 'personal',
      group: 'contact',
    }),
    consent: boolean({
      label: { en: 'Consent to keep contact data', ko: '연락처 수집 동의' },
      help: {
        en: 'Whether the person agreed that e-mail and phone are kept here.',
        ko: '이메일과 전화번호 보관에 본인이 동의했는지 선택하세요.',
      },
      aliases: ['consent', 'agreed', '개인정보 동의', '동의', '개인정보 수집 동의'],
      group: 'contact',
    }),
  },
  title: ({ name }, context) => localizedTitle(name, context),
  listFields: ['name', 'organization', 'position'],
  indexes: ['organization'],
  rules: [
    {
      code: 'CONSENT_MISSING',
      level: 'warning',
      field: 'consent',
      message: {
        en: 'Contact data is kept without the person’s consent. Ask for it, or clear e-mail and phone.',
        ko: '동의 없이 연락처가 보관되어 있습니다. 동의를 받거나 이메일과 전화번호를 지우세요.',
      },
      broken: ({ email, phone, consent }) => (email !== undefined || phone !== undefined) && consent !== true,
    },
    {
      code: 'EMAIL_SHAPE',
      level: 'warning',
      field: 'email',
      message: {
        en: '“{email}” does not look like an e-mail address. Check it.',
        ko: '“{email}”은(는) 이메일 주소 형식이 아닙니다. 확인하세요.',
      },
      broken: ({ email }) => email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && { email },
    },
  ],
});
