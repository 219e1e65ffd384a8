import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordOf } from '../../../shared/records/recordsOf.ts';
import { type Correction, correctionOf } from '../../../shared/reports/periodic/corrections.ts';
import { differenceLine } from '../../../shared/reports/periodic/differenceTexts.ts';
import type { CalendarEntry } from '../../../shared/reports/periodic/reportCalendar.ts';
import { reportContent } from '../../../shared/reports/periodic/reportContent.ts';
import { textsOf } from '../../../shared/reports/periodic/sealedReport.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useHost } from '../../stores/services.tsx';
import { useRecordActions } from '../../stores/useRecordActions.ts';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ReportPaper } from './ReportPaper.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';
import { useReportSteps } from './useReportSteps.ts';

export interface ReportViewProps {
  readonly entry: CalendarEntry;
  readonly centerId: RecordId;
  readonly records: RecordSet;
  readonly today: IsoDate;
  readonly isHeadquarters: boolean;
}

/** A report with what can be done with it: as it was sealed, or as it would be submitted now. */
export function ReportView(props: ReportViewProps) {
  const { entry, centerId, records, today } = props;
  const { kind, from, to, report } = entry;
  const t = useTexts(reportsTexts);
  const isSealed = report?.values.status === 'submitted' || report?.values.status === 'accepted';
  const correction = useMemo(
    () => (isSealed && report !== null ? correctionOf(records, report) : null),
    [records, report, isSealed],
  );
  const content = useMemo(
    () => reportContent(records, { kind, from, to, centerIds: [centerId], asOf: today }),
    [records, kind, from, to, centerId, today],
  );
  const center = recordOf(records, 'center', centerId)?.values ?? {};
  const current = {
    kind,
    from,
    to,
    asOf: today,
    centerName: { en: centerLabel(center, 'en'), ko: centerLabel(center, 'ko') },
    sections: content.sections,
    texts: report === null ? {} : textsOf(report),
  };
  return (
    <section aria-label={t('preview')}>
      <Actions {...props} />
      {report?.values.status === 'returned' && report.values.returnNote !== undefined ? (
        <Notice state="bad">{report.values.returnNote}</Notice>
      ) : null}
      {correction === null ? null : <Corrections correction={correction} />}
      <ReportPaper
        {...(correction?.sealed ?? current)}
        seal={correction?.sealed == null ? null : correction.hash}
      />
    </section>
  );
}

function Corrections({ correction }: { readonly correction: Correction }) {
  const t = useTexts(reportsTexts);
  const language = useLanguage();
  const { problem, differences } = correction;
  return (
    <div className={classes.corrections}>
      {problem !== null ? <Notice state="warn">{t('sealMissing')}</Notice> : null}
      {problem === null && differences.length === 0 ? <Notice state="ok">{t('noCorrections')}</Notice> : null}
      {differences.length === 0 ? null : (
        <Notice state="warn">
          {t('corrections')}
          <ul className={classes.differences}>
            {differences.map((difference) => {
              const line = differenceLine(difference, language);
              return <li key={`${difference.record?.id ?? ''} ${line}`}>{line}</li>;
            })}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function Actions({ entry, centerId, isHeadquarters }: ReportViewProps) {
  const { kind, from, to, dueOn, report } = entry;
  const t = useTexts(reportsTexts);
  const host = useHost();
  const language = useLanguage();
  const actions = useRecordActions();
  const steps = useReportSteps();
  const [note, setNote] = useState('');
  const status = report?.values.status;
  const begin = async (): Promise<void> => {
    const created = await actions.create('report', {
      center: centerId,
      kind,
      from,
      to,
      dueOn,
      status: 'draft',
    });
    if (!created.ok) showToast({ message: saveErrorText(created.error, language), failed: true });
  };
  return (
    <div className={classes.bar}>
      {report === null ? <Button onClick={() => void begin()}>{t('begin')}</Button> : null}
      {report !== null && (status === 'draft' || status === 'returned') ? (
        <>
          <Button component={Link} to={paths.record('report', report.id)} variant="default">
            {t('edit')}
          </Button>
          <Button onClick={() => void steps.submit(report.id)}>{t('submit')}</Button>
        </>
      ) : null}
      {report !== null && status === 'submitted' && isHeadquarters ? (
        <>
          <Button onClick={() => void steps.accept(report.id)}>{t('accept')}</Button>
          <TextInput
            className={classes.note}
            aria-label={t('note')}
            placeholder={t('note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button variant="default" onClick={() => void steps.sendBack(report.id, note)}>
            {t('sendBack')}
          </Button>
        </>
      ) : null}
      <Button variant="default" onClick={() => void host.printToPdf(`${kind}-report-${from}-${to}.pdf`)}>
        {t('pdf')}
      </Button>
    </div>
  );
}
