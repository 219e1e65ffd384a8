import { countryName } from '../../../shared/core/countries.ts';
import { groupBy } from '../../../shared/core/groupBy.ts';
import { heldNote } from '../../../shared/reports/heldNote.ts';
import { type HistoryTable, historyLabels } from '../../../shared/reports/historyTable.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import { type Difference, differencesFromPublished, publishedTotals } from './differencesFromPublished.ts';
import classes from './History.module.css';
import { historyTexts } from './historyTexts.ts';

/** Says whether the table equals the programme's page and, where it does not, why. */
export function DifferenceNotes({ table }: { readonly table: HistoryTable }) {
  const t = useTexts(historyTexts);
  const reasons = useReasons();
  const differences = differencesFromPublished(table);
  if (differences.length === 0) return <Notice state="ok">{t('asPublished', publishedTotals)}</Notice>;
  const isOrdinary = differences.every(({ kind }) => kind === 'recorded');
  return (
    <Notice state={isOrdinary ? 'info' : 'warn'}>
      {t('differs', publishedTotals)}
      <ul className={classes.reasons}>
        {reasons(differences).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** That some records are in the published figures already, and what to do if they are not. */
export function HeldNote({ table }: { readonly table: HistoryTable }) {
  const t = useTexts(historyTexts);
  const label = useLabel();
  const note = heldNote(table);
  return note === null ? null : (
    <Notice state="info">
      {label(note)} <span data-screen-only>{t('heldHow')}</span>
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
        <li>{t('ruleHeld')}</li>
      </ul>
    </section>
  );
}

/** A line for each center that is missing or has recorded something, and for each published figure that was changed. */
function useReasons(): (differences: readonly Difference[]) => readonly string[] {
  const t = useTexts(historyTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const numbers = ({ row, metric }: CellDifference) => {
    const { baseline, counted, total } = row.cells[metric];
    return {
      center: label(row.label),
      metric: label(historyLabels[metric]),
      baseline: format.number(baseline),
      counted: format.number(counted),
      total: format.number(total),
    };
  };
  const recorded = (ofCenter: readonly CellDifference[]): readonly string[] => {
    const [first] = ofCenter;
    if (first === undefined) return [];
    if (ofCenter.length === 1) return [t('whyRecorded', numbers(first))];
    const parts = ofCenter.map((one) => t('whyRecordedPart', numbers(one))).join('; ');
    return [t('whyRecordedAll', { center: label(first.row.label), parts })];
  };
  return (differences) => [
    ...differences.flatMap((difference) =>
      difference.kind === 'missing'
        ? [t('whyMissing', { center: `${countryName(difference.country, language)} (${difference.code})` })]
        : difference.kind === 'changed'
          ? [t('whyChanged', { ...numbers(difference), published: difference.published })]
          : [],
    ),
    ...[
      ...groupBy(
        differences.filter((one): one is CellDifference => one.kind === 'recorded'),
        ({ row }) => row.centerId,
      ).values(),
    ].flatMap(recorded),
  ];
}

type CellDifference = Extract<Difference, { readonly kind: 'recorded' | 'changed' }>;
