import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import { definitionOf, type RecordType } from '../../records/registry.ts';
import { evidenceType } from '../../schema/codecs/references.ts';
import { budgetColumns } from './budgetTables.ts';
import type { Compared } from './corrections.ts';
import type { Difference } from './difference.ts';
import { isPersonal } from './recordDifferences.ts';
import { type FigureColumn, figureColumns } from './reportPaper.ts';
import type { ReportCell, ReportFigure, ReportRow, ReportTable } from './reportSections.ts';
import { sealedRecordIn } from './sealedRecords.ts';
import type { SealedReport } from './sealedReport.ts';
import { earlierAdviceMovedOn } from './wentOn.ts';

/** What differs in the figures, column by column. A figure that is no longer computed has nothing to compare with. */
export function figureDifferences(compared: Compared, now: SealedReport): readonly Difference[] {
  const { sealed, lacksOutside } = compared;
  const current = new Map(
    now.sections.flatMap(({ figures }) => figures.map((figure) => [figure.key, figure] as const)),
  );
  return sealed.sections.flatMap(({ title, figures }) =>
    figures.flatMap((before) => {
      const after = current.get(before.key);
      if (after === undefined) return [];
      return figureColumns(sealed.kind).flatMap(({ key, label }): readonly Difference[] => {
        if (after[key] === before[key]) return [];
        const origin = originOf(compared, key, before, after);
        // The years of a final report are its period.
        if (key === 'toDate' && lacksOutside && sealed.kind !== 'final') return [];
        return [
          {
            what: 'figure',
            how: 'changed',
            origin,
            record: null,
            title,
            field: key === 'value' ? before.label : joined(before.label, label),
            before: before[key],
            after: after[key],
            format: before.format,
          },
        ];
      });
    }),
  );
}

/** Advice is adopted in its own time: of what was given earlier in the year, a seal holds no state to compare with. */
function originOf(
  { set, sealed }: Compared,
  column: FigureColumn['key'],
  before: ReportFigure,
  after: ReportFigure,
): Difference['origin'] {
  if (column !== 'toDate' || !reachesBeyond(before, after)) return 'period';
  return before.key === 'adoptionRate' && earlierAdviceMovedOn(set, sealed) ? 'since' : 'outside';
}

/** Whether a figure of the year changed by something else than what changed in the period. */
function reachesBeyond(before: ReportFigure, after: ReportFigure): boolean {
  const by = (column: 'value' | 'toDate'): number => (after[column] ?? 0) - (before[column] ?? 0);
  return Math.abs(by('toDate') - by('value')) > 1e-6;
}

/** Columns of sums that reach beyond the period; in a set that holds the period alone they come to less. */
const isSumBeyond = (table: string, { en }: Label): boolean =>
  table === 'budgetBySource' && (en === budgetColumns.toDate.en || en === budgetColumns.sinceStart.en);
/** Columns that no record of the period decides. */
const isColumnOutside = (table: string, label: Label): boolean =>
  isSumBeyond(table, label) || (table === 'budgetBySource' && label.en === budgetColumns.agreed.en);

/**
 * What differs in the tables and is not said already by a difference of the record behind a row: sums, computed states,
 * and rows of records whose values were not sealed.
 */
export function tableDifferences(
  compared: Compared,
  now: SealedReport,
  ofRecords: readonly Difference[],
): readonly Difference[] {
  const current = new Map(
    now.sections.flatMap(({ tables }) => tables.map((table) => [table.key, table] as const)),
  );
  const named = new Set(ofRecords.flatMap(({ record }) => (record === null ? [] : [record.id])));
  const seen = seenIn(compared, now);
  return compared.sealed.sections
    .flatMap(({ tables }) => tables)
    .flatMap((before) => {
      const after = current.get(before.key);
      return after === undefined ? [] : differencesInTable(compared, { before, after, named, seen });
    });
}

interface Seen {
  /** Records whose values both sides hold: their fields are compared as such, not as they are written in a table. */
  readonly byValue: ReadonlySet<RecordId>;
  readonly inPeriod: ReadonlySet<RecordId>;
}

function seenIn({ sealed }: Compared, now: SealedReport): Seen {
  const idsOf = (side: SealedReport): readonly RecordId[] =>
    [...side.records, ...(side.others ?? [])].map(({ id }) => id);
  const there = new Set(idsOf(now));
  return {
    byValue: new Set(idsOf(sealed).filter((id) => there.has(id))),
    inPeriod: new Set([...sealed.records, ...now.records].map(({ id }) => id)),
  };
}

interface ComparedTables {
  readonly before: ReportTable;
  readonly after: ReportTable;
  /** Records of which a difference is told already. */
  readonly named: ReadonlySet<RecordId>;
  readonly seen: Seen;
}

