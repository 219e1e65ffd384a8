import { Select } from '@mantine/core';
import { isRecordId, type RecordId } from '../../shared/core/ids.ts';
import { centerLabel } from '../../shared/records/center.ts';
import type { RecordOf } from '../../shared/records/recordsOf.ts';
import { useLanguage } from '../i18n/useTexts.ts';

export interface CenterFilterProps {
  readonly label: string;
  /** What stands for all centers together. */
  readonly allLabel: string;
  readonly centers: readonly RecordOf<'center'>[];
  /** Null for all. */
  readonly value: RecordId | null;
  readonly onChange: (id: RecordId | null) => void;
}

const all = 'all';

/** One center or all of them, at headquarters. */
export function CenterFilter({ label, allLabel, centers, value, onChange }: CenterFilterProps) {
  const language = useLanguage();
  return (
    <Select
      aria-label={label}
      data={[
        { value: all, label: allLabel },
        ...centers.map(({ id, values }) => ({ value: String(id), label: centerLabel(values, language) })),
      ]}
      value={value ?? all}
      allowDeselect={false}
      onChange={(id) => onChange(isRecordId(id) ? id : null)}
    />
  );
}
