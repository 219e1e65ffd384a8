import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Decimal, decimalToNumber } from '../../../shared/core/decimal.ts';
import { budgetEntryFields } from '../../../shared/records/budgetEntryFields.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { type Contribution, contributions } from '../../../shared/reports/contributions.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import { StateMark } from '../../ui/Notice.tsx';
import { NumberButton } from '../../ui/NumberButton.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import type { CenterSectionProps } from './PlanSection.tsx';

/** What each side agreed to give, what was spent of it, and what is left. */
export function BudgetSection({ records, centerId }: Omit<CenterSectionProps, 'today'>) {
  const t = useTexts(homeTexts);
  const shares = useMemo(() => contributions(records, centerId) ?? [], [records, centerId]);
  return (
    <Section
      title={t('budget')}
      aside={
        <Anchor component={Link} to={paths.settlement} size="sm">
          {t('toSettlement')}
        </Anchor>
      }
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('source')}</th>
            <th scope="col" data-number>
              {t('spent')}
            </th>
            <th scope="col" data-number>
              {t('left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <Share key={share.source} share={share} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Share({ share }: { readonly share: Contribution }) {
  const t = useTexts(homeTexts);
  const format = useFormat();
  const language = useLanguage();
  const openRecords = useOpenRecords();
  const { source, currency, spent, remaining, entryIds, unconverted } = share;
  const name = choiceTitle(budgetEntryFields.source, source, language);
  const money = (amount: Decimal): string => `${currency} ${format.amount(decimalToNumber(amount))}`;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-number>
        <NumberButton
          label={t('openSpent', { name, count: entryIds.length })}
          onClick={entryIds.length === 0 ? undefined : () => openRecords('budgetEntry', entryIds, name)}
        >
          {money(spent)}
        </NumberButton>
        {unconverted.length === 0 ? null : (
          <span className={classes.detail}> {t('othersApart', { count: unconverted.length })}</span>
        )}
      </td>
      <td data-number>
        <Left share={share} text={remaining === null ? '' : money(remaining < 0n ? -remaining : remaining)} />
      </td>
    </tr>
  );
}

function Left({
  share: { state, remaining },
  text,
}: {
  readonly share: Contribution;
  readonly text: string;
}) {
  const t = useTexts(homeTexts);
  if (remaining !== null)
    return remaining < 0n ? <StateMark state="bad">{t('over', { amount: text })}</StateMark> : text;
  if (state === 'toBeDiscussed') return <StateMark state="info">{t('toBeDiscussed')}</StateMark>;
  return <span className={classes.muted}>{t(state === 'none' ? 'noLimit' : 'notEntered')}</span>;
}
