import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Decimal, decimalToNumber } from '../../../shared/core/decimal.ts';
import { budgetEntryFields, entryKind } from '../../../shared/records/budgetEntryFields.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { recordOf } from '../../../shared/records/recordsOf.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { planOfAll } from '../../../shared/reports/categoryBudgets.ts';
import type { Balance, SettledEntry, Settlement } from '../../../shared/reports/settlement.ts';
import { advanceNote, basisLabel, settlementLabels } from '../../../shared/reports/settlementLabels.ts';
import { sampleMark } from '../../../shared/reports/toldSamples.ts';
import { evidenceText } from '../../../shared/workbook/settlementSheet.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { cx } from '../../ui/cx.ts';
import tables from '../../ui/DataTable.module.css';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { usePrintedMark } from '../../ui/usePageStyle.ts';
import { ExecutionTable } from './ExecutionTable.tsx';
import classes from './Plan.module.css';
import { planTexts } from './planTexts.ts';

export interface SettlementSheetProps {
  readonly records: RecordSet;
  readonly settled: Settlement;
}

/** The settlement as it is printed: what the workbook of it says, too. */
export function SettlementSheet({ records, settled }: SettlementSheetProps) {
  const t = useTexts(planTexts);
  const label = useLabel();
  const language = useLanguage();
  const { execution, unconverted, entries } = settled;
  const format = useFormat();
  usePrintedMark(settled.samples === 'told' ? label(sampleMark) : '');
  const rows = settled.categories.map((row) => ({
    key: row.category,
    name: choiceTitle(budgetEntryFields.category, row.category, language),
    ...row,
  }));
  return (
    <>
      <Section title={t('balances')}>
        <div className={classes.stack}>
          <BalanceTable settled={settled} />
          {settled.accounts.map((account) => {
            const note = advanceNote(account, language);
            return note === null ? null : (
              <Notice key={account.source} state="warn">
                {choiceTitle(budgetEntryFields.source, account.source, language)}: {note}
              </Notice>
            );
          })}
          <p className={classes.muted}>{label(settlementLabels.rule)}</p>
        </div>
      </Section>
      <Section title={t('byCategory')}>
        {rows.length === 0 ? (
          <p className={classes.muted}>{t('noEntriesInPeriod')}</p>
        ) : (
          <ExecutionTable
            caption={t('inDollars')}
            head={label(settlementLabels.category)}
            rows={rows}
            sum={{
              total: execution.total,
              bySource: execution.bySource,
              plan: planOfAll(settled.categories),
            }}
          />
        )}
        {unconverted.length === 0 ? null : (
          <Notice state="warn">
            {label(settlementLabels.unconverted)}:{' '}
            {unconverted
              .map(({ currency, amount }) => `${currency} ${format.amount(decimalToNumber(amount))}`)
              .join(', ')}
          </Notice>
        )}
      </Section>
      <EntryTable title="entries" amount="paid" entries={entries} />
      <EntryTable title="receipts" amount="arrived" entries={settled.receipts} />
      <EvidenceList records={records} settled={settled} />
      <RateTable settled={settled} />
      <div className={classes.signatures}>
        <span>{t('preparedBy')}</span>
        <span>{t('checkedBy')}</span>
      </div>
    </>
  );
}

