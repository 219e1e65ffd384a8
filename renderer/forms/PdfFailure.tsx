import { Button } from '@mantine/core';
import { useTexts } from '../i18n/useTexts.ts';
import { Notice } from '../ui/Notice.tsx';
import { pageLimit } from '../workers/pdf/pdfClient.ts';
import classes from './PdfView.module.css';
import { pdfTexts } from './pdfTexts.ts';
import type { ShownProblem } from './usePdfPage.ts';

export interface PdfFailureProps {
  readonly problem: ShownProblem;
  readonly page: number;
  readonly onAgain: () => void;
  readonly onSaveCopy: () => void;
}

/** Why a PDF or one of its pages is not shown, and how it can be read all the same. */
export function PdfFailure({ problem, page, onAgain, onSaveCopy }: PdfFailureProps) {
  const t = useTexts(pdfTexts);
  const mayPassAnotherTime = problem === 'TOO_SLOW' || problem === 'STOPPED';
  return (
    <Notice
      state="warn"
      role="alert"
      actions={
        <div className={classes.actions}>
          <Button size="xs" variant="default" onClick={onSaveCopy}>
            {t('save')}
          </Button>
          {mayPassAnotherTime ? (
            <Button size="xs" variant="default" onClick={onAgain}>
              {t('again')}
            </Button>
          ) : null}
        </div>
      }
    >
      {t(problem, { page, seconds: pageLimit / 1000 })}
    </Notice>
  );
}
