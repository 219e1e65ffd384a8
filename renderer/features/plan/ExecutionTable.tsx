import { type Decimal, decimalToNumber } from '../../../shared/core/decimal.ts';
import { budgetEntryFields } from '../../../shared/records/budgetEntryFields.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { budgetSources, type ExecutionRow, type LedgerSum } from '../../../shared/reports/budgetLedger.ts';
import type { PlannedSpending } from '../../../shared/reports/categoryBudgets.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import tables from '../../ui/DataTable.module.css';
import { StateMark } from '../../ui/Notice.tsx';
import { NumberButton } from '../../ui/NumberButton.tsx';
import { planTexts } from './planTexts.ts';

interface TableRow extends ExecutionRow {
  readonly key: string;
  readonly name: string;
  /** Shown in columns of its own where any row has one. */
  readonly plan?: PlannedSpending | null;
}

export interface ExecutionTableProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly TableRow[];
  readonly sum: ExecutionRow & Pick<TableRow, 'plan'>;
}

/** Spending in US dollars under some heading, a column for each source; every sum opens its entries. */
export function ExecutionTable({ caption, head, rows, sum }: ExecutionTableProps) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const sourceName = (source: string): string => choiceTitle(budgetEntryFields.source, source, language);
  const hasPlan = rows.some(({ plan }) => plan != null);
  const cells = (name: string, { bySource, total, plan }: ExecutionTableProps['sum']) => (
    <>
      {budgetSources.map((source) => (
        <td key={source} className={tables.number}>
          <SumButton name={`${name}, ${sourceName(source)}`} sum={bySource.get(source)} />
        </td>
      ))}
      <td className={tables.number}>
        <SumButton name={name} sum={total} />
      </td>
      {hasPlan ? <PlanCells plan={plan ?? null} /> : null}
    </>
  );
  return (
    <div className={tables.box}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {budgetSources.map((source) => (
              <th key={source} scope="col" className={tables.number}>
                {sourceName(source)}
              </th>
            ))}
            <th scope="col" className={tables.number}>
              {t('total')}
            </th>
            {hasPlan
              ? (['budget', 'left', 'executed'] as const).map((key) => (
                  <th key={key} scope="col" className={tables.number}>
                    {t(key)}
                  </th>
                ))
              : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {cells(row.name, row)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {cells(t('total'), sum)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function PlanCells({ plan }: { readonly plan: PlannedSpending | null }) {
  const t = useTexts(planTexts);
  const format = useFormat();
  const amount = (value: Decimal): string => format.amount(decimalToNumber(value));
  const share = plan?.share ?? null;
  return (
    <>
      <td className={tables.number}>{plan === null ? '–' : amount(plan.planned)}</td>
      <td className={tables.number}>
        {plan === null ? (
          '–'
        ) : plan.left < 0n ? (
          <StateMark state="bad">{t('over', { amount: amount(-plan.left) })}</StateMark>
        ) : (
          amount(plan.left)
        )}
      </td>
      <td className={tables.number}>{share === null ? '–' : `${Math.round(share * 100)}%`}</td>
    </>
  );
}

function SumButton({ name, sum }: { readonly name: string; readonly sum: LedgerSum | undefined }) {
  const t = useTexts(planTexts);
  const format = useFormat();
  const openRecords = useOpenRecords();
  if (sum === undefined || sum.entryIds.length === 0) return '–';
  return (
    <NumberButton
      label={t('openSum', { name, count: sum.entryIds.length })}
      onClick={() => openRecords('budgetEntry', sum.entryIds, name)}
    >
      {format.amount(decimalToNumber(sum.dollars))}
    </NumberButton>
  );
}
