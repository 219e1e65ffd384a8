import { describe, expect, it } from 'vitest';
import { anyRecord, defineRecord, type RecordLookup } from '../../../../shared/schema/defineRecord.ts';
import { date, integer, text } from '../../../../shared/schema/fields.ts';
import { fieldFindings, findingText, hasErrors, validateRecord } from '../../../../shared/schema/validate.ts';

const note = anyRecord(
  defineRecord({
    type: 'note',
    scope: 'center',
    label: { one: { en: 'Note', ko: '메모' }, many: { en: 'Notes', ko: '메모' } },
    version: 1,
    migrations: [],
    groups: [{ key: 'all', label: { en: 'All', ko: '전체' } }],
    fields: {
      title: text({ label: { en: 'Title', ko: '제목' }, required: true, maxLength: 5 }),
      pages: integer({ label: { en: 'Pages', ko: '쪽수' }, min: 1 }),
      day: date({ label: { en: 'Day', ko: '날짜' } }),
    },
    title: ({ title }) => title ?? '',
    listFields: ['title'],
    indexes: ['day'],
    rules: [
      {
        code: 'LATE',
        level: 'warning',
        field: 'day',
        message: { en: 'Late by {day}.', ko: '{day} 이후입니다.' },
        broken: ({ day }, { today }) => day !== undefined && day > today && { day },
      },
      {
        code: 'ALWAYS',
        level: 'warning',
        field: 'title',
        message: { en: 'Of {what}', ko: '{what}' },
        broken: () => ({ what: { en: 'paper', ko: '종이' } }),
      },
    ],
  }),
);
const lookup: RecordLookup = { today: '2026-11-23', get: () => null, where: () => [] };

describe('validateRecord', () => {
  it('finds everything, not the first only', () => {
    const findings = validateRecord(note, { title: 'too long', pages: 0, day: '2027-01-01' }, lookup, null);
    expect(findings.map(({ level, code, field }) => `${level} ${code} ${field}`)).toEqual([
      'error REQUIRED center',
      'error TOO_LONG title',
      'error TOO_SMALL pages',
      'warning LATE day',
      'warning ALWAYS title',
    ]);
    expect(hasErrors(findings)).toBe(true);
    expect(hasErrors(findings.slice(3))).toBe(false);
  });

  it('finds values of the wrong shape without running into them', () => {
    expect(fieldFindings(note, { title: 7, pages: 'x' }).map(({ code }) => code)).toEqual([
      'REQUIRED',
      'BAD_STORED_VALUE',
      'BAD_STORED_VALUE',
    ]);
  });

  it('speaks both languages, with labels as params', () => {
    const findings = validateRecord(note, { day: '2027-01-01' }, lookup, null);
    const texts = (language: 'en' | 'ko') => findings.map((finding) => findingText(finding, language));
    expect(texts('en')).toEqual([
      '“Center” is required.',
      '“Title” is required.',
      'Late by 2027-01-01.',
      'Of paper',
    ]);
    expect(texts('ko')).toEqual([
      '“센터”을(를) 입력해야 합니다.',
      '“제목”을(를) 입력해야 합니다.',
      '2027-01-01 이후입니다.',
      '종이',
    ]);
  });
});

describe('defineRecord', () => {
  it('puts the center first in what belongs to a center', () => {
    expect(note.fieldKeys).toEqual(['center', 'title', 'pages', 'day']);
    expect(note.spec('center')).toMatchObject({ kind: 'ref', to: 'center', required: true });
    expect(note.spec('nothing')).toBeNull();
    expect(note.spec('constructor')).toBeNull();
  });
});
