import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ImageOff } from 'lucide-react';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { type StoryLanguage, storyLanguageNames } from '../../../shared/stories/storyLanguages.ts';
import { storyRefusalTexts } from '../../../shared/stories/storyReadiness.ts';
import type { EvidenceServices } from '../../forms/evidenceServices.ts';
import { useEvidenceLook, useImageAddress } from '../../forms/useEvidenceLook.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import type { TitleOf } from '../../stores/useTitles.ts';
import { StateMark } from '../../ui/Notice.tsx';
import classes from './Stories.module.css';
import { storiesTexts } from './storiesTexts.ts';
import { type ListedStory, storyExcerpt } from './storyList.ts';

export interface StoryCardProps {
  readonly listed: ListedStory;
  readonly titleOf: TitleOf;
  readonly evidence: EvidenceServices;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/** A story at a glance: its photo, what it says, in which languages, and whether it may be published. */
export function StoryCard({ listed, titleOf, evidence, isChosen, onChoose }: StoryCardProps) {
  const t = useTexts(storiesTexts);
  const format = useFormat();
  const language = useLanguage();
  const { story } = listed;
  const { date, center, photo = [] } = story.values;
  const excerpt = storyExcerpt(story, language);
  const title = excerpt.title || t('untitled');
  const first: unknown = photo[0];
  const place = [
    date === undefined ? '' : format.date(date),
    center === undefined ? '' : titleOf('center', center),
  ];
  return (
    <li className={classes.card} data-chosen={isChosen}>
      {isRecordId(first) ? (
        <Photo id={first} evidence={evidence} />
      ) : (
        <div className={classes.photo}>
          <span className={classes.noPhoto}>{t('noPhoto')}</span>
        </div>
      )}
      <div className={classes.text}>
        <div className={classes.cardHead}>
          <h2 className={classes.title}>
            <Link to={paths.record('story', story.id)} className={classes.link}>
              {title}
            </Link>
          </h2>
          <span data-screen-only>
            <Checkbox
              aria-label={t('choose', { title })}
              checked={isChosen}
              onChange={(event) => onChoose(event.currentTarget.checked)}
            />
          </span>
        </div>
        <p className={classes.note}>{place.filter((part) => part !== '').join(' · ')}</p>
        <p className={classes.beginning}>{excerpt.beginning}</p>
        <Condition listed={listed} />
      </div>
    </li>
  );
}

function Photo({ id, evidence }: { readonly id: RecordId; readonly evidence: EvidenceServices }) {
  const t = useTexts(storiesTexts);
  const look = useEvidenceLook(evidence, id);
  const address = useImageAddress(look);
  return (
    <div className={classes.photo}>
      {address !== null ? (
        <img src={address} alt="" />
      ) : look === null ? null : (
        <span className={classes.noPhoto}>
          <ImageOff size={20} aria-hidden="true" />
          {t('photoAway')}
        </span>
      )}
    </div>
  );
}

const wanted: readonly StoryLanguage[] = ['en', 'ko'];

function Condition({ listed: { story, readiness } }: Pick<StoryCardProps, 'listed'>) {
  const t = useTexts(storiesTexts);
  const label = useLabel();
  const names = (languages: readonly StoryLanguage[]): string =>
    languages.map((language) => label(storyLanguageNames[language])).join(', ');
  const missing = wanted.filter((language) => !readiness.languages.includes(language));
  return (
    <div className={classes.condition}>
      {readiness.refusals.length === 0 ? <StateMark state="ok">{t('ready')}</StateMark> : null}
      {readiness.refusals.map((code) => (
        <StateMark key={code} state="warn">
          {label(storyRefusalTexts[code])}
        </StateMark>
      ))}
      {readiness.warnings.map((warning) =>
        warning.code === 'PERSON_WITHOUT_CONSENT' ? (
          <StateMark key={warning.person} state="warn">
            {t('namesSomebody', { name: warning.name })}
          </StateMark>
        ) : null,
      )}
      {missing.length === 0 ? null : (
        <StateMark state="info">{t('missing', { names: names(missing) })}</StateMark>
      )}
      {readiness.languages.length === 0 ? null : (
        <span className={classes.note}>{t('languages', { names: names(readiness.languages) })}</span>
      )}
      {story.sample ? <StateMark state="info">{t('sample')}</StateMark> : null}
    </div>
  );
}
