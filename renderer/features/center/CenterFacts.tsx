import { useMemo } from 'react';
import { type RecordSet, referenceBookOf } from '../../../shared/records/recordSet.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { definitionOf, type ValuesByType } from '../../../shared/records/registry.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Section } from '../../ui/Page.tsx';
import classes from './Center.module.css';
import { centerTexts } from './centerTexts.ts';

const shown = [
  'code',
  'programme',
  'status',
  'mouSignedOn',
  'openedOn',
  'operationStart',
  'operationEnd',
  'extendedUntil',
  'koreaBudget',
  'partnerBudgetStatus',
  'partnerBudget',
  'partnerBudgetForm',
  'koreaLead',
  'koreaSpecialized',
  'partnerLead',
  'partnerSpecialized',
  'city',
  'source',
] as const satisfies readonly (keyof ValuesByType['center'])[];

/** What is known of the center, and what is not entered yet. */
export function CenterFacts({
  center,
  records,
}: {
  readonly center: RecordOf<'center'>;
  readonly records: RecordSet;
}) {
  const t = useTexts(centerTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const references = useMemo(() => referenceBookOf(records, language), [records, language]);
  const definition = definitionOf('center');
  return (
    <Section title={t('facts')}>
      <dl className={classes.facts}>
        {shown.map((key) => {
          const spec = definition.spec(key);
          const value = center.values[key];
          if (spec === null) return null;
          const text =
            value === undefined
              ? ''
              : spec.kind === 'date' && typeof value === 'string'
                ? format.date(value)
                : codecOf(spec).toText(value, { language, references });
          return (
            <div key={key} className={classes.fact}>
              <dt>{label(spec.label)}</dt>
              <dd className={text === '' ? classes.muted : undefined}>{text === '' ? t('unknown') : text}</dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
