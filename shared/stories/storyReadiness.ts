import { isRecordId, type RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { foldText } from '../core/text.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordOf, recordsOf } from '../records/recordsOf.ts';
import type { LocalizedText } from '../schema/fieldSpec.ts';
import { type StoryLanguage, storyLanguages } from './storyLanguages.ts';

/** Why a story must not leave the house. */
export type StoryRefusal = 'NOT_RELEASED' | 'ENGLISH_MISSING';
/** What a person should look at before a story is published; it can be published all the same. */
export type StoryWarning =
  | { readonly code: 'PERSON_WITHOUT_CONSENT'; readonly person: RecordId; readonly name: string }
  /** `photo` stays out of what is published. */
  | { readonly code: 'PHOTO_WITHOUT_CONSENT' | 'PHOTO_INTERNAL'; readonly photo: RecordId }
  | { readonly code: 'SAMPLE' };

export interface StoryReadiness {
  /** Empty for a story that may be published. */
  readonly refusals: readonly StoryRefusal[];
  readonly warnings: readonly StoryWarning[];
  /** Languages in which title and text are both there. */
  readonly languages: readonly StoryLanguage[];
  /** Photos that may be shown, whether or not their files are on this computer. */
  readonly photos: readonly RecordId[];
}

export const storyRefusalTexts: Readonly<Record<StoryRefusal, Label>> = {
  NOT_RELEASED: {
    en: 'It is not marked “May be published”. Whoever is responsible for it can mark it.',
    ko: '‘공개 가능’으로 표시되지 않았습니다. 담당자가 소식을 열어 표시할 수 있습니다.',
  },
  ENGLISH_MISSING: {
    en: 'Its title or text is missing in English. Enter both.',
    ko: '영어 제목이나 본문이 없습니다. 둘 다 입력하세요.',
  },
};

/** Whether a story may be published, and what of it. */
export function storyReadiness(set: RecordSet, story: RecordOf<'story'>): StoryReadiness {
  const { title, body, publishable } = story.values;
  const languages = storyLanguages.filter(
    (language) => title?.[language] !== undefined && body?.[language] !== undefined,
  );
  const photos = photosOf(set, story);
  return {
    refusals: [
      ...(publishable === true ? [] : (['NOT_RELEASED'] as const)),
      ...(languages.includes('en') ? [] : (['ENGLISH_MISSING'] as const)),
    ],
    warnings: [
      ...(story.sample ? [{ code: 'SAMPLE' } as const] : []),
      ...peopleWithoutConsent(set, [title, body]),
      ...photos.flatMap(({ warning }) => warning ?? []),
    ],
    languages,
    photos: photos.flatMap(({ id, warning }) => (warning === null ? [id] : [])),
  };
}

interface CheckedPhoto {
  readonly id: RecordId;
  /** Null for a photo that may be shown. */
  readonly warning: StoryWarning | null;
}

/**
 * A photo goes out when the people shown agreed. One that was marked as internal by hand stays in; a new photo is
 * marked as personal data, which the consent speaks for.
 */
function photosOf(set: RecordSet, { values }: RecordOf<'story'>): readonly CheckedPhoto[] {
  const given: readonly unknown[] = values.photo ?? [];
  return given.filter(isRecordId).flatMap((id): readonly CheckedPhoto[] => {
    const photo = recordOf(set, 'evidence', id);
    if (photo === null) return [];
    if (values.photoConsent !== true) return [{ id, warning: { code: 'PHOTO_WITHOUT_CONSENT', photo: id } }];
    const isInternal = photo.values.sensitivity === 'internal' && photo.values.sha256 !== undefined;
    return [{ id, warning: isInternal ? { code: 'PHOTO_INTERNAL', photo: id } : null }];
  });
}

/** People of the list who are named in a text, in whichever spelling, and of whom no consent is recorded. */
function peopleWithoutConsent(
  set: RecordSet,
  texts: readonly (LocalizedText | undefined)[],
): readonly StoryWarning[] {
  const folded = texts.flatMap((text) => Object.values(text ?? {})).map(foldText);
  return recordsOf(set, 'person')
    .filter(({ values }) => values.consent !== true)
    .flatMap(({ id, values }): readonly StoryWarning[] => {
      const names: readonly string[] = Object.values(values.name ?? {});
      const name = names.find((one) => folded.some((text) => isNamedIn(foldText(one), text)));
      return name === undefined ? [] : [{ code: 'PERSON_WITHOUT_CONSENT', person: id, name }];
    });
}

/** As words of their own; behind a Korean name its particle may stand. A single letter or syllable names nobody. */
function isNamedIn(name: string, text: string): boolean {
  const isHangul = /^[\p{Script=Hangul}\s]+$/u.test(name);
  if (name.length < (isHangul ? 2 : 4)) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(0, at).at(-1) ?? ' ';
    const behind = text.slice(at + name.length, at + name.length + 1) || ' ';
    if (!isLetter(before) && (isHangul || !isLetter(behind))) return true;
  }
  return false;
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
