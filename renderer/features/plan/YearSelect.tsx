import { Select } from '@mantine/core';
import { useTexts } from '../../i18n/useTexts.ts';
import { planTexts } from './planTexts.ts';

export interface YearSelectProps {
  readonly years: readonly number[];
  readonly value: number;
  readonly onChange: (year: number) => void;
}

export function YearSelect({ years, value, onChange }: YearSelectProps) {
  const t = useTexts(planTexts);
  return (
    <Select
      aria-label={t('year')}
      w={110}
      data={years.map((year) => ({ value: String(year), label: t('yearName', { year }) }))}
      value={String(value)}
      allowDeselect={false}
      onChange={(year) => {
        if (year !== null) onChange(Number(year));
      }}
    />
  );
}