function differencesInTable(compared: Compared, tables: ComparedTables): readonly Difference[] {
  const { before, after, named, seen } = tables;
  const rowsAfter = new Map(after.rows.map((row) => [keyOf(row), row]));
  const keysBefore = new Set(before.rows.map(keyOf));
  const mayBeElsewhere = ({ record }: ReportRow): boolean =>
    record !== null && !seen.inPeriod.has(record.id) && compared.lacksOutside;
  const whole = (how: 'added' | 'removed', row: ReportRow): readonly Difference[] => {
    const { record } = row;
    if (record !== null && (named.has(record.id) || isUntold(compared, record))) return [];
    if (how === 'removed' && mayBeElsewhere(row) && isUnknown(compared, row)) return [];
    return [rowDifference(compared, tables, row, { how, field: null, before: null, after: null })];
  };
  return [
    ...before.rows.flatMap((row) => {
      const current = rowsAfter.get(keyOf(row));
      return current === undefined ? whole('removed', row) : cellDifferences(compared, tables, row, current);
    }),
    ...after.rows.filter((row) => !keysBefore.has(keyOf(row))).flatMap((row) => whole('added', row)),
  ];
}

function cellDifferences(
  compared: Compared,
  tables: ComparedTables,
  row: ReportRow,
  current: ReportRow,
): readonly Difference[] {
  const { before, after, seen } = tables;
  // Columns of another version may stand elsewhere or be gone; by place where none was added or left out.
  const isSameShape = before.columns.length === after.columns.length;
  return before.columns.flatMap(({ label, kind }, place): readonly Difference[] => {
    const index = isSameShape ? place : after.columns.findIndex((column) => column.label.en === label.en);
    const [was = null, is = null] = [row.cells[place], current.cells[index]];
    if (index < 0 || isSameCell(was, is)) return [];
    if (row.record !== null && (isUntold(compared, row.record) || isSealedField(row.record, label, seen)))
      return [];
    if (compared.lacksOutside && isSumBeyond(before.key, label)) return [];
    const format = kind === 'number' && after.columns[index]?.kind === 'year' ? 'year' : undefined;
    const difference = { how: 'changed', field: label, before: was, after: is } as const;
    return [
      {
        ...rowDifference(compared, tables, row, difference),
        ...(isColumnOutside(before.key, label) ? { origin: 'outside' as const } : {}),
        ...(format === undefined ? {} : { format }),
      },
    ];
  });
}

type RecordReference = NonNullable<ReportRow['record']>;

function rowDifference(
  { set, names }: Compared,
  { before: table, seen }: ComparedTables,
  { record, cells }: ReportRow,
  difference: Pick<Difference, 'how' | 'field' | 'before' | 'after'>,
): Difference {
  const rowName = cells.find((cell): cell is Label => cell !== null && typeof cell === 'object');
  const known = record === null ? null : sealedRecordIn(set, names, record);
  const isInPeriod = record === null || seen.inPeriod.has(record.id);
  return {
    ...difference,
    what: record === null ? 'table' : 'record',
    origin: isInPeriod ? 'period' : 'outside',
    record,
    title:
      record === null
        ? joined(table.title, rowName ?? { en: '', ko: '' })
        : (known?.title ?? rowName ?? table.title),
  };
}

/** A row by its record; one that adds up several by what stands at its head. */
function keyOf({ record, cells, total }: ReportRow): string {
  if (record !== null) return record.id;
  const [head = null] = cells;
  return `${total === true ? 'total' : ''} ${head !== null && typeof head === 'object' ? head.en : head}`;
}

const isUnknown = ({ set }: Compared, { record }: ReportRow): boolean =>
  record !== null && set.find(record.type, record.id) === null;

/** Evidence that is personal by now, or may be and stayed behind: nothing of it is told. */
const isUntold = ({ set, mayLackPersonal }: Compared, record: RecordReference): boolean =>
  isPersonal(set, record) ||
  (record.type === evidenceType && mayLackPersonal && set.find(record.type, record.id) === null);

const isSealedField = ({ type, id }: RecordReference, { en }: Label, { byValue }: Seen): boolean =>
  byValue.has(id) && fieldLabels(type).has(en);

function fieldLabels(type: RecordType): ReadonlySet<string> {
  const definition = definitionOf(type);
  return new Set(definition.fieldKeys.flatMap((key) => definition.spec(key)?.label.en ?? []));
}

/** Names are told apart by a mark where others are called the same, which says nothing of the record itself. */
function isSameCell(one: ReportCell, other: ReportCell): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
    return one === other;
  const plain = (text: string): string => text.replace(/ ?#[0-9a-z]{6}(?=,|$)/gi, '');
  return plain(one.en) === plain(other.en) && plain(one.ko) === plain(other.ko);
}

const joined = (one: Label, other: Label): Label => ({
  en: [one.en, other.en].filter((part) => part !== '').join(' · '),
  ko: [one.ko, other.ko].filter((part) => part !== '').join(' · '),
});
