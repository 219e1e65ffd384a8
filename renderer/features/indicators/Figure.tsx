import { groupBy } from '../../../shared/core/groupBy.ts';
import { definitionOf, type RecordType } from '../../../shared/records/registry.ts';
import type { Indicator, IndicatorValue, RecordRef } from '../../../shared/reports/indicators.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import tables from '../../ui/DataTable.module.css';
import { NumberButton } from '../../ui/NumberButton.tsx';
import { figureText } from './figureText.ts';
import { indicatorsTexts } from './indicatorsTexts.ts';

export interface FigureProps {
  readonly format: Indicator['format'];
  readonly value: IndicatorValue | null;
  /** What the number is of: indicator and column. */
  readonly name: string;
}

/** A number that opens the records it was computed from. */
export function Figure({ format: kind, value, name }: FigureProps) {
  const t = useTexts(indicatorsTexts);
  const format = useFormat();
  const openRecords = useOpenRecords();
  if (value === null || value.value === null) return '–';
  const shown = figureText(kind, value.value, format);
  const groups = byType(value.records);
  if (groups.length < 2) {
    const [[type, records] = [undefined, []]] = groups;
    return (
      <NumberButton
        label={t('open', { name, count: records.length })}
        onClick={
          type === undefined
            ? undefined
            : () =>
                openRecords(
                  type,
                  records.map(({ id }) => id),
                  name,
                )
        }
      >
        {shown}
      </NumberButton>
    );
  }
  return (
    <>
      {shown}
      {groups.map(([type, records]) => (
        <span key={type} className={tables.note}>
          <TypeButton type={type} records={records} name={name} />
        </span>
      ))}
    </>
  );
}

/** Records of several types stand in lists of their own, so each list has its button. */
function TypeButton({
  type,
  records,
  name,
}: {
  readonly type: RecordType;
  readonly records: readonly RecordRef[];
  readonly name: string;
}) {
  const t = useTexts(indicatorsTexts);
  const label = useLabel();
  const openRecords = useOpenRecords();
  const list = label(definitionOf(type).label.many);
  return (
    <NumberButton
      label={t('open', { name: `${name}, ${list}`, count: records.length })}
      onClick={() =>
        openRecords(
          type,
          records.map(({ id }) => id),
          name,
        )
      }
    >
      {list} {records.length}
    </NumberButton>
  );
}

/** Records by their type, since each type has a list of its own. */
export function byType(
  records: readonly RecordRef[],
): readonly (readonly [RecordType, readonly RecordRef[]])[] {
  return [...groupBy(records, ({ type }) => type)];
}
