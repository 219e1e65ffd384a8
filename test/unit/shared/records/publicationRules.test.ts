import { describe, expect, it } from 'vitest';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { definitionOf, type ValuesByType } from '../../../../shared/records/registry.ts';
import { storyReadiness } from '../../../../shared/stories/storyReadiness.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';
import { broken, centerId, idOf, other, otherCenterId } from './brokenRules.ts';

describe('a follow-up', () => {
  it('grows out of at least one record of any of four types', () => {
    expect(broken('followUp', { stage: 'idea' })).toEqual(['error ORIGIN_MISSING']);
    const origins = ['originProjects', 'originConsultations', 'originTrainings', 'originEvents'] as const;
    for (const origin of origins) {
      expect(broken('followUp', { stage: 'idea', [origin]: [idOf('x')] })).toEqual([]);
    }
  });

  it('that is contracted has a value', () => {
    const values = { originProjects: [idOf('x')] };
    for (const stage of ['contracted', 'done'] as const) {
      expect(broken('followUp', { ...values, stage })).toEqual(['error VALUE_MISSING']);
      const value = { amount: 5, currency: 'USD' };
      expect(broken('followUp', { ...values, stage, value })).toEqual([]);
    }
    expect(broken('followUp', { ...values, stage: 'approved' })).toEqual([]);
  });
});

describe('an outcome', () => {
  const rank: ValuesByType['outcome'] = { name: 'EGDI rank', year: 2024, country: 'BG', value: 50 };

  it('is of a country or of a center, which is in that country', () => {
    const center = storedRecordOf('center', centerId, { country: 'VN' });
    expect(broken('outcome', { name: 'EGDI rank' })).toEqual(['warning WHOSE_UNKNOWN']);
    expect(broken('outcome', rank)).toEqual([]);
    expect(broken('outcome', { name: 'x', center: centerId }, [center])).toEqual([]);
    expect(broken('outcome', { ...rank, center: centerId }, [center])).toEqual([
      'warning COUNTRY_OF_OTHER_CENTER',
    ]);
  });

  it('stands once for each year', () => {
    const same = storedRecordOf('outcome', idOf('same'), rank);
    expect(broken('outcome', { ...rank, value: 51 }, [same])).toEqual(['warning OUTCOME_TWICE']);
    expect(broken('outcome', { ...rank, year: 2026 }, [same])).toEqual([]);
    expect(broken('outcome', { ...rank, country: 'VN' }, [same])).toEqual([]);
  });
});

describe('a story', () => {
  const ready: ValuesByType['story'] = {
    title: { en: 'A portal opens' },
    body: { en: 'Text' },
    photo: [idOf('photo')],
    photoConsent: true,
    publishable: true,
  };
  const cases: readonly [string, ValuesByType['story'], readonly string[]][] = [
    ['is ready with English, photo and consent', ready, []],
    [
      'that is not to be published needs none of them',
      { title: { ko: '포털 개통' }, publishable: false },
      [],
    ],
    ['is published in English', { ...ready, body: { ko: '본문' } }, ['warning ENGLISH_MISSING']],
    ['has an English title too', { ...ready, title: { ko: '제목' } }, ['warning ENGLISH_MISSING']],
    ['has a photo', { ...ready, photo: undefined }, ['warning PHOTO_MISSING']],
    ['shows nobody who did not agree', { ...ready, photoConsent: false }, ['warning CONSENT_MISSING']],
    ['lies not in the future', { ...ready, date: '2026-11-24' }, ['warning DATE_IN_FUTURE']],
    ['links to addresses', { ...ready, links: 'https://one.example/a\n\nhttp://two.example' }, []],
    ['links to nothing else', { ...ready, links: 'https://one.example\nsee mail' }, ['warning LINK_SHAPE']],
    ['runs no script', { ...ready, links: 'javascript:alert(1)' }, ['warning LINK_SHAPE']],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('story', values)).toEqual(expected);
  });

  const messageOf = (code: string) => definitionOf('story').rules.find((rule) => rule.code === code)?.message;

  it('says alike in both languages how an address begins', () => {
    expect(messageOf('LINK_SHAPE')?.en).toContain('https://');
    expect(messageOf('LINK_SHAPE')?.ko).toContain('https://');
  });

  it('says of a photo without consent what publishing does: it stays out', () => {
    const photo = storedRecordOf('evidence', idOf('photo'), { kind: 'photo' });
    const story = storedRecordOf('story', idOf('story'), { ...ready, photoConsent: false });
    const { refusals, photos } = storyReadiness(recordSetOf([photo]), story);
    expect([refusals, photos]).toEqual([[], []]);
    expect(messageOf('CONSENT_MISSING')?.en).toContain('stays out of the published story');
    expect(messageOf('CONSENT_MISSING')?.ko).toContain('공개할 때 사진이 제외됩니다');
  });
});

