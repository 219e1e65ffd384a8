import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AppInfo } from '../../../shared/ipc/host.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useStoreState } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useHost } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { dataSizeText } from './dataSizeText.ts';
import classes from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';
import { UnusedFiles } from './UnusedFiles.tsx';

/** Where the data lie, and how safe they are there. */
export function DataSection({ info }: { readonly info: AppInfo | null }) {
  const t = useTexts(settingsTexts);
  const language = useLanguage();
  const { journalBytes, changeSets } = useStoreState();
  return (
    <Section title={t('data')}>
      {info === null ? null : <Safety info={info} />}
      <dl className={classes.facts}>
        {info === null ? null : <Fact name={t('location')}>{info.dataLocation}</Fact>}
        <Fact name={t('journal')}>
          {t('journalSize', { size: dataSizeText(journalBytes, language), count: changeSets })}
        </Fact>
        {info?.freeBytes === undefined ? null : (
          <Fact name={t('freeSpace')}>{dataSizeText(info.freeBytes, language)}</Fact>
        )}
      </dl>
      <UnusedFiles />
    </Section>
  );
}

function Safety({ info }: { readonly info: AppInfo }) {
  const t = useTexts(settingsTexts);
  const host = useHost();
  if (host.kind === 'electron') return <Notice state="ok">{t('durable')}</Notice>;
  return (
    <Notice
      state="warn"
      actions={
        <Button component={Link} to={paths.send} variant="subtle" size="compact-sm">
          {t('toSend')}
        </Button>
      }
    >
      {t(info.durable ? 'browserKept' : 'weaker')}
    </Notice>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
