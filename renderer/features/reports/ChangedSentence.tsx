import { Button } from '@mantine/core';
import type { Language } from '../../../shared/core/language.ts';
import {
  type SentencePart,
  sentenceParts,
  staleSentence,
  withSentence,
} from '../../../shared/reports/periodic/draftSentences.ts';
import type { ReportSection } from '../../../shared/reports/periodic/reportSections.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useSettings, useUpdateSettings } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';

export interface ChangedSentenceProps {
  /** Names the text, so that keeping its sentence is remembered until the log changes again. */
  readonly place: string;
  readonly text: string;
  readonly section: ReportSection;
  readonly language: Language;
  readonly onTake: (text: string) => void;
}

/** Where the log changed since a sentence of it was taken into a text: what changed, to be taken or left. */
export function ChangedSentence({ place, text, section, language, onTake }: ChangedSentenceProps) {
  const t = useTexts(reportsTexts);
  const { keptSentences } = useSettings();
  const update = useUpdateSettings();
  const stale = staleSentence(text, section.key, section.draft[language], language);
  if (stale === null || keptSentences[place] === stale.now) return null;
  return (
    <Notice
      state="warn"
      role="status"
      actions={
        <span className={classes.choose}>
          <Button size="compact-sm" onClick={() => onTake(withSentence(text, stale))}>
            {t('takeNew')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => update({ keptSentences: { ...keptSentences, [place]: stale.now } })}
          >
            {t('keepMine')}
          </Button>
        </span>
      }
    >
      {t('logChanged')}
      <p className={classes.sentence} lang={language}>
        <span className={classes.muted}>{t('was')}</span>{' '}
        <Parts parts={sentenceParts(stale.was, stale.now)} />
      </p>
      <p className={classes.sentence} lang={language}>
        <span className={classes.muted}>{t('isNow')}</span>{' '}
        <Parts parts={sentenceParts(stale.now, stale.was)} />
      </p>
    </Notice>
  );
}

function Parts({ parts }: { readonly parts: readonly SentencePart[] }) {
  let place = 0;
  return parts.map(({ text, isChanged }) => {
    place += text.length;
    return isChanged ? <strong key={place}>{text}</strong> : <span key={place}>{text}</span>;
  });
}