function BalanceTable({ settled: { accounts, total } }: Pick<SettlementSheetProps, 'settled'>) {
  const label = useLabel();
  const language = useLanguage();
  const cells = ({ opening, income, spending, closing }: Balance): ReactNode => (
    <>
      <Amount value={opening} />
      <Amount value={income} />
      <Amount value={spending} />
      <Amount value={closing} />
    </>
  );
  const { source, opening, income, spending, closing } = settlementLabels;
  return (
    <div className={tables.box}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{label(source)}</th>
            {[opening, income, spending, closing].map((head) => (
              <th key={head.en} scope="col" className={tables.number}>
                {label(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.source}>
              <th scope="row">
                {choiceTitle(budgetEntryFields.source, account.source, language)}
                <span className={tables.note}>{label(basisLabel(account))}</span>
              </th>
              {cells(account)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{label(settlementLabels.total)}</th>
            {cells(total)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Amount({ value }: { readonly value: Decimal }) {
  const format = useFormat();
  return <td className={tables.number}>{format.amount(decimalToNumber(value))}</td>;
}

interface EntryTableProps {
  readonly title: 'entries' | 'receipts';
  readonly amount: 'paid' | 'arrived';
  readonly entries: readonly SettledEntry[];
}

function EntryTable({ title, amount, entries }: EntryTableProps) {
  const label = useLabel();
  if (entries.length === 0) return null;
  const heads = [
    [settlementLabels.number, true],
    [settlementLabels.date, false],
    [settlementLabels.description, false],
    [settlementLabels.source, false],
    [settlementLabels[amount], true],
    [settlementLabels.rate, true],
    [settlementLabels.dollars, true],
    [settlementLabels.evidenceNumbers, false],
  ] as const;
  return (
    <Section title={label(settlementLabels[title])}>
      <div className={tables.box}>
        <table className={cx(tables.table, classes.entries)}>
          <thead>
            <tr>
              {heads.map(([head, isNumber]) => (
                <th key={head.en} scope="col" className={isNumber ? tables.number : undefined}>
                  {label(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function EntryRow({ entry }: { readonly entry: SettledEntry }) {
  const label = useLabel();
  const format = useFormat();
  const language = useLanguage();
  const { id, number, values, currency, amount, dollars } = entry;
  const { date, description, source, form, fxRate } = values;
  const evidence = evidenceText(entry, '');
  return (
    <tr>
      <td className={tables.number}>{number}</td>
      <td className={classes.period}>{date === undefined ? '–' : format.date(date)}</td>
      <td className={classes.description}>
        <Link to={paths.record('budgetEntry', id)} className={classes.link}>
          {entryKind(values, language)}
        </Link>
        {description === undefined ? null : <span className={tables.note}>{description}</span>}
      </td>
      <td className={classes.source}>
        {choiceTitle(budgetEntryFields.source, source, language)}
        <span className={tables.note}>{choiceTitle(budgetEntryFields.form, form, language)}</span>
      </td>
      <td className={tables.number}>
        {currency} {format.amount(decimalToNumber(amount))}
      </td>
      <td className={tables.number}>{fxRate === undefined ? '–' : format.number(fxRate)}</td>
      <td className={tables.number}>
        {dollars === null ? (
          <StateMark state="warn">{label(settlementLabels.noRate)}</StateMark>
        ) : (
          format.amount(decimalToNumber(dollars))
        )}
      </td>
      <td className={classes.evidence}>
        {evidence === '' ? (
          <StateMark state="warn">{label(settlementLabels.noEvidence)}</StateMark>
        ) : (
          evidence
        )}
      </td>
    </tr>
  );
}

function EvidenceList({ records, settled: { evidence } }: SettlementSheetProps) {
  const label = useLabel();
  const titleOf = useTitles(records);
  if (evidence.length === 0) return null;
  return (
    <Section title={label(settlementLabels.evidence)}>
      <ol className={classes.evidenceList}>
        {evidence.map((id, index) => (
          <li key={id}>
            <span className={classes.evidenceNumber}>E{index + 1}</span>{' '}
            <Link to={paths.record('evidence', id)} className={classes.link}>
              {titleOf('evidence', id)}
            </Link>{' '}
            <span className={classes.muted}>{recordOf(records, 'evidence', id)?.values.keptAt ?? ''}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function RateTable({ settled: { rates } }: Pick<SettlementSheetProps, 'settled'>) {
  const label = useLabel();
  const format = useFormat();
  if (rates.length === 0) return null;
  return (
    <Section title={label(settlementLabels.rates)}>
      <div className={tables.box}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{label(settlementLabels.currency)}</th>
              <th scope="col">{label(settlementLabels.date)}</th>
              <th scope="col" className={tables.number}>
                {label(settlementLabels.rate)}
              </th>
              <th scope="col" className={tables.number}>
                {label(settlementLabels.entryCount)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map(({ currency, rate, date, entryIds }) => (
              <tr key={`${currency} ${date} ${rate}`}>
                <td>{currency}</td>
                <td>{date === null ? '–' : format.date(date)}</td>
                <td className={tables.number}>{format.number(rate)}</td>
                <td className={tables.number}>{entryIds.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
