import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '../../../shared/core/result.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import type { Committed, SaveError } from '../../storage/fieldbookStore.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useSettings, useUpdateSettings } from '../../stores/services.tsx';
import { type RemovedSample, useSampleData } from '../../stores/useSampleData.ts';
import { useUndo } from '../../stores/useUndo.ts';
import { Section } from '../../ui/Page.tsx';
import { showToast } from '../../ui/toast.tsx';
import classes from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';

export function SampleSection() {
  const t = useTexts(settingsTexts);
  const language = useLanguage();
  const sample = useSampleData();
  const { workspace } = useSettings();
  const update = useUpdateSettings();
  const { toastWithUndo } = useUndo();
  const [working, setWorking] = useState(false);
  const run = async <Done extends Committed>(
    work: () => Promise<Result<Done, SaveError>>,
    textOf: (done: Done) => string,
  ): Promise<void> => {
    setWorking(true);
    const result = await work();
    setWorking(false);
    if (result.ok) toastWithUndo(textOf(result.value), result.value.changeSet?.id ?? null);
    else showToast({ message: saveErrorText(result.error, language), failed: true });
  };
  const added = (): string => t('sampleAdded');
  const removed = ({ changeSet, kept }: RemovedSample): string =>
    kept === 0
      ? t('sampleRemoved')
      : t(changeSet === null ? 'sampleStays' : 'sampleRemovedBut', { count: kept });
  return (
    <Section title={t('sample')}>
      <p className={classes.paragraph}>{t('sampleText')}</p>
      {sample.count > 0 ? (
        <p className={classes.paragraph}>{t('sampleCount', { count: sample.count })}</p>
      ) : null}
      {sample.count > 0 ? (
        <Button variant="default" disabled={working} onClick={() => void run(sample.remove, removed)}>
          {working ? t('working') : t('removeSample')}
        </Button>
      ) : (
        <div className={classes.row}>
          <Button
            variant="default"
            disabled={working}
            onClick={() => void run(() => sample.add('tour'), added)}
          >
            {working ? t('working') : t('addSample')}
          </Button>
          <Button
            variant="default"
            disabled={working}
            onClick={() => void run(() => sample.add('full'), added)}
          >
            {t(workspace?.kind === 'center' ? 'addFullCenter' : 'addFullProgramme')}
          </Button>
        </div>
      )}
      <div className={classes.tour}>
        <p className={classes.paragraph}>{t('tourText')}</p>
        <Button variant="default" onClick={() => update({ tourStep: 0 })}>
          {t('beginTour')}
        </Button>
      </div>
    </Section>
  );
}
