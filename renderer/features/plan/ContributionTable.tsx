import { Link } from '@tanstack/react-router';
import { type Decimal, decimalToNumber } from '../../../shared/core/decimal.ts';
import { budgetEntryFields } from '../../../shared/records/budgetEntryFields.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import type { Contribution } from '../../../shared/reports/contributions.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths, recordField } from '../../stores/paths.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import tables from '../../ui/DataTable.module.css';
import { StateMark } from '../../ui/Notice.tsx';
import { NumberButton } from '../../ui/NumberButton.tsx';
import classes from './Plan.module.css';
import { planTexts } from './planTexts.ts';

export interface ContributionTableProps {
  readonly center: RecordOf<'center'>;
  readonly shares: readonly Contribution[];
}

/** What each side contributes to the center in all years, and what is left of it. */
export function ContributionTable({ center, shares }: ContributionTableProps) {
  const t = useTexts(planTexts);
  return (
    <div className={tables.box}>
      <table className={tables.table}>
        <caption>{t('contributionCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('source')}</th>
            <th scope="col" className={tables.number}>
              {t('contribution')}
            </th>
            <th scope="col" className={tables.number}>
              {t('received')}
            </th>
            <th scope="col" className={tables.number}>
              {t('spent')}
            </th>
            <th scope="col" className={tables.number}>
              {t('cash')}
            </th>
            <th scope="col" className={tables.number}>
              {t('inKind')}
            </th>
            <th scope="col" className={tables.number}>
              {t('left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <ShareRow key={share.source} share={share} center={center} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Behind = Pick<Contribution, 'entryIds' | 'unconverted'>;

function ShareRow({ share, center }: { readonly share: Contribution; readonly center: RecordOf<'center'> }) {
  const t = useTexts(planTexts);
  const format = useFormat();
  const language = useLanguage();
  const openRecords = useOpenRecords();
  const { source, currency, received, spent, cash, inKind, remaining, entryIds, unconverted } = share;
  const name = choiceTitle(budgetEntryFields.source, source, language);
  const money = (amount: Decimal, of = currency): string => `${of} ${format.amount(decimalToNumber(amount))}`;
  const sumOf = (amount: Decimal, behind: Behind, title: string) => (
    <>
      <NumberButton
        label={t('openSum', { name: title, count: behind.entryIds.length })}
        onClick={
          behind.entryIds.length === 0 ? undefined : () => openRecords('budgetEntry', behind.entryIds, title)
        }
      >
        {money(amount)}
      </NumberButton>
      {behind.unconverted.map((sum) => (
        <span key={sum.currency} className={tables.note}>
          <StateMark state="warn">{t('apart', { amount: money(sum.amount, sum.currency) })}</StateMark>
        </span>
      ))}
    </>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={tables.number}>
        <Agreed share={share} center={center} />
      </td>
      <td className={tables.number}>
        {received === null ? '–' : sumOf(received.amount, received, `${name}, ${t('received')}`)}
      </td>
      <td className={tables.number}>{sumOf(spent, { entryIds, unconverted }, name)}</td>
      <td className={tables.number}>{money(cash)}</td>
      <td className={tables.number}>{money(inKind)}</td>
      <td className={tables.number}>
        {remaining === null ? (
          t('open')
        ) : remaining < 0n ? (
          <StateMark state="bad">{t('over', { amount: money(-remaining) })}</StateMark>
        ) : (
          money(remaining)
        )}
      </td>
    </tr>
  );
}

/** An agreed sum, or why there is none: to be discussed is not zero. */
function Agreed({
  share: { source, state, limit, rate, unconverted },
  center,
}: {
  readonly share: Contribution;
  readonly center: RecordOf<'center'>;
}) {
  const t = useTexts(planTexts);
  const format = useFormat();
  if (limit !== null) {
    const sum = `${limit.currency} ${format.amount(limit.amount)}`;
    if (rate !== null || limit.currency === 'USD' || unconverted.length === 0) return sum;
    const field = source === 'korea' ? 'koreaBudgetRate' : 'partnerBudgetRate';
    return (
      <>
        {sum}
        <span className={tables.note}>
          <Link {...recordField('center', center.id, field)} className={classes.link}>
            {t('enterRate')}
          </Link>
        </span>
      </>
    );
  }
  if (state === 'toBeDiscussed') return <StateMark state="info">{t('toBeDiscussed')}</StateMark>;
  if (state === 'none') return t('noAgreement');
  return (
    <Link to={paths.record('center', center.id)} className={classes.link}>
      {t('enterBudget')}
    </Link>
  );
}
