import type { Label, Language } from '../core/language.ts';

/** A sentence of the catalogue with its places filled: what went wrong, and what to do about it. */
export interface MessageText extends Label {}

export type MessageParams = Readonly<Record<string, string | number>>;

/** Puts parameters in the places written `{name}`; a place without a parameter stays as it is. */
export function fillMessage(text: MessageText, language: Language, params: MessageParams = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}
