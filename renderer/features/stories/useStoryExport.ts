import { useCallback, useState } from 'react';
import type { Language } from '../../../shared/core/language.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { type StoryPaper, type StoryPhoto, storyPaper } from '../../../shared/stories/storyPaper.ts';
import { type StoryWarning, storyRefusalTexts } from '../../../shared/stories/storyReadiness.ts';
import type { EvidenceServices } from '../../forms/evidenceServices.ts';
import { type Translate, translate } from '../../i18n/texts.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useFormServices } from '../../stores/useFormServices.ts';
import { useSaveFile } from '../../stores/useSaveFile.ts';
import { useToday } from '../../stores/useToday.ts';
import { publishedPhoto } from './publishedPhoto.ts';
import { storiesTexts } from './storiesTexts.ts';
import { type ListedStory, storyExcerpt } from './storyList.ts';

export type StoryFormat = 'html' | 'docx';

/** What a person has to know of a publication, in whole sentences. */
export interface ExportReport {
  readonly saved: number;
  readonly refused: readonly string[];
  readonly warnings: readonly string[];
}

const mediaTypes: Readonly<Record<StoryFormat, string>> = {
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Saves those of the given stories that may be published, and says of the others why they may not. */
export function useStoryExport(): {
  readonly report: ExportReport | null;
  readonly clear: () => void;
  /** `leftOut` counts samples that nobody chose. */
  readonly save: (stories: readonly ListedStory[], format: StoryFormat, leftOut: number) => Promise<void>;
} {
  const t = useTexts(storiesTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const { evidence } = useFormServices();
  const today = useToday();
  const saveFile = useSaveFile();
  const [report, setReport] = useState<ExportReport | null>(null);
  const save = useCallback(
    async (stories: readonly ListedStory[], format: StoryFormat, leftOut: number): Promise<void> => {
      const { papers, refused, warnings } = await publication(stories, { records, evidence, language });
      const unasked = leftOut === 0 ? [] : [t('samplesLeftOut', { count: leftOut })];
      const told = { refused: [...refused, ...unasked], warnings };
      if (papers.length === 0) return setReport({ saved: 0, ...told });
      const bytes = await fileOf(papers, format, today);
      const suggestedName = `${t('fileName', { date: today })}.${format}`;
      const isSaved = await saveFile({ suggestedName, mediaType: mediaTypes[format], bytes });
      setReport(isSaved ? { saved: papers.length, ...told } : null);
    },
    [t, language, records, evidence, today, saveFile],
  );
  return { report, clear: useCallback(() => setReport(null), []), save };
}

async function fileOf(
  papers: readonly StoryPaper[],
  format: StoryFormat,
  today: string,
): Promise<Uint8Array> {
  // Each writer is fetched when somebody publishes.
  if (format === 'docx') {
    const { storiesDocx } = await import('../../../shared/stories/storyDocx.ts');
    return storiesDocx(papers, { madeOn: today });
  }
  const { storiesHtml } = await import('../../../shared/stories/storyHtml.ts');
  return new TextEncoder().encode(storiesHtml(papers, { madeOn: today }));
}

interface PublicationParts {
  readonly records: RecordSet;
  readonly evidence: Pick<EvidenceServices, 'look'>;
  readonly language: Language;
}

async function publication(
  stories: readonly ListedStory[],
  { records, evidence, language }: PublicationParts,
): Promise<{ papers: readonly StoryPaper[] } & Omit<ExportReport, 'saved'>> {
  const t = translate(storiesTexts, language);
  const papers: StoryPaper[] = [];
  const refused: string[] = [];
  const warnings: string[] = [];
  for (const { story, readiness } of stories) {
    const title = storyExcerpt(story, language).title || t('untitled');
    if (readiness.refusals.length > 0) {
      const reason = readiness.refusals.map((code) => storyRefusalTexts[code][language]).join(' ');
      refused.push(t('refused', { title, reason }));
      continue;
    }
    const photos: StoryPhoto[] = [];
    for (const id of readiness.photos) {
      const look = await evidence.look(id);
      const photo = look.state === 'image' ? await publishedPhoto(look.bytes, look.mediaType) : null;
      if (photo === null) warnings.push(t('photoUnread', { title }));
      else photos.push(photo);
    }
    warnings.push(...readiness.warnings.map((warning) => warningText(warning, title, t)));
    papers.push(storyPaper(records, story, readiness, photos));
  }
  return { papers, refused, warnings };
}

function warningText(
  warning: StoryWarning,
  title: string,
  t: Translate<(typeof storiesTexts)['entries']>,
): string {
  switch (warning.code) {
    case 'PERSON_WITHOUT_CONSENT':
      return t('personNamed', { title, name: warning.name });
    case 'PHOTO_WITHOUT_CONSENT':
      return t('photoConsent', { title });
    case 'PHOTO_INTERNAL':
      return t('photoInternal', { title });
    case 'SAMPLE':
      return t('sampleStory', { title });
  }
}
