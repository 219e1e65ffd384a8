import { Select } from '@mantine/core';
import { useTexts } from '../../i18n/useTexts.ts';
import { planTexts } from './planTexts.ts';

const parts = ['year', 'h1', 'h2', 'q1', 'q2', 'q3', 'q4'] as const;
export type PartOfYear = (typeof parts)[number];

export interface PeriodSelectProps {
  readonly value: PartOfYear;
  readonly onChange: (part: PartOfYear) => void;
}

/** The year as a whole, one of its halves or one of its quarters. */
export function PeriodSelect({ value, onChange }: PeriodSelectProps) {
  const t = useTexts(planTexts);
  return (
    <Select
      aria-label={t('period')}
      w={150}
      data={parts.map((part) => ({ value: part, label: t(part === 'year' ? 'wholeYear' : part) }))}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => {
        const part = parts.find((one) => one === chosen);
        if (part !== undefined) onChange(part);
      }}
    />
  );
}
