import type { RecordId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { choiceLabel } from '../schema/codecs/choices.ts';
import { localizedTextCodec } from '../schema/codecs/texts.ts';
import type { TitleContext } from '../schema/defineRecord.ts';
import type { ChoiceSpec, LocalizedText } from '../schema/fieldSpec.ts';

const separator = ' · ';

/** The text in the reader's language, else in another one that there is; '' for none. */
export function localizedTitle(text: LocalizedText | undefined, context: TitleContext): string {
  return text === undefined ? '' : localizedTextCodec.toText(text, localizedSpec, context);
}

/** The name of the record referred to; '' when it is missing or unknown here. */
export function referenceTitle(type: string, id: RecordId | undefined, { references }: TitleContext): string {
  return id === undefined ? '' : (references.titleOf(type, id) ?? '');
}

export function choiceTitle(
  spec: Pick<ChoiceSpec, 'choices'>,
  value: string | undefined,
  language: Language,
): string {
  return value === undefined ? '' : choiceLabel(spec, value, language);
}

/** The parts of a title that are known, one behind the other. */
export function joinTitle(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(separator);
}

/** The beginning of a text in one line, cut between words where that is possible. */
export function shortTitle(text: string | undefined, most = 80): string {
  const line = (text ?? '').replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  // Cut by code points, so that no character is halved.
  const start = [...line].slice(0, most - 1).join('');
  const lastSpace = start.lastIndexOf(' ');
  return `${lastSpace > most / 2 ? start.slice(0, lastSpace) : start}…`;
}

const localizedSpec = { kind: 'localizedText', label: { en: '', ko: '' } } as const;
