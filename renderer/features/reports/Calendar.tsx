import { reportKind } from '../../../shared/records/reportFields.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import {
  type CalendarEntry,
  type CalendarState,
  calendarLabel,
} from '../../../shared/reports/periodic/reportCalendar.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { type NoticeState, StateMark } from '../../ui/Notice.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';

export const keyOf = ({ kind, from, to }: Pick<CalendarEntry, 'kind' | 'from' | 'to'>): string =>
  `${kind} ${from} ${to}`;

const markOf: Readonly<Record<CalendarState, NoticeState>> = {
  accepted: 'ok',
  submitted: 'ok',
  submittedLate: 'warn',
  returned: 'bad',
  late: 'bad',
  due: 'warn',
  ahead: 'info',
  unplanned: 'info',
};

/** Where a report stands, as a word with its colour. */
export function ReportState({ state, isLate }: Pick<CalendarEntry, 'state' | 'isLate'>) {
  const label = useLabel();
  const mark = isLate && state === 'accepted' ? 'warn' : markOf[state];
  return <StateMark state={mark}>{label(calendarLabel({ state, isLate }))}</StateMark>;
}

export interface CalendarProps {
  readonly entries: readonly CalendarEntry[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

/** The reports of a year by the day on which each is due. */
export function Calendar({ entries, chosen, onChoose }: CalendarProps) {
  const t = useTexts(reportsTexts);
  const language = useLanguage();
  const format = useFormat();
  return (
    <ul className={classes.calendar} aria-label={t('calendar')}>
      {entries.map((entry) => (
        <li key={keyOf(entry)}>
          <button
            type="button"
            className={classes.entry}
            aria-pressed={keyOf(entry) === chosen}
            onClick={() => onChoose(keyOf(entry))}
          >
            <span>{choiceTitle(reportKind, entry.kind, language)}</span>
            <ReportState {...entry} />
            <span className={classes.muted}>
              {format.date(entry.from)} – {format.date(entry.to)}
            </span>
            {entry.state === 'unplanned' ? null : (
              <span className={classes.muted}>{t('due', { date: format.date(entry.dueOn) })}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
