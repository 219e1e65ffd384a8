import { Select } from '@mantine/core';
import { isRecordId, type RecordId } from '../../shared/core/ids.ts';
import { centerLabel } from '../../shared/records/center.ts';
import type { RecordOf } from '../../shared/records/recordsOf.ts';
import { useLanguage } from '../i18n/useTexts.ts';

export interface CenterSelectProps {
  readonly label: string;
  readonly centers: readonly RecordOf<'center'>[];
  readonly value: RecordId;
  readonly onChange: (id: RecordId) => void;
}

/** Which center a page shows, at headquarters. */
export function CenterSelect({ label, centers, value, onChange }: CenterSelectProps) {
  const language = useLanguage();
  return (
    <Select
      aria-label={label}
      data={centers.map(({ id, values }) => ({ value: String(id), label: centerLabel(values, language) }))}
      value={value}
      allowDeselect={false}
      onChange={(id) => {
        if (isRecordId(id)) onChange(id);
      }}
    />
  );
}
