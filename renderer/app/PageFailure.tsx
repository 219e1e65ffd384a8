import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { errorFacts } from '../../shared/ipc/log.ts';
import { defineTexts } from '../i18n/texts.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useHost } from '../stores/services.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

const texts = defineTexts('pageFailure', {
  title: {
    en: 'This page stopped because of an error in Fieldbook',
    ko: 'Fieldbook 오류로 화면이 중단되었습니다',
  },
  text: {
    en: 'Everything saved is safe. Open the page again; if it fails again, report this line: {detail}',
    ko: '저장된 데이터는 안전합니다. 화면을 다시 열고, 계속 실패하면 다음 내용을 알려 주세요: {detail}',
  },
  again: { en: 'Open again', ko: '다시 열기' },
});

/** What stands instead of a page that failed; the shell around it goes on. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const t = useTexts(texts);
  const { log } = useHost();
  useEffect(() => log.write({ event: 'PAGE_ERROR', facts: errorFacts(error) }), [log, error]);
  return (
    <EmptyState
      title={t('title')}
      text={t('text', { detail: error instanceof Error ? error.message : String(error) })}
      actions={<Button onClick={reset}>{t('again')}</Button>}
    />
  );
}
