import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { Bar, Timeline, TimelineYear } from '../../../shared/reports/stays.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import type { TitleOf } from '../../stores/useTitles.ts';
import classes from './People.module.css';
import { peopleTexts } from './peopleTexts.ts';
import { roleName, useStayPeriod } from './stayName.ts';

export interface StayTimelineProps {
  readonly timeline: Timeline;
  readonly titleOf: TitleOf;
  /** Where several centers stand together. */
  readonly namesCenter: boolean;
}

const nameWidth = 128;
// Pixels below which the number of a year would run into the next one.
const yearWidth = 48;
// A bar of a few letters and an ellipsis says less than none; its name is read out and shown when it is pointed at.
const leastShareWithText = 0.08;

/** A row for each person with a bar for each stay, under the years. */
export function StayTimeline({ timeline, titleOf, namesCenter }: StayTimelineProps) {
  const t = useTexts(peopleTexts);
  return (
    <>
      <ul className={classes.keys}>
        {(['assignment', 'exchange', 'ahead', 'today'] as const).map((kind) => (
          <li key={kind}>
            <span className={classes.swatch} data-kind={kind} aria-hidden="true" />
            {t(`${kind}Key`)}
          </li>
        ))}
        <li data-screen-only>{t('timelineHelp')}</li>
      </ul>
      <div className={classes.scroll} data-print-wide>
        <section
          aria-label={t('asTimeline')}
          className={classes.timeline}
          style={{ minWidth: `${nameWidth + timeline.years.length * yearWidth}px` }}
          onKeyDown={moveBetweenBars}
        >
          <div className={classes.timelineRow} aria-hidden="true">
            <div className={classes.name} />
            <div className={classes.track}>
              {timeline.years.map(({ year, from, share }) => (
                <span
                  key={year}
                  className={classes.year}
                  style={{ left: percent(from), width: percent(share) }}
                >
                  {year}
                </span>
              ))}
            </div>
          </div>
          {timeline.rows.map(({ person, bars }) => (
            <div key={person} className={classes.timelineRow} data-bars="">
              <div className={classes.name}>
                <Link to={paths.record('person', person)} className={classes.link}>
                  {titleOf('person', person)}
                </Link>
              </div>
              <div className={classes.track}>
                <Ground years={timeline.years} today={timeline.today} />
                {bars.map((bar) => (
                  <StayBar key={bar.stay.id} bar={bar} titleOf={titleOf} namesCenter={namesCenter} />
                ))}
              </div>
            </div>
          ))}
        </section>
      </div>
    </>
  );
}

function Ground({ years, today }: { readonly years: readonly TimelineYear[]; readonly today: number }) {
  return (
    <>
      {years.map(({ year, from }) => (
        <span key={year} className={classes.grid} style={{ left: percent(from) }} />
      ))}
      <span className={classes.today} style={{ left: percent(today) }} />
    </>
  );
}

function StayBar({
  bar: { stay, from, share, state, overlaps },
  titleOf,
  namesCenter,
}: { readonly bar: Bar } & Pick<StayTimelineProps, 'titleOf' | 'namesCenter'>) {
  const t = useTexts(peopleTexts);
  const language = useLanguage();
  const periodOf = useStayPeriod();
  const what = [
    roleName(stay, language),
    namesCenter && stay.centerId !== null ? titleOf('center', stay.centerId) : '',
    overlaps ? t('overlaps') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const name = t('barName', { person: titleOf('person', stay.person), what, period: periodOf(stay) });
  return (
    <Link
      to={paths.record(stay.kind, stay.id)}
      className={classes.bar}
      data-kind={stay.kind}
      data-state={state}
      data-overlaps={overlaps}
      style={{ left: percent(from), width: percent(share) }}
      aria-label={name}
      title={name}
    >
      {share < leastShareWithText ? '' : what}
    </Link>
  );
}

const percent = (share: number): string => `${share * 100}%`;

/** Left and right along a person's bars, up and down between people; Tab goes through all of them as well. */
function moveBetweenBars(event: KeyboardEvent<HTMLElement>): void {
  const steps: Readonly<Record<string, readonly [row: number, bar: number]>> = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  const step = steps[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll('[data-bars]')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('a[data-kind]'),
  ]);
  const target = event.target;
  const at = rows.findIndex((bars) => bars.includes(target));
  if (at < 0) return;
  const bars = rows[at + step[0]] ?? [];
  const index = (rows[at]?.indexOf(target) ?? 0) + step[1];
  const next = step[0] === 0 ? bars[index] : bars[Math.min(index, bars.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
