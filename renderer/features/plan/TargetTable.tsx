import { Link } from '@tanstack/react-router';
import { type Decimal, decimalToNumber } from '../../../shared/core/decimal.ts';
import { periodLabel } from '../../../shared/reports/period.ts';
import {
  type AchievementState,
  achievementLabels,
  type PlanTotal,
  planTotals,
  type TargetAchievement,
  type TargetSpending,
} from '../../../shared/reports/planAchievement.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import tables from '../../ui/DataTable.module.css';
import { type NoticeState, StateMark } from '../../ui/Notice.tsx';
import { NumberButton } from '../../ui/NumberButton.tsx';
import classes from './Plan.module.css';
import { planTexts } from './planTexts.ts';

const markByState: Readonly<Record<AchievementState, NoticeState>> = {
  notBegun: 'info',
  reached: 'ok',
  onTrack: 'ok',
  behind: 'warn',
  missed: 'bad',
  notCounted: 'info',
};

/** Targets against what was done, and what they cost; every actual number opens its records. */
export function TargetTable({
  targets,
  elsewhere,
  isApproved,
}: {
  readonly targets: readonly TargetAchievement[];
  /** Charged to targets of other versions in whose place none of these stands. */
  readonly elsewhere: TargetSpending | null;
  /** Nothing is charged to a draft, nor to what was replaced. */
  readonly isApproved: boolean;
}) {
  const t = useTexts(planTexts);
  const totals = planTotals(targets, elsewhere);
  return (
    <div className={tables.box}>
      <table className={tables.table}>
        <caption>
          {t('targetCaption')} <span data-screen-only>{t('targetOpens')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            <th scope="col">{t('period')}</th>
            <th scope="col" className={tables.number}>
              {t('target')}
            </th>
            <th scope="col" className={tables.number}>
              {t('actual')}
            </th>
            <th scope="col">{t('achieved')}</th>
            <th scope="col" className={tables.number}>
              {t('budget')}
            </th>
            <th scope="col" className={tables.number}>
              {t('spent')}
            </th>
            <th scope="col" className={tables.number}>
              {t('left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <TargetRow key={target.line.id} target={target} />
          ))}
          {elsewhere === null ? null : (
            <tr>
              <th scope="row" className={tables.name} colSpan={5}>
                {t('elsewhere')}
                {isApproved ? (
                  <span className={tables.note}>
                    <StateMark state="warn">{t('elsewhereNote')}</StateMark>
                  </span>
                ) : null}
              </th>
              <Spending spending={elsewhere} name={t('elsewhere')} hasBudget={false} />
            </tr>
          )}
        </tbody>
        {totals.length === 0 ? null : (
          <tfoot>
            {totals.map((total) => (
              <TotalRow key={total.currency} total={total} />
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}

function TotalRow({ total: { currency, budget, spent, remaining } }: { readonly total: PlanTotal }) {
  const t = useTexts(planTexts);
  const money = useMoney(currency);
  return (
    <tr>
      <th scope="row" colSpan={5}>
        {t('total')}
      </th>
      <td className={tables.number}>{money(budget)}</td>
      <td className={tables.number}>{money(spent)}</td>
      <td className={tables.number}>
        <Left remaining={remaining} currency={currency} />
      </td>
    </tr>
  );
}

function Left({ remaining, currency }: Pick<TargetSpending, 'remaining' | 'currency'>) {
  const t = useTexts(planTexts);
  const money = useMoney(currency);
  return remaining < 0n ? (
    <StateMark state="bad">{t('over', { amount: money(-remaining) })}</StateMark>
  ) : (
    money(remaining)
  );
}

function useMoney(currency: string): (amount: Decimal) => string {
  const format = useFormat();
  return (amount) => `${currency} ${format.amount(decimalToNumber(amount))}`;
}

function TargetRow({
  target: { line, indicator, period, target, actual, records, share, state, spending },
}: {
  readonly target: TargetAchievement;
}) {
  const t = useTexts(planTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const openRecords = useOpenRecords();
  const name = indicator === null ? t('unknownIndicator') : label(indicator.label);
  const unit =
    indicator?.format === 'percent' ? '%' : indicator?.unit == null ? '' : ` ${label(indicator.unit)}`;
  const time = periodLabel(period, language);
  const [first] = records;
  const number = (value: number): string => `${format.number(Math.round(value * 100) / 100)}${unit}`;
  return (
    <tr>
      <th scope="row" className={tables.name}>
        <Link to={paths.record('planLine', line.id)} className={classes.link}>
          {name}
        </Link>
        {line.values.code === undefined ? null : <span className={tables.note}>{line.values.code}</span>}
      </th>
      <td className={classes.period}>{time}</td>
      <td className={tables.number}>{target === null ? '–' : number(target)}</td>
      <td className={tables.number}>
        <NumberButton
          label={t('openActual', { indicator: name, period: time, count: records.length })}
          onClick={
            first === undefined
              ? undefined
              : () =>
                  openRecords(
                    first.type,
                    records.map(({ id }) => id),
                    `${name}, ${time}`,
                  )
          }
        >
          {actual === null ? '–' : number(actual)}
        </NumberButton>
      </td>
      <td>
        <Achieved share={share} state={state} />
      </td>
      {spending === null ? (
        <>
          <td className={tables.number}>–</td>
          <td className={tables.number}>–</td>
          <td className={tables.number}>–</td>
        </>
      ) : (
        <Spending
          spending={spending}
          name={`${name}, ${time}`}
          hasBudget={line.values.budget !== undefined}
        />
      )}
    </tr>
  );
}

function Achieved({ share, state }: Pick<TargetAchievement, 'share' | 'state'>) {
  const label = useLabel();
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <span className={classes.achieved}>
      {percent === null ? null : (
        <>
          <span className={classes.percent}>{percent}%</span>
          <svg className={classes.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect className={classes.barGround} width="100" height="8" />
            <rect
              className={classes.barFill}
              data-state={markByState[state]}
              width={Math.min(100, percent)}
              height="8"
            />
          </svg>
        </>
      )}
      <StateMark state={markByState[state]}>{label(achievementLabels[state])}</StateMark>
    </span>
  );
}

function Spending({
  spending: { currency, budget, spent, remaining, entryIds, uncounted },
  name,
  hasBudget,
}: {
  readonly spending: TargetSpending;
  readonly name: string;
  readonly hasBudget: boolean;
}) {
  const t = useTexts(planTexts);
  const openRecords = useOpenRecords();
  const money = useMoney(currency);
  return (
    <>
      <td className={tables.number}>{hasBudget ? money(budget) : '–'}</td>
      <td className={tables.number}>
        <NumberButton
          label={t('openSpent', { name, count: entryIds.length })}
          onClick={entryIds.length === 0 ? undefined : () => openRecords('budgetEntry', entryIds, name)}
        >
          {money(spent)}
        </NumberButton>
        {uncounted === 0 ? null : (
          <span className={tables.note}>
            <StateMark state="warn">{t('uncounted', { count: uncounted })}</StateMark>
          </span>
        )}
      </td>
      <td className={tables.number}>
        {hasBudget ? <Left remaining={remaining} currency={currency} /> : '–'}
      </td>
    </>
  );
}
