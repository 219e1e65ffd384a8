import type { LocalizedText } from '../../schema/fieldSpec.ts';
import type { ValuesByType } from '../registry.ts';

// Surnames and houses are words for “example” and “sample”, so that nobody takes them for real ones.

export const koreanOrganizations: readonly {
  readonly name: LocalizedText;
  readonly type: NonNullable<ValuesByType['organization']['type']>;
}[] = [
  { name: { en: 'Ministry of Examples (Korea)', ko: '예시부' }, type: 'ministry' },
  { name: { en: 'Korea Sample Information Agency', ko: '한국견본정보원' }, type: 'agency' },
  { name: { en: 'Specimen University of Seoul', ko: '서울표본대학교' }, type: 'academia' },
  { name: { en: 'Placeholder Systems Co.', ko: '㈜보기시스템' }, type: 'private' },
];

export const koreanExperts: readonly {
  readonly name: LocalizedText;
  readonly gender: 'female' | 'male';
}[] = [
  { name: { en: 'Yesi Kim (sample)', ko: '김예시(표본)' }, gender: 'female' },
  { name: { en: 'Gyeonbon Lee (sample)', ko: '이견본(표본)' }, gender: 'male' },
  { name: { en: 'Gasang Park (sample)', ko: '박가상(표본)' }, gender: 'male' },
  { name: { en: 'Bogi Choi (sample)', ko: '최보기(표본)' }, gender: 'female' },
  { name: { en: 'Yeje Jung (sample)', ko: '정예제(표본)' }, gender: 'female' },
  { name: { en: 'Mohyeong Han (sample)', ko: '한모형(표본)' }, gender: 'male' },
];

/** Bodies of the partner country; the country's name is put in. */
export const partnerOrganizations: readonly {
  readonly en: string;
  readonly ko: string;
  readonly type: NonNullable<ValuesByType['organization']['type']>;
}[] = [
  { en: 'Ministry of Examples of {country}', ko: '{country} 예시부', type: 'ministry' },
  { en: 'Sample Agency for e-Government of {country}', ko: '{country} 전자정부견본청', type: 'agency' },
  { en: 'City of Exampleville, {country}', ko: '{country} 예시시청', type: 'localGovernment' },
  { en: 'Specimen University, {country}', ko: '{country} 표본대학교', type: 'academia' },
];

/** “Ministry of Examples” as the partner country writes it. */
export const localMinistryName: Readonly<Record<string, string>> = {
  BG: 'Министерство на примерите',
  VN: 'Bộ Ví dụ',
  UZ: 'Namunalar vazirligi',
  ID: 'Kementerian Contoh',
  PE: 'Ministerio de Ejemplos',
  KE: 'Wizara ya Mifano',
};

type GivenName = readonly [en: string, ko: string, gender: 'female' | 'male'];

/** Given names per country; the surname is always “Sample”. */
export const givenNames: Readonly<Record<string, readonly GivenName[]>> = {
  BG: [
    ['Elena', '엘레나', 'female'],
    ['Petar', '페타르', 'male'],
    ['Mariya', '마리야', 'female'],
  ],
  VN: [
    ['Lan', '란', 'female'],
    ['Minh', '민', 'male'],
    ['Hoa', '호아', 'female'],
  ],
  UZ: [
    ['Dilnoza', '딜노자', 'female'],
    ['Aziz', '아지즈', 'male'],
    ['Timur', '티무르', 'male'],
  ],
  ID: [
    ['Dewi', '데위', 'female'],
    ['Budi', '부디', 'male'],
    ['Putri', '푸트리', 'female'],
  ],
  PE: [
    ['Rosa', '로사', 'female'],
    ['Luis', '루이스', 'male'],
    ['Carmen', '카르멘', 'female'],
  ],
  KE: [
    ['Wanjiru', '완지루', 'female'],
    ['Kamau', '카마우', 'male'],
    ['Achieng', '아치엥', 'female'],
  ],
};

export const otherGivenNames: readonly GivenName[] = [
  ['Alex', '알렉스', 'male'],
  ['Robin', '로빈', 'female'],
  ['Kim', '킴', 'male'],
];
