import { decimalToNumber } from '../../../shared/core/decimal.ts';
import { budgetEntryFields } from '../../../shared/records/budgetEntryFields.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { budgetSources, type ExecutionRow, type LedgerSum } from '../../../shared/reports/budgetLedger.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import tables from '../../ui/DataTable.module.css';
import { NumberButton } from '../../ui/NumberButton.tsx';
import { planTexts } from './planTexts.ts';

export interface ExecutionTableProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly (ExecutionRow & { readonly key: string; readonly name: string })[];
  readonly sum: ExecutionRow;
}

/** Spending in US dollars under some heading, a column for each source; every sum opens its entries. */
export function ExecutionTable({ caption, head, rows, sum }: ExecutionTableProps) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const sourceName = (source: string): string => choiceTitle(budgetEntryFields.source, source, language);
  const cells = (name: string, { bySource, total }: ExecutionRow) => (
    <>
      {budgetSources.map((source) => (
        <td key={source} className={tables.number}>
          <SumButton name={`${name}, ${sourceName(source)}`} sum={bySource.get(source)} />
        </td>
      ))}
      <td className={tables.number}>
        <SumButton name={name} sum={total} />
      </td>
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
