import type { Language } from '../../core/language.ts';
import { draftTemplates } from './draftTexts.ts';
import type { ReportSectionKey } from './reportSections.ts';

/** A pre-filled sentence in a text whose numbers are no longer those of the log. */
export interface StaleSentence {
  /** As it stands in the text. */
  readonly was: string;
  /** As the log gives it now. */
  readonly now: string;
}

const number = '(-?\\d(?:[\\d,.]*\\d)?)';

/**
 * The pre-filled sentence of a section that a person took into the text, where the log says something else by now; null
 * where there is none or it still holds. It is known by its words, so that it is also found in a text that was written
 * on another computer or in Excel.
 */
export function staleSentence(
  text: string,
  key: ReportSectionKey,
  now: string,
  language: Language,
): StaleSentence | null {
  const [was] = draftTemplates(key).flatMap(
    (template) => patternOf(template[language]).exec(text)?.[0] ?? [],
  );
  return was === undefined || was === now || text.includes(now) ? null : { was, now };
}

/** The text with the sentence as the log gives it now. */
export function withSentence(text: string, { was, now }: StaleSentence): string {
  // A function, because `$` in a replacement text would mean something.
  return text.replace(was, () => now);
}

/** A text to which the pre-filled sentence is added in front; as it is where it stands in it already. */
export function takeSentence(text: string, sentence: string): string {
  if (text.includes(sentence)) return text;
  return text.trim() === '' ? sentence : `${sentence}\n\n${text}`;
}

export interface SentencePart {
  readonly text: string;
  readonly isChanged: boolean;
}

/** A sentence in pieces, those numbers marked that differ from another sentence of the same words. */
export function sentenceParts(sentence: string, other: string): readonly SentencePart[] {
  const pieces = (text: string): readonly string[] => text.split(new RegExp(number));
  const others = pieces(other);
  return pieces(sentence)
    .map((text, index) => ({ text, isChanged: index % 2 === 1 && others[index] !== text }))
    .filter(({ text }) => text !== '');
}

function patternOf(template: string): RegExp {
  const words = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join(number));
}
