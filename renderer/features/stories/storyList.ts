import type { RecordId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/language.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import { shortTitle } from '../../../shared/records/titles.ts';
import type { ToldSamples } from '../../../shared/reports/toldSamples.ts';
import { type StoryReadiness, storyReadiness } from '../../../shared/stories/storyReadiness.ts';

export const storyFilters = ['all', 'publishable', 'untranslated'] as const;
export type StoryFilter = (typeof storyFilters)[number];

/** A story with what stands in the way of its publication. */
export interface ListedStory {
  readonly story: RecordOf<'story'>;
  readonly readiness: StoryReadiness;
}

/** The stories of a center, or of all at headquarters; the newest first. */
export function listedStories(records: RecordSet, centerId: RecordId | null): readonly ListedStory[] {
  return recordsOf(records, 'story')
    .filter((story) => centerId === null || story.centerId === centerId)
    .toSorted((a, b) => ((a.values.date ?? '') < (b.values.date ?? '') ? 1 : -1))
    .map((story) => ({ story, readiness: storyReadiness(records, story) }));
}

/** What is saved when nobody chooses: samples go out unasked only where there is nothing but samples. */
export function offeredStories(
  stories: readonly ListedStory[],
  samples: ToldSamples,
): { readonly offered: readonly ListedStory[]; readonly leftOut: readonly ListedStory[] } {
  const publishable = stories.filter((one) => isOfFilter(one, 'publishable'));
  const isLeftOut = ({ story }: ListedStory): boolean => samples === 'leftOut' && story.sample;
  return {
    offered: publishable.filter((one) => !isLeftOut(one)),
    leftOut: publishable.filter(isLeftOut),
  };
}

export function isOfFilter({ readiness }: ListedStory, filter: StoryFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'publishable':
      return readiness.refusals.length === 0;
    case 'untranslated':
      // The partner's own language is welcome; English and Korean are what the programme publishes in.
      return !readiness.languages.includes('en') || !readiness.languages.includes('ko');
  }
}

/** Title and beginning of a story in the reader's language, else in another one that there is. */
export function storyExcerpt(
  { values: { title = {}, body = {} } }: RecordOf<'story'>,
  language: Language,
): { readonly title: string; readonly beginning: string } {
  const order = language === 'ko' ? (['ko', 'en', 'local'] as const) : (['en', 'ko', 'local'] as const);
  const first = (text: Readonly<Partial<Record<(typeof order)[number], string>>>): string =>
    order.map((one) => text[one]).find((one) => one !== undefined) ?? '';
  return { title: first(title), beginning: shortTitle(first(body), 160) };
}
