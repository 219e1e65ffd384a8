import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isRecordId } from '../../../shared/core/ids.ts';
import type { PaperLanguage } from '../../i18n/onPaper.ts';
import { defineTexts } from '../../i18n/texts.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { usePrint } from '../../stores/usePrint.ts';
import { useToday } from '../../stores/useToday.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import classes from '../../ui/Paper.module.css';
import { PaperLanguageChoice } from '../../ui/PaperLanguageChoice.tsx';
import { MinutesSheet } from './MinutesSheet.tsx';
import { minutesLabels } from './minutesLabels.ts';
import { minutesPaper } from './minutesPaper.ts';

const texts = defineTexts('minutesPage', {
  missing: { en: 'This meeting is not here', ko: '회의를 찾을 수 없습니다' },
  missingText: {
    en: 'It was deleted, or it lies on another computer. Open the list of meetings to look for it.',
    ko: '삭제되었거나 다른 컴퓨터에 있는 회의입니다. 회의 목록에서 찾아보세요.',
  },
  toMeetings: { en: 'To the meetings', ko: '회의 목록으로' },
  back: { en: 'The meeting', ko: '회의 정보' },
  print: { en: 'Print or save as PDF', ko: '인쇄 또는 PDF로 저장' },
  fileName: { en: 'minutes {date}.pdf', ko: '회의록 {date}.pdf' },
});

/** The minutes of one meeting as a paper to be printed and signed; behind `#/minutes/<id>`. */
export function MinutesPage() {
  const { id } = useParams({ strict: false });
  const t = useTexts(texts);
  const language = useLanguage();
  const records = useRecordSet();
  const today = useToday();
  const print = usePrint();
  const [paperLanguage, setPaperLanguage] = useState<PaperLanguage>('both');
  const paper = useMemo(
    () => (isRecordId(id) ? minutesPaper(records, id, today) : null),
    [records, id, today],
  );
  if (paper === null) return <Missing />;
  return (
    <Page
      title={minutesLabels.heading[language]}
      isPaper
      actions={
        <>
          <PaperLanguageChoice value={paperLanguage} onChange={setPaperLanguage} />
          <Button
            component={Link}
            to={paths.record('meeting', paper.record.id)}
            variant="default"
            leftSection={<ArrowLeft size={16} aria-hidden="true" />}
          >
            {t('back')}
          </Button>
          <Button
            leftSection={<Printer size={16} aria-hidden="true" />}
            onClick={() => void print(t('fileName', { date: paper.record.values.date ?? '' }))}
          >
            {t('print')}
          </Button>
        </>
      }
    >
      <div className={classes.desk}>
        <MinutesSheet paper={paper} language={paperLanguage} />
      </div>
    </Page>
  );
}

function Missing() {
  const t = useTexts(texts);
  const language = useLanguage();
  return (
    <Page title={minutesLabels.heading[language]}>
      <EmptyState
        title={t('missing')}
        text={t('missingText')}
        actions={
          <Button component={Link} to={paths.records('meeting')} variant="default">
            {t('toMeetings')}
          </Button>
        }
      />
    </Page>
  );
}
