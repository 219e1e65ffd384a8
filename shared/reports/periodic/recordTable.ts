import { compareTexts } from '../../core/compareTexts.ts';
import { type IsoDate, isIsoDate } from '../../core/dates.ts';
import { isRecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import type { RecordOf } from '../../records/recordsOf.ts';
import { definitionOf, isRecordType, type RecordType } from '../../records/registry.ts';
import { codecOf } from '../../schema/codecByKind.ts';
import { attendanceCodec, attendanceTotal } from '../../schema/codecs/attendance.ts';
import { referredType } from '../../schema/codecs/references.ts';
import type { FieldSpec, FieldValue } from '../../schema/fieldSpec.ts';
import type { StoredRecord } from '../../sync/record.ts';
import type { ReportInput } from './reportContent.ts';
import type { ReportCell, ReportColumn, ReportTable } from './reportSections.ts';

type FieldColumn = readonly [field: string, weight: number];

interface ComputedColumn<Type extends RecordType> extends ReportColumn {
  cell(record: RecordOf<Type>): ReportCell;
}

interface RecordTableOptions<Type extends RecordType> {
  readonly key: string;
  readonly type: Type;
  readonly records: readonly RecordOf<Type>[];
  /** In their order: field keys with their share of the width, and what is computed of a record. */
  readonly columns: readonly (FieldColumn | ComputedColumn<Type>)[];
  /** The day by which a record stands in its place; default: the type's own. */
  dayOf?(record: RecordOf<Type>): IsoDate | undefined;
  /** Default: what the type calls its records. */
  readonly title?: Label;
}

/** Records as rows in the order of their day, then of their id; a consolidated report says of which center each is. */
export function recordTable<Type extends RecordType>(
  input: ReportInput,
  { key, type, records, columns, title, dayOf = ownDayOf(type) }: RecordTableOptions<Type>,
): ReportTable {
  const definition = definitionOf(type);
  const several = input.request.centerIds.length > 1;
  const fieldColumn = ([field, weight]: FieldColumn): readonly ComputedColumn<Type>[] => {
    const spec = definition.spec(field);
    if (spec === null) return [];
    const cell = (record: RecordOf<Type>) => fieldCell(input, spec, (record as StoredRecord).values[field]);
    return [{ label: spec.label, kind: columnKind(spec), weight, cell }];
  };
  const shown = [...(several ? [['center', 2] as const] : []), ...columns].flatMap((column) =>
    'cell' in column ? [column] : fieldColumn(column),
  );
  const sorted = [...records].sort(
    (a, b) => compareTexts(dayOf(a) ?? '', dayOf(b) ?? '') || compareTexts(a.id, b.id),
  );
  return {
    key,
    title: title ?? definition.label.many,
    columns: shown.map(({ label, kind, weight }): ReportColumn => ({ label, kind, weight })),
    rows: sorted.map((record) => ({
      record: { type, id: record.id },
      cells: shown.map(({ cell }) => cell(record)),
    })),
  };
}

/** By what a type itself calls the day of a record. */
function ownDayOf<Type extends RecordType>(type: Type): (record: RecordOf<Type>) => IsoDate | undefined {
  const { dateField } = definitionOf(type);
  return (record) => {
    const day = dateField === undefined ? undefined : (record as StoredRecord).values[dateField];
    return isIsoDate(day) ? day : undefined;
  };
}

/** A field's value as it stands in a report. */
export function fieldCell(
  input: Pick<ReportInput, 'nameOf'>,
  spec: FieldSpec,
  value: FieldValue | undefined,
): ReportCell {
  if (value === undefined) return null;
  const to = referredType(spec);
  if (to !== null) {
    const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
    const names = ids.filter(isRecordId).flatMap((id) => (isRecordType(to) ? [input.nameOf(to, id)] : []));
    return joinLabels(names);
  }
  switch (spec.kind) {
    case 'date':
      return typeof value === 'string' ? value : null;
    case 'number':
    case 'integer':
      return typeof value === 'number' ? value : null;
    case 'attendance': {
      const attendance = attendanceCodec.fromJson(value);
      return attendance === null ? null : attendanceTotal(attendance);
    }
    default: {
      const text = (language: 'en' | 'ko') =>
        codecOf(spec).toText(value, { language, references: noReferences });
      return { en: text('en'), ko: text('ko') };
    }
  }
}

export function joinLabels(labels: readonly Label[]): Label {
  return { en: labels.map(({ en }) => en).join(', '), ko: labels.map(({ ko }) => ko).join(', ') };
}

function columnKind(spec: FieldSpec): ReportColumn['kind'] {
  const { kind } = spec;
  if (kind === 'date') return 'date';
  if (kind === 'integer' && spec.year === true) return 'year';
  return kind === 'number' || kind === 'integer' || kind === 'attendance' ? 'number' : 'text';
}

const noReferences = { titleOf: () => null, find: () => [], labelOf: () => ({ en: '', ko: '' }) };
