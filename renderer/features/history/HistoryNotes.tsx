import { countryName } from '../../../shared/core/countries.ts';
import { type HistoryTable, historyLabels } from '../../../shared/reports/historyTable.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { type Difference, differencesFromPublished, publishedTotals } from './differencesFromPublished.ts';
import classes from './History.module.css';
import { historyTexts } from './historyTexts.ts';

const mostReasons = 12;

/** Says whether the table equals the programme's page and, where it does not, why. */
export function DifferenceNotes({ table }: { readonly table: HistoryTable }) {
  const t = useTexts(historyTexts);
  const reason = useReason();
  const differences = differencesFromPublished(table);
  if (differences.length === 0) return <Notice state="ok">{t('asPublished', publishedTotals)}</Notice>;
  const isOrdinary = differences.every(({ kind }) => kind === 'recorded');
  return (
    <Notice state={isOrdinary ? 'info' : 'warn'}>
      {t('differs', publishedTotals)}
      <ul className={classes.reasons}>
        {differences.slice(0, mostReasons).map((difference) => (
          <li key={reason(difference)}>{reason(difference)}</li>
        ))}
      </ul>
      {differences.length > mostReasons
        ? t('moreReasons', { count: differences.length - mostReasons })
        : null}
    </Notice>
  );
}

export function CountRuleNotes({ version }: { readonly version: number }) {
  const t = useTexts(historyTexts);
  return (
    <section className={classes.rules} aria-label={t('rules', { version })}>
      <h2 className={classes.rulesTitle}>{t('rules', { version })}</h2>
      <ul className={classes.reasons}>
        <li>{t('ruleProjects')}</li>
        <li>{t('ruleConsulting')}</li>
        <li>{t('ruleWorkshops')}</li>
        <li>{t('ruleBaseline')}</li>
      </ul>
    </section>
  );
}

function useReason(): (difference: Difference) => string {
  const t = useTexts(historyTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  return (difference) => {
    if (difference.kind === 'missing') {
      return t('whyMissing', { center: `${countryName(difference.country, language)} (${difference.code})` });
    }
    const { row, metric } = difference;
    const { baseline, counted, total } = row.cells[metric];
    const names = { center: label(row.label), metric: label(historyLabels[metric]) };
    return difference.kind === 'changed'
      ? t('whyChanged', { ...names, published: difference.published, baseline: format.number(baseline) })
      : t('whyRecorded', {
          ...names,
          counted: format.number(counted),
          baseline: format.number(baseline),
          total: format.number(total),
        });
  };
}
