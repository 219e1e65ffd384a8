import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { isoDate } from '../../../shared/core/dates.ts';
import { decimalToNumber } from '../../../shared/core/decimal.ts';
import { budgetEntryFields } from '../../../shared/records/budgetEntryFields.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { budgetExecution, type LedgerSum, ledgerEntries } from '../../../shared/reports/budgetLedger.ts';
import { categoryBudgets, categoryRows, planOfAll } from '../../../shared/reports/categoryBudgets.ts';
import { contributions } from '../../../shared/reports/contributions.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { newRecordFrom } from '../../stores/paths.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { ContributionTable } from './ContributionTable.tsx';
import { ExecutionTable } from './ExecutionTable.tsx';
import classes from './Plan.module.css';
import { planTexts } from './planTexts.ts';

export interface MoneySectionProps {
  readonly records: RecordSet;
  readonly center: RecordOf<'center'>;
  readonly year: number;
}

/** What each side contributes and what is left of it, then what was spent in the year. */
export function MoneySection({ records, center, year }: MoneySectionProps) {
  const t = useTexts(planTexts);
  const shares = useMemo(() => contributions(records, center.id) ?? [], [records, center.id]);
  return (
    <>
      <Section
        title={t('contributions')}
        aside={
          <Button
            className={classes.noPrint}
            component={Link}
            {...newRecordFrom('budgetEntry', { center: center.id, flow: 'received' })}
            variant="default"
            size="compact-sm"
            leftSection={<Plus size={14} aria-hidden="true" />}
          >
            {t('addReceipt')}
          </Button>
        }
      >
        <ContributionTable center={center} shares={shares} />
      </Section>
      <Section
        title={t('execution', { year })}
        aside={
          <Button
            component={Link}
            className={classes.noPrint}
            {...newRecordFrom('budgetEntry', { center: center.id })}
            variant="default"
            size="compact-sm"
            leftSection={<Plus size={14} aria-hidden="true" />}
          >
            {t('addEntry')}
          </Button>
        }
      >
        <YearExecution records={records} center={center} year={year} />
      </Section>
    </>
  );
}

function YearExecution({ records, center, year }: MoneySectionProps) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const execution = useMemo(() => {
    const day = isoDate(year, 1, 1);
    return day === null
      ? null
      : budgetExecution(ledgerEntries(records, { centerId: center.id, period: periodOf('year', day) }));
  }, [records, center.id, year]);
  const planned = useMemo(
    () => categoryBudgets(records, { centerId: center.id, year }),
    [records, center.id, year],
  );
  if (execution === null || (execution.total.entryIds.length === 0 && planned.size === 0))
    return <p className={classes.muted}>{t('noEntries', { year })}</p>;
  const { byForm, byQuarter } = execution;
  const rows = categoryRows(execution, planned);
  const categories = rows.map((row) => ({
    key: row.category,
    name: choiceTitle(budgetEntryFields.category, row.category, language),
    ...row,
  }));
  const quarters = [1, 2, 3, 4].flatMap((quarter) => {
    const row = byQuarter.get(quarter);
    return row === undefined ? [] : [{ key: String(quarter), name: t('quarter', { quarter }), ...row }];
  });
  return (
    <div className={classes.stack}>
      <UnconvertedNotice total={execution.total} />
      <ExecutionTable
        caption={t('byCategory')}
        head={t('category')}
        rows={categories}
        sum={{ total: execution.total, bySource: execution.bySource, plan: planOfAll(rows) }}
      />
      <ExecutionTable
        caption={t('byQuarter')}
        head={t('period')}
        rows={quarters}
        sum={{ total: execution.total, bySource: execution.bySource }}
      />
      <p className={classes.forms}>
        {budgetEntryFields.form.choices.map(({ value }) => (
          <FormSum
            key={value}
            name={choiceTitle(budgetEntryFields.form, value, language)}
            sum={byForm.get(value)}
          />
        ))}
      </p>
    </div>
  );
}

function FormSum({ name, sum }: { readonly name: string; readonly sum: LedgerSum | undefined }) {
  const format = useFormat();
  return (
    <span>
      {name} <strong>{format.amount(decimalToNumber(sum?.dollars ?? 0n))}</strong>
    </span>
  );
}

function UnconvertedNotice({ total: { unconverted } }: { readonly total: LedgerSum }) {
  const t = useTexts(planTexts);
  const format = useFormat();
  if (unconverted.length === 0) return null;
  const amounts = unconverted.map(
    ({ currency, amount }) => `${currency} ${format.amount(decimalToNumber(amount))}`,
  );
  return <Notice state="warn">{t('unconverted', { amounts: amounts.join(', ') })}</Notice>;
}
