import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FileSpreadsheet, Printer } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { CalendarEntry } from '../../../shared/reports/periodic/reportCalendar.ts';
import { paperTitle, type ReportPaper } from '../../../shared/reports/periodic/reportPaper.ts';
import { planBegin } from '../../../shared/reports/periodic/reportSteps.ts';
import { reportDocument } from '../../../shared/workbook/reportDocument.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useClock, useSettings } from '../../stores/services.tsx';
import { usePrint } from '../../stores/usePrint.ts';
import { useRecordActions } from '../../stores/useRecordActions.ts';
import { useSaveWorkbook } from '../../stores/useSaveWorkbook.ts';
import { showToast } from '../../ui/toast.tsx';
import { ReportState } from './Calendar.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';
import { SubmitDialog } from './SubmitDialog.tsx';
import { useReportSteps } from './useReportSteps.ts';

export interface ReportActionsProps {
  readonly entry: CalendarEntry;
  readonly centerId: RecordId;
  readonly isHeadquarters: boolean;
  readonly paper: ReportPaper;
  /** Saves what is typed; false where it could not be saved. */
  readonly save: () => Promise<boolean>;
}

/** What can be done with a report where it stands. */
export function ReportActions({ entry, centerId, isHeadquarters, paper, save }: ReportActionsProps) {
  const { report } = entry;
  const t = useTexts(reportsTexts);
  const steps = useReportSteps();
  const begin = useBegin(entry, centerId);
  const status = report?.values.status;
  const [isAsked, setAsked] = useState(false);
  // What is typed is part of what is looked at before it is sealed.
  const ask = async (): Promise<void> => {
    if (await save()) setAsked(true);
  };
  return (
    <div className={classes.bar}>
      <ReportState {...entry} />
      {report === null ? <Button onClick={() => void begin()}>{t('begin')}</Button> : null}
      {report !== null && (status === 'draft' || status === 'returned') ? (
        <Button onClick={() => void ask()}>{t(status === 'returned' ? 'submitAgain' : 'submit')}</Button>
      ) : null}
      {report !== null && isAsked ? (
        <SubmitDialog
          report={report}
          onSubmit={() => steps.submit(report.id)}
          onClose={() => setAsked(false)}
        />
      ) : null}
      {report !== null && status === 'submitted' && !isHeadquarters ? (
        <Button variant="default" onClick={() => void steps.withdraw(report.id)}>
          {t('withdraw')}
        </Button>
      ) : null}
      {report !== null && status === 'submitted' && isHeadquarters ? <Decide report={report.id} /> : null}
      <PaperOutputs paper={paper} />
      {report === null ? null : (
        <Button component={Link} to={paths.record('report', report.id)} variant="subtle">
          {t('details')}
        </Button>
      )}
    </div>
  );
}

/** The paper as an Excel workbook and on paper. */
export function PaperOutputs({ paper }: { readonly paper: ReportPaper }) {
  const t = useTexts(reportsTexts);
  const language = useLanguage();
  const clock = useClock();
  const print = usePrint();
  const saveWorkbook = useSaveWorkbook();
  const { person } = useSettings();
  const name = `${paperTitle(paper, language)} ${paper.name[language]} ${paper.from} ${paper.to}`;
  return (
    <>
      <Button
        variant="default"
        leftSection={<FileSpreadsheet size={16} aria-hidden="true" />}
        onClick={() =>
          void saveWorkbook(
            reportDocument(paper, { language, by: person?.name ?? '', at: clock.now() }),
            name,
          )
        }
      >
        {t('excel')}
      </Button>
      <Button
        variant="default"
        leftSection={<Printer size={16} aria-hidden="true" />}
        onClick={() => void print(`${name}.pdf`)}
      >
        {t('pdf')}
      </Button>
    </>
  );
}

function Decide({ report }: { readonly report: RecordId }) {
  const t = useTexts(reportsTexts);
  const steps = useReportSteps();
  const [note, setNote] = useState('');
  return (
    <>
      <Button onClick={() => void steps.accept(report)}>{t('accept')}</Button>
      <TextInput
        className={classes.note}
        aria-label={t('note')}
        placeholder={t('note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button variant="default" onClick={() => void steps.sendBack(report, note)}>
        {t('sendBack')}
      </Button>
    </>
  );
}

function useBegin({ kind, from, to, dueOn, state }: CalendarEntry, center: RecordId): () => Promise<void> {
  const language = useLanguage();
  const clock = useClock();
  const actions = useRecordActions();
  return async () => {
    // A day that nobody agreed on would make the report late from the start.
    const due = state === 'unplanned' ? {} : { dueOn };
    const begun = await actions.change((records, issue, by) =>
      planBegin(records, { center, kind, from, to, ...due }, { by, at: clock.now() }, issue),
    );
    if (!begun.ok) showToast({ message: saveErrorText(begun.error, language), failed: true });
  };
}
