import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FileCode2, FileText, Newspaper, Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { type ToldSamples, toldRecords } from '../../../shared/reports/toldSamples.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { recordSections, sectionTabs } from '../../stores/recordSections.ts';
import { useCenterId } from '../../stores/useCenterId.ts';
import { useFormServices } from '../../stores/useFormServices.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import classes from './Stories.module.css';
import { StoryCard } from './StoryCard.tsx';
import { storiesTexts } from './storiesTexts.ts';
import {
  isOfFilter,
  type ListedStory,
  listedStories,
  offeredStories,
  type StoryFilter,
  storyFilters,
} from './storyList.ts';
import { type ExportReport, type StoryFormat, useStoryExport } from './useStoryExport.ts';

const tabs = (
  <TabLinks
    label={recordSections.stories.label}
    tabs={sectionTabs(recordSections.stories)}
    current={paths.stories}
  />
);

/** The stories as they may be published: chosen, checked, and saved for the programme's site. */
export function StoriesPage() {
  const t = useTexts(storiesTexts);
  const records = useRecordSet();
  const centerId = useCenterId();
  const stories = useMemo(() => listedStories(records, centerId), [records, centerId]);
  const add = (
    <Button component={Link} to={paths.newRecord('story')} variant="default" leftSection={<Plus size={16} />}>
      {t('add')}
    </Button>
  );
  const { samples } = useMemo(
    () => toldRecords(records, centerId === null ? null : [centerId]),
    [records, centerId],
  );
  if (stories.length > 0) return <Publishing stories={stories} samples={samples} add={add} />;
  return (
    <Page title={t('title')} tabs={tabs}>
      <EmptyState
        icon={<Newspaper size={24} />}
        title={t('emptyTitle')}
        text={t('emptyText')}
        actions={add}
      />
    </Page>
  );
}

interface PublishingProps {
  readonly stories: readonly ListedStory[];
  readonly samples: ToldSamples;
  readonly add: ReactNode;
}

function Publishing({ stories, samples, add }: PublishingProps) {
  const t = useTexts(storiesTexts);
  const titleOf = useTitles(useRecordSet());
  const { evidence } = useFormServices();
  const [filter, setFilter] = useState<StoryFilter>('all');
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set());
  const { report, clear, save } = useStoryExport();
  const shown = stories.filter((one) => isOfFilter(one, filter));
  const picked = stories.filter(({ story }) => chosen.has(story.id));
  const choose = (id: RecordId, isChosen: boolean): void => {
    clear();
    setChosen((all) => new Set(isChosen ? [...all, id] : [...all].filter((one) => one !== id)));
  };
  const { offered, leftOut } = offeredStories(shown, samples);
  const publish = (format: StoryFormat) =>
    picked.length > 0 ? save(picked, format, 0) : save(offered, format, leftOut.length);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      tabs={tabs}
      actions={
        <>
          {add}
          <Button
            variant="default"
            leftSection={<FileText size={16} aria-hidden="true" />}
            onClick={() => void publish('docx')}
          >
            {t('saveDocument')}
          </Button>
          <Button
            leftSection={<FileCode2 size={16} aria-hidden="true" />}
            onClick={() => void publish('html')}
          >
            {t('savePage')}
          </Button>
        </>
      }
    >
      <div className={classes.tools} data-screen-only>
        <SegmentedControl
          aria-label={t('show')}
          size="sm"
          data={storyFilters.map((value) => ({
            value,
            label: t(value, { count: stories.filter((one) => isOfFilter(one, value)).length }),
          }))}
          value={filter}
          onChange={(value) => setFilter(storyFilters.find((one) => one === value) ?? 'all')}
        />
        {picked.length === 0 ? (
          <span className={classes.note}>
            {t(leftOut.length === 0 ? 'noneChosen' : 'noneChosenNoSamples')}
          </span>
        ) : (
          <>
            <span role="status">{t('chosen', { count: picked.length })}</span>
            <Button size="compact-sm" variant="subtle" onClick={() => setChosen(new Set())}>
              {t('clearChoice')}
            </Button>
          </>
        )}
      </div>
      {report === null ? null : <Report report={report} />}
      {shown.length === 0 ? <p className={classes.note}>{t('none')}</p> : null}
      <ul className={classes.cards}>
        {shown.map((listed) => (
          <StoryCard
            key={listed.story.id}
            listed={listed}
            titleOf={titleOf}
            evidence={evidence}
            isChosen={chosen.has(listed.story.id)}
            onChoose={(isChosen) => choose(listed.story.id, isChosen)}
          />
        ))}
      </ul>
    </Page>
  );
}

/** What was published, what was not and why, and what to look at before it goes on. */
function Report({ report: { saved, refused, warnings } }: { readonly report: ExportReport }) {
  const t = useTexts(storiesTexts);
  const sentences = [...refused, ...warnings];
  return (
    <div className={classes.report}>
      <Notice state={saved === 0 ? 'bad' : sentences.length > 0 ? 'warn' : 'ok'} role="status">
        {saved === 0 ? t('nothingToSave') : t('savedSome', { count: saved })}
        {sentences.length === 0 ? null : (
          <ul className={classes.sentences}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
