import { describe, expect, it } from 'vitest';
import {
  stillUnsaved,
  typedFromJson,
  withTyped,
} from '../../../../../renderer/features/reports/reportTextDraft.ts';

const saved = { summary: { en: 'Quiet.', local: 'Тихо.' }, problems: { ko: '없음' } };

describe('what is typed into a report', () => {
  it('lies over what is saved, part by part, and an emptied part goes', () => {
    expect(withTyped(saved, { 'summary.ko': '조용', 'problems.ko': ' ', 'nextSteps.en': 'Go on.' })).toEqual({
      summary: { en: 'Quiet.', ko: '조용', local: 'Тихо.' },
      nextSteps: { en: 'Go on.' },
    });
    expect(withTyped(saved, {})).toEqual(saved);
  });

  it('is unsaved until the report says the same', () => {
    const typed = { 'summary.en': 'Quiet.', 'summary.ko': '조용', 'problems.ko': '', 'nextSteps.en': '  ' };
    expect(stillUnsaved(saved, typed)).toEqual({ 'summary.ko': '조용', 'problems.ko': '' });
    expect(stillUnsaved(withTyped(saved, typed), typed)).toEqual({});
    expect(stillUnsaved(saved, { 'nobody.en': 'x', 'summary.fr': 'y', summary: 'z' })).toEqual({});
  });

  it('is read from the settings without what is no text', () => {
    expect(typedFromJson({ 'summary.en': 'A', 'summary.ko': 3, other: null })).toEqual({ 'summary.en': 'A' });
    expect(typedFromJson(null)).toEqual({});
  });
});
