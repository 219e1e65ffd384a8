import { SegmentedControl } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordOf } from '../../../shared/records/recordsOf.ts';
import { type Correction, correctionOf } from '../../../shared/reports/periodic/corrections.ts';
import {
  differenceLine,
  differenceOrigins,
  differencesByOrigin,
  olderRulesNote,
} from '../../../shared/reports/periodic/differenceTexts.ts';
import type { CalendarEntry } from '../../../shared/reports/periodic/reportCalendar.ts';
import { type ReportContent, reportContent } from '../../../shared/reports/periodic/reportContent.ts';
import type { ReportPaper } from '../../../shared/reports/periodic/reportPaper.ts';
import type { ToldSamples } from '../../../shared/reports/toldSamples.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ReportActions } from './ReportActions.tsx';
import { ReportEditor } from './ReportEditor.tsx';
import { ReportSheet } from './ReportSheet.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';
import { useReportTexts } from './useReportTexts.ts';

export interface ReportViewProps {
  readonly entry: CalendarEntry;
  readonly centerId: RecordId;
  readonly records: RecordSet;
  readonly today: IsoDate;
  readonly isHeadquarters: boolean;
}

/** A report with what can be done with it: as it was sealed, or as it would be submitted now beside its texts. */
export function ReportView(props: ReportViewProps) {
  const { entry, centerId, records, today, isHeadquarters } = props;
  const { kind, from, to, report } = entry;
  const t = useTexts(reportsTexts);
  const [view, setView] = useState<'write' | 'read'>('write');
  const status = report?.values.status;
  const isSealed = status === 'submitted' || status === 'accepted';
  const texts = useReportTexts(report);
  const correction = useMemo(
    () => (isSealed && report !== null ? correctionOf(records, report) : null),
    [records, report, isSealed],
  );
  const includeSample = report?.sample === true ? true : undefined;
  const content = useMemo(
    () => reportContent(records, { kind, from, to, centerIds: [centerId], asOf: today, includeSample }),
    [records, kind, from, to, centerId, today, includeSample],
  );
  // The paper follows a moment later, so that typing does not wait for it.
  const shownTexts = useDeferredValue(texts.texts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the props, the paper reads what is named here.
  const paper = useMemo(
    () => paperOf(props, correction, content, shownTexts),
    [kind, from, to, centerId, records, today, correction, content, shownTexts],
  );
  const isWritten = report !== null && !isSealed;
  return (
    <section aria-label={t('preview')}>
      <ReportActions
        entry={entry}
        centerId={centerId}
        isHeadquarters={isHeadquarters}
        paper={paper}
        save={texts.save}
      />
      {status === 'returned' && report?.values.returnNote !== undefined ? (
        <div className={classes.returned}>
          <Notice state="bad">
            {t('returnedBecause')} {report.values.returnNote}
          </Notice>
        </div>
      ) : null}
      <SampleNotice paper={paper} samples={content.samples} />
      {correction === null ? null : <Corrections correction={correction} />}
      {isWritten ? (
        <SegmentedControl
          className={classes.view}
          aria-label={t('view')}
          size="sm"
          data={[
            { value: 'write', label: t('write') },
            { value: 'read', label: t('preview') },
          ]}
          value={view}
          onChange={(value) => setView(value === 'read' ? 'read' : 'write')}
        />
      ) : null}
      <div className={classes.work} data-view={isWritten ? view : 'read'} data-written={isWritten}>
        {isWritten ? <ReportEditor report={report.id} sections={content.sections} texts={texts} /> : null}
        <div className={classes.preview}>
          <ReportSheet paper={paper} />
        </div>
      </div>
    </section>
  );
}

function paperOf(
  { entry, centerId, records, today }: ReportViewProps,
  correction: Correction | null,
  { sections, samples }: ReportContent,
  texts: ReportPaper['voices'][number]['texts'],
): ReportPaper {
  const sealed = correction?.sealed ?? null;
  if (sealed !== null && correction !== null) {
    const { kind, from, to, centerName, asOf } = sealed;
    const voices = [{ name: null, texts: sealed.texts }];
    return {
      kind,
      from,
      to,
      name: centerName,
      asOf,
      sections: sealed.sections,
      voices,
      seal: correction.hash,
      includesSample: correction.includesSample,
    };
  }
  const { kind, from, to } = entry;
  const center = recordOf(records, 'center', centerId)?.values ?? {};
  return {
    kind,
    from,
    to,
    name: { en: centerLabel(center, 'en'), ko: centerLabel(center, 'ko') },
    asOf: today,
    sections,
    voices: [{ name: null, texts }],
    seal: null,
    includesSample: samples === 'told',
  };
}

/** That samples are in what is shown, or that they are left out of what is written. */
function SampleNotice({ paper, samples }: { readonly paper: ReportPaper; readonly samples: ToldSamples }) {
  const t = useTexts(reportsTexts);
  const isLeftOut = paper.seal === null && samples === 'leftOut';
  if (!paper.includesSample && !isLeftOut) return null;
  return (
    <div className={classes.returned}>
      <Notice state={isLeftOut ? 'info' : 'warn'}>{t(isLeftOut ? 'sampleLeftOut' : 'sampleIn')}</Notice>
    </div>
  );
}

function Corrections({ correction }: { readonly correction: Correction }) {
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const { problem, differences, wentOn, mayBeByRules } = correction;
  return (
    <div className={classes.corrections}>
      {problem !== null ? <Notice state="warn">{t('sealMissing')}</Notice> : null}
      {problem === null && differences.length === 0 ? <Notice state="ok">{t('noCorrections')}</Notice> : null}
      {differences.length === 0 ? null : (
        <Notice state="warn">
          {t('corrections')}
          {mayBeByRules ? <p className={classes.origin}>{label(olderRulesNote)}</p> : null}
          {differencesByOrigin(differences).map(({ origin, own }) => (
            <section key={origin} aria-label={label(differenceOrigins[origin])}>
              <p className={classes.origin}>{label(differenceOrigins[origin])}</p>
              <Lines differences={own} />
            </section>
          ))}
        </Notice>
      )}
      {wentOn.length === 0 ? null : (
        <Notice state="info">
          <details>
            <summary>{t('wentOn', { count: wentOn.length })}</summary>
            <Lines differences={wentOn} />
          </details>
        </Notice>
      )}
    </div>
  );
}

function Lines({ differences }: Pick<Correction, 'differences'>) {
  const language = useLanguage();
  return (
    <ul className={classes.differences}>
      {differences.map((difference) => {
        const line = differenceLine(difference, language);
        return <li key={`${difference.record?.id ?? ''} ${line}`}>{line}</li>;
      })}
    </ul>
  );
}
