import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { addDays, type IsoDate, isIsoDate, yearOf } from '../../../shared/core/dates.ts';
import { parseDateText } from '../../../shared/core/parseDate.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useToday } from '../../stores/useToday.ts';
import { DateBox } from '../../ui/DateBox.tsx';
import type { ListFilter } from './listFilters.ts';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';

export interface PeriodPanelProps {
  readonly filter: ListFilter | null;
  readonly onChange: (filter: ListFilter | null) => void;
  readonly onClose: () => void;
}

/** A period from the usual ones, or between two days. */
export function PeriodPanel({ filter, onChange, onClose }: PeriodPanelProps) {
  const t = useTexts(recordsTexts);
  const today = useToday();
  const year = yearOf(today);
  const period = filter?.kind === 'period' ? filter : { from: null, to: null };
  const choose = (from: IsoDate, to: IsoDate) => () => {
    onChange({ kind: 'period', from, to });
    onClose();
  };
  const change = (from: IsoDate | null, to: IsoDate | null) =>
    onChange(from === null && to === null ? null : { kind: 'period', from, to });
  return (
    <div className={classes.panel}>
      <div className={classes.panelRow}>
        <Button variant="default" size="compact-sm" onClick={choose(`${year}-01-01`, `${year}-12-31`)}>
          {t('thisYear')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={choose(`${year - 1}-01-01`, `${year - 1}-12-31`)}
        >
          {t('lastYear')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={choose(addDays(today, -30), today)}>
          {t('last30')}
        </Button>
      </div>
      <DayField label={t('from')} date={period.from} onChange={(from) => change(from, period.to)} />
      <DayField label={t('to')} date={period.to} onChange={(to) => change(period.from, to)} />
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly date: IsoDate | null;
  readonly onChange: (date: IsoDate | null) => void;
}

function DayField({ label, date, onChange }: DayFieldProps) {
  const id = useId();
  const [text, setText] = useState(date ?? '');
  const parsed = parseDateText(text);
  return (
    <div className={classes.panelField}>
      <label htmlFor={id} className={classes.note}>
        {label}
      </label>
      <DateBox
        id={id}
        describedBy={undefined}
        invalid={text.trim() !== '' && !isIsoDate(parsed)}
        required={false}
        text={text}
        placeholder="YYYY-MM-DD"
        calendarLabel={label}
        onChange={(next) => {
          setText(next);
          const read = parseDateText(next);
          if (next.trim() === '') onChange(null);
          else if (isIsoDate(read)) onChange(read);
        }}
        onBlur={noBlur}
      />
    </div>
  );
}

const noBlur = (): void => undefined;