describe('evidence', () => {
  const sha256 = 'ab'.repeat(32);

  it('is a file, or says where the paper is', () => {
    expect(broken('evidence', {})).toEqual(['warning NOWHERE']);
    expect(broken('evidence', { sha256 })).toEqual([]);
    expect(broken('evidence', { keptAt: 'Folder 3' })).toEqual([]);
    expect(broken('evidence', { keptAt: 'Folder 3', takenOn: '2026-11-24' })).toEqual([
      'warning DATE_IN_FUTURE',
    ]);
  });

  it('has the fingerprint of its file, once in a center', () => {
    for (const bad of ['', 'ab', 'AB'.repeat(32), `${sha256}0`, `${sha256.slice(1)}g`]) {
      expect(broken('evidence', { sha256: bad })).toEqual(['error FINGERPRINT_SHAPE']);
    }
    const same = other('evidence', 'same', { sha256, fileName: 'a.jpg' });
    expect(broken('evidence', { center: centerId, sha256 }, [same])).toEqual(['warning FILE_TWICE']);
    expect(broken('evidence', { center: otherCenterId, sha256 }, [same])).toEqual([]);
  });
});

describe('a report', () => {
  const snapshotHash = '0f'.repeat(32);
  const sent = { snapshotHash, submittedOn: '2026-04-05' };
  const cases: readonly [string, ValuesByType['report'], readonly string[]][] = [
    ['that is drafted needs no seal', { status: 'draft' }, []],
    ['that is submitted is sealed', { status: 'submitted', submittedOn: '2026-04-05' }, ['error NOT_SEALED']],
    ['that is accepted is sealed', { status: 'accepted', submittedOn: '2026-04-05' }, ['error NOT_SEALED']],
    ['that is submitted', { status: 'submitted', ...sent }, []],
    ['has a whole seal', { status: 'draft', snapshotHash: 'f' }, ['error SEAL_SHAPE']],
    ['says when it was submitted', { status: 'submitted', snapshotHash }, ['warning SUBMITTED_UNDATED']],
    ['was not submitted tomorrow', { ...sent, submittedOn: '2026-11-24' }, ['warning DATE_IN_FUTURE']],
    ['that is returned says why', { status: 'returned', ...sent }, ['warning RETURNED_WITHOUT_NOTE']],
    ['is on time', { status: 'draft', dueOn: '2026-11-22' }, ['warning REPORT_OVERDUE']],
    ['may come on its last day', { status: 'draft', dueOn: '2026-11-23' }, []],
    ['that was submitted is not late any more', { status: 'submitted', ...sent, dueOn: '2026-01-01' }, []],
    ['ends after it begins', { from: '2026-02-01', to: '2026-01-31' }, ['error END_BEFORE_START']],
  ];
  it.each(cases)('%s', (_name, values, expected) => {
    expect(broken('report', values)).toEqual(expected);
  });

  const periods: readonly [NonNullable<ValuesByType['report']['kind']>, string, string, boolean][] = [
    ['monthly', '2024-02-01', '2024-02-29', true],
    ['monthly', '2026-12-01', '2026-12-31', true],
    ['monthly', '2026-02-01', '2026-02-27', false],
    ['monthly', '2026-02-02', '2026-03-01', false],
    ['quarterly', '2026-04-01', '2026-06-30', true],
    ['quarterly', '2026-05-01', '2026-07-31', false],
    ['annual', '2026-01-01', '2026-12-31', true],
    ['annual', '2026-04-01', '2027-03-31', false],
    ['final', '2024-03-05', '2026-11-01', true],
  ];
  it.each(periods)('of kind %s covers %s to %s: %s', (kind, from, to, fits) => {
    expect(broken('report', { kind, from, to })).toEqual(fits ? [] : ['warning PERIOD_OF_OTHER_KIND']);
  });

  it('is the only one of its kind, period and center', () => {
    const april = { kind: 'monthly', from: '2026-04-01', to: '2026-04-30' } as const;
    const first = other('report', 'first', april);
    const second = (values: ValuesByType['report']) =>
      broken('report', { center: centerId, ...april, ...values }, [first]);
    expect(second({})).toEqual(['error REPORT_TWICE']);
    expect(second({ center: otherCenterId })).toEqual([]);
    expect(second({ from: '2026-05-01', to: '2026-05-31' })).toEqual([]);
    expect(second({ kind: 'final' })).toEqual([]);
  });
});
