import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { errorFacts, errorPlace } from '../../shared/ipc/log.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';
import { useHost } from '../stores/services.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import classes from './Boot.module.css';
import { FailureReport } from './FailureReport.tsx';

const texts = defineTexts('pageFailure', {
  title: {
    en: 'This page stopped because of an error in Fieldbook',
    ko: 'Fieldbook 오류로 화면이 중단되었습니다',
  },
  text: {
    en: 'Everything saved is safe. Open the page again; if it fails again, send the report below ({detail}).',
    ko: '저장된 데이터는 안전합니다. 화면을 다시 열고, 계속 실패하면 아래의 보고서를 보내 주시기 바랍니다({detail}).',
  },
  again: { en: 'Open again', ko: '다시 열기' },
});

/** What stands instead of a page that failed; the shell around it goes on. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const host = useHost();
  const { log } = host;
  useEffect(() => log.write({ event: 'PAGE_ERROR', facts: errorFacts(error) }), [log, error]);
  return (
    <>
      <EmptyState
        title={t('title')}
        // Its message can quote what somebody entered.
        text={t('text', { detail: errorPlace(error) })}
        actions={<Button onClick={reset}>{t('again')}</Button>}
      />
      <div className={classes.below}>
        <FailureReport host={host} language={language} />
      </div>
    </>
  );
}
