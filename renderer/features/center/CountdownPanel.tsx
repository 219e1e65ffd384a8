import { Progress } from '@mantine/core';
import type { IsoDate } from '../../../shared/core/dates.ts';
import { agreedPeriodOf } from '../../../shared/records/operatingPeriod.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Center.module.css';
import { type Countdown, countdownOf } from './centerLife.ts';
import { centerTexts } from './centerTexts.ts';

/** How much of the operating period is left. */
export function CountdownPanel({
  center,
  milestones,
  today,
}: {
  readonly center: RecordOf<'center'>;
  readonly milestones: readonly RecordOf<'milestone'>[];
  readonly today: IsoDate;
}) {
  const t = useTexts(centerTexts);
  const format = useFormat();
  const countdown = countdownOf(center, milestones, today);
  if (countdown.kind === 'unknown') {
    return (
      <div className={classes.unknownPeriod}>
        <Notice state="info">{t('noPeriod')}</Notice>
      </div>
    );
  }
  const { headline, detail } = wordsOf(countdown, t, format);
  const details = [detail, otherEnd(countdown, center, t, format)].filter((part) => part !== '');
  const percent = countdown.kind === 'running' ? Math.round(countdown.share * 100) : null;
  return (
    <section className={classes.countdown} aria-label={t('countdown')}>
      <p className={classes.headline}>{headline}</p>
      {details.length === 0 ? null : <p className={classes.muted}>{details.join(' · ')}</p>}
      {percent === null ? null : (
        <>
          <Progress value={percent} aria-label={t('gone', { percent })} className={classes.progress} />
          <p className={classes.muted}>{t('gone', { percent })}</p>
        </>
      )}
    </section>
  );
}

type Texts = ReturnType<typeof useTexts<typeof centerTexts.entries>>;
type Format = ReturnType<typeof useFormat>;

/** The end that was agreed where the center closed before it, else the first one where it was extended; '' without. */
function otherEnd(countdown: Countdown, center: RecordOf<'center'>, t: Texts, format: Format): string {
  const { end: agreed } = agreedPeriodOf(center.values);
  const last = countdown.kind === 'closed' ? countdown.on : 'end' in countdown ? countdown.end : null;
  if (agreed !== null && last !== null && last < agreed) return t('agreedEnd', { date: format.date(agreed) });
  const { operationEnd, extendedUntil } = center.values;
  const isExtended =
    operationEnd !== undefined && extendedUntil !== undefined && extendedUntil > operationEnd;
  return isExtended && countdown.kind !== 'closed' ? t('firstEnd', { date: format.date(operationEnd) }) : '';
}

function wordsOf(
  countdown: Exclude<Countdown, { kind: 'unknown' }>,
  t: Texts,
  format: Format,
): { readonly headline: string; readonly detail: string } {
  switch (countdown.kind) {
    case 'running':
      return {
        headline: t('daysLeft', { count: countdown.daysLeft }),
        detail: t('until', { date: format.date(countdown.end) }),
      };
    case 'planned': {
      const details = [
        t('plannedUntil', { date: format.date(countdown.end) }),
        ...(countdown.closing.sample ? [t('sample')] : []),
        t('periodOpen'),
      ];
      return {
        headline: t('daysLeft', { count: countdown.daysLeft }),
        detail: details.join(' · '),
      };
    }
    case 'notStarted':
      return {
        headline: t('startsIn', { count: countdown.days }),
        detail: t('startsOn', { date: format.date(countdown.start) }),
      };
    case 'closed':
      return {
        headline: t('ended'),
        detail: countdown.on === null ? '' : t('closedOn', { date: format.date(countdown.on) }),
      };
    case 'ended':
      return { headline: t('ended'), detail: t('endedOn', { date: format.date(countdown.end) }) };
  }
}
