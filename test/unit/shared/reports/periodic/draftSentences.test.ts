import { describe, expect, it } from 'vitest';
import { languages } from '../../../../../shared/core/language.ts';
import {
  sentenceParts,
  staleSentence,
  takeSentence,
  withSentence,
} from '../../../../../shared/reports/periodic/draftSentences.ts';
import { type DraftFacts, draftOf } from '../../../../../shared/reports/periodic/draftTexts.ts';
import { sectionOrder } from '../../../../../shared/reports/periodic/reportSections.ts';

const facts = (count: number): DraftFacts => ({
  figure: () => count,
  deliverablesDone: count,
  deliverablesOverdue: count,
  meetings: count,
  decisions: count,
  openDecisions: count,
  spentUsd: count,
  people: count,
  exchanges: count,
  followUps: count,
  outcomes: count,
  openActions: count,
  evidence: count,
});

describe('a pre-filled sentence in a text', () => {
  it.each(sectionOrder)('of %s is found by its words in both languages, whatever its numbers', (key) => {
    for (const language of languages) {
      for (const [before, after] of [
        [0, 3],
        [12, 1234.5],
        [98_765.4, 7],
      ] as const) {
        const was = draftOf(key, facts(before))[language];
        const now = draftOf(key, facts(after))[language];
        const text = `Mine before.\n${was} Mine after.`;
        const stale = staleSentence(text, key, now, language);
        expect(stale, `${key} ${language} ${before}`).toEqual({ was, now });
        if (stale !== null) expect(withSentence(text, stale)).toBe(`Mine before.\n${now} Mine after.`);
      }
    }
  });

  it('is found in the words of an earlier version too', () => {
    for (const [language, was] of [
      ['en', 'Projects under way in the period: 4.'],
      ['ko', '보고 기간에 진행된 과제는 4건입니다.'],
    ] as const) {
      const now = draftOf('projects', facts(4))[language];
      expect(staleSentence(`${was} Mine after.`, 'projects', now, language)).toEqual({ was, now });
    }
    for (const [language, was] of [
      ['en', 'Pieces of evidence from the period: 4.'],
      ['ko', '보고 기간의 증빙은 4건입니다.'],
    ] as const) {
      const now = draftOf('evidence', facts(4))[language];
      expect(staleSentence(`${was} Mine after.`, 'evidence', now, language)).toEqual({ was, now });
    }
  });

  it('says no share of advice that was adopted where there was none, and is found in these words too', () => {
    const none: DraftFacts = { ...facts(4), figure: (key) => (key === 'adoptionRate' ? null : 4) };
    expect(draftOf('activities', none)).toEqual({
      en: 'Hours of advice: 4; persons who attended events: 4.',
      ko: '자문 시간은 4시간, 행사 참석 인원은 4명입니다.',
    });
    for (const language of languages)
      for (const [before, after] of [
        [none, facts(7)],
        [facts(7), none],
        [none, { ...none, figure: (key: string) => (key === 'adoptionRate' ? null : 5) }],
      ] as const) {
        const [was, now] = [draftOf('activities', before)[language], draftOf('activities', after)[language]];
        expect(staleSentence(`Mine. ${was} Mine.`, 'activities', now, language)).toEqual({ was, now });
      }
  });

  it('is not stale while the log says the same, nor where a person wrote something else', () => {
    const now = draftOf('budget', facts(5)).en;
    expect(staleSentence(`${now} More.`, 'budget', now, 'en')).toBeNull();
    expect(staleSentence('Spent in the period: nothing.', 'budget', now, 'en')).toBeNull();
    expect(staleSentence('', 'budget', now, 'en')).toBeNull();
  });

  it('is taken in front of what is written, and only once', () => {
    expect(takeSentence(' ', 'Five.')).toBe('Five.');
    expect(takeSentence('Mine.', 'Five.')).toBe('Five.\n\nMine.');
    expect(takeSentence('Five.\n\nMine.', 'Five.')).toBe('Five.\n\nMine.');
  });

  it('shows which of its numbers changed', () => {
    const was = draftOf('committee', { ...facts(2), openDecisions: 9 }).en;
    const now = draftOf('committee', { ...facts(2), openDecisions: 10 }).en;
    expect(sentenceParts(now, was).filter(({ isChanged }) => isChanged)).toEqual([
      { text: '10', isChanged: true },
    ]);
    expect(
      sentenceParts(now, was)
        .map(({ text }) => text)
        .join(''),
    ).toBe(now);
  });
});
