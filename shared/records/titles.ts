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

const localizedSpec = { kind: 'localizedText', label: { en: '', ko: '' } } as const;
