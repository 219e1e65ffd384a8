import { useState } from 'react';
import type { Language } from '../../shared/core/language.ts';
import {
  DiagnosticsButtons,
  type DiagnosticsButtonsProps,
  type Told,
} from '../features/settings/DiagnosticsButtons.tsx';
import { settingsTexts } from '../features/settings/settingsTexts.ts';
import { translate } from '../i18n/texts.ts';
import classes from './Boot.module.css';

export interface FailureReportProps {
  readonly host: DiagnosticsButtonsProps['host'];
  readonly language: Language;
}

/** Beside an error that stands in the way to the settings, where the report is made otherwise. */
export function FailureReport({ host, language }: FailureReportProps) {
  const t = translate(settingsTexts, language);
  const [told, setTold] = useState<Told | null>(null);
  return (
    <section className={classes.report} aria-label={t('diagnostics')}>
      <p className={classes.note}>{t('diagnosticsText')}</p>
      <DiagnosticsButtons host={host} language={language} tell={setTold} />
      <p className={classes.note} role="status">
        {told?.message}
      </p>
    </section>
  );
}
