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

interface RecordTableOptions<Type extends RecordType> {
  readonly key: string;
  readonly type: Type;
  readonly records: readonly RecordOf<Type>[];
  /** Field keys in the order of columns, with their share of the width. */
  readonly columns: readonly (readonly [string, number])[];
  /** Default: what the type calls its records. */
  readonly title?: Label;
}

/** Records as rows in the order of their day, then of their id; a consolidated report says of which center each is. */
export function recordTable<Type extends RecordType>(
  input: ReportInput,
  { key, type, records, columns, title }: RecordTableOptions<Type>,
): ReportTable {
  const definition = definitionOf(type);
  const several = input.request.centerIds.length > 1;
  const fields = [...(several ? [['center', 2] as const] : []), ...columns].flatMap(([field, weight]) => {
    const spec = definition.spec(field);
    return spec === null ? [] : [{ field, weight, spec }];
  });
  const dayOf = ({ values }: { readonly values: Readonly<Record<string, unknown>> }): string => {
    const day = definition.dateField === undefined ? undefined : values[definition.dateField];
    return typeof day === 'string' ? day : '';
  };
  const sorted = [...records].sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id));
  return {
    key,
    title: title ?? definition.label.many,
    columns: fields.map(
      ({ spec, weight }): ReportColumn => ({ label: spec.label, kind: columnKind(spec), weight }),
    ),
    rows: sorted.map((record) => ({
      record: { type, id: record.id },
      cells: fields.map(({ field, spec }) => fieldCell(input, spec, (record as StoredRecord).values[field])),
    })),
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

function columnKind({ kind }: FieldSpec): ReportColumn['kind'] {
  if (kind === 'date') return 'date';
  return kind === 'number' || kind === 'integer' || kind === 'attendance' ? 'number' : 'text';
}

const noReferences = { titleOf: () => null, find: () => [], labelOf: () => ({ en: '', ko: '' }) };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
