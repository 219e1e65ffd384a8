import type { Ref } from 'react';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import { findingText } from '../../shared/schema/validate.ts';
import { useLabel, useLanguage, useTexts } from '../i18n/useTexts.ts';
import { Notice } from '../ui/Notice.tsx';
import { formTexts } from './formTexts.ts';
import classes from './RecordForm.module.css';
import type { RecordFormState } from './useRecordForm.ts';

export interface ErrorSummaryProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly definition: AnyRecordDefinition;
  readonly form: RecordFormState;
  readonly idOf: (field: string) => string;
}

/** After an attempt to save: what keeps it from being saved, each leading to its field. */
export function ErrorSummary({ ref, definition, form, idOf }: ErrorSummaryProps) {
  const t = useTexts(formTexts);
  const language = useLanguage();
  const label = useLabel();
  if (!form.attempted || form.errors.length === 0) return null;
  return (
    <div ref={ref} className={classes.summary} tabIndex={-1} role="alert">
      <Notice state="bad">
        <p className={classes.summaryTitle}>{t('summary', { count: form.errors.length })}</p>
        <ul className={classes.summaryList}>
          {form.errors.map((finding) => {
            const spec = definition.spec(finding.field);
            return (
              <li key={`${finding.field} ${finding.code}`}>
                <button
                  type="button"
                  className={classes.summaryLink}
                  onClick={() => document.getElementById(idOf(finding.field))?.focus()}
                >
                  {spec === null || finding.code === 'REQUIRED' ? '' : `${label(spec.label)}: `}
                  {findingText(finding, language)}
                </button>
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}
