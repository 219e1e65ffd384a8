import { dateInZone, type IsoDate, isIsoDate } from '../core/dates.ts';
import type { DeviceId, RecordId } from '../core/ids.ts';
import type { Label, Language } from '../core/language.ts';
import { utcToLocal } from '../core/timeZones.ts';
import { withoutPersonalRecords } from '../records/personalRecords.ts';
import { type RecordSet, referenceBookOf } from '../records/recordSet.ts';
import { definitionOf, recordDefinitions } from '../records/registry.ts';
import type { CellContext } from '../schema/codec.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { Stamp } from '../sync/stamp.ts';
import { type CoverFacts, type CoverLine, coverSheet } from './coverSheet.ts';
import { dictionarySheet } from './dictionarySheet.ts';
import { type ExportScope, type Selection, selectRecords } from './exportSelection.ts';
import type { TableSheet, WorkbookDocument } from './grid.ts';
import { historySheet } from './historySheet.ts';
import { indicatorSheet } from './indicatorSheet.ts';
import { listsSheet } from './listsSheet.ts';
import { type RecordSheet, recordSheet } from './recordSheet.ts';
import { sealCorrectionSheet } from './sealCorrectionSheet.ts';
import { type StateHeader, stateSheetName, stateToRows } from './state.ts';

export interface ExportOptions {
  readonly language: Language;
  readonly scope: ExportScope;
  /** Null exports all centers. */
  readonly centerId: RecordId | null;
  /** Leaves personal fields out, and evidence that names or shows people. */
  readonly redact: boolean;
  /** An empty form: centers for the drop-downs, no records of the log. */
  readonly template: boolean;
  /** New for every export; names the workbook for good. */
  readonly workbookId: string;
  readonly device: DeviceId;
  readonly exportStamp: Stamp;
  readonly seen: Readonly<Record<string, Stamp>>;
  /** Name of the person who exports. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** IANA zone for the date on the cover. */
  readonly timeZone: string;
  readonly password?: string;
}

/** How many records of each type an export would hold, for the screen before it. */
export function countExport(
  set: RecordSet,
  { scope, centerId }: Pick<ExportOptions, 'scope' | 'centerId'>,
): ReadonlyMap<string, number> {
  const { live } = selectRecords(set, scope, centerId);
  return new Map([...live].map(([type, records]) => [type, records.length]));
}

/**
 * The report workbook: cover, history, a sheet for each record type of which there are records, data dictionary, and
 * the very hidden state. A template has a sheet for every type.
 */
export function exportDocument(set: RecordSet, options: ExportOptions): WorkbookDocument {
  const { language, redact } = options;
  const told = redact ? withoutPersonalRecords(set) : set;
  const selection = options.template
    ? templateSelection(told, options.centerId)
    : selectRecords(told, options.scope, options.centerId);
  const context: CellContext = { language, references: referenceBookOf(told, language) };
  // Of a type without records only its deletions travel; who wants to fill in an empty sheet takes the template.
  const shown = recordDefinitions.filter(
    ({ type, forPrograms = false }) =>
      (options.template && !forPrograms) || (selection.live.get(type)?.length ?? 0) > 0,
  );
  const forPeople = shown.filter(({ forPrograms = false }) => !forPrograms);
  const lists = listsSheet(selection, shown, context);
  const parts = recordDefinitions.map((definition) =>
    recordSheet(
      definition,
      selection.live.get(definition.type) ?? [],
      selection.deleted.get(definition.type) ?? [],
      { context, redact, nameRange: lists.nameRange },
    ),
  );
  const sheets = parts.filter(({ sheet }) => shown.some(({ type }) => type === sheet.type));
  const sample = [...selection.live.values()].some((records) => records.some((record) => record.sample));
  const history = historySheet(set, options.centerId, dateInZone(options.at, options.timeZone), language);
  const indicators = indicatorSheet(set, options);
  const corrections = options.template ? null : sealCorrectionSheet(told, options.centerId, language);
  const summaries = [
    ...(options.template ? [] : [history, indicators]),
    ...(corrections === null ? [] : [corrections]),
  ];
  const dictionary = dictionarySheet(forPeople, language, redact);
  const lines = [
    ...summaries.map(({ name }) => plainLine(name)),
    ...sheets
      .filter(({ sheet }) => forPeople.some(({ type }) => type === sheet.type))
      .map(({ table, sheet }) => recordLine(table, selection.live.get(sheet.type) ?? [])),
    plainLine(dictionary.name),
  ];
  const facts = coverFacts(options, context, lines, sample);
  const state = { header: stateHeader(options, sheets, sample), rows: parts.flatMap(({ rows }) => rows) };
  return {
    title: facts.title,
    author: authorOf(options),
    language,
    createdAt: options.at,
    sheets: [
      coverSheet(facts, language),
      ...summaries,
      ...sheets.map(({ table }) => table),
      dictionary,
      lists.sheet,
      { kind: 'data', name: stateSheetName, visibility: 'veryHidden', rows: stateToRows(state) },
    ],
    ...(options.password === undefined ? {} : { password: options.password }),
  };
}

const titles = {
  report: { en: 'Activity report', ko: '활동 보고서' },
  consolidated: { en: 'Consolidated report of all centers', ko: '전체 센터 통합 보고서' },
  template: { en: 'Entry form', ko: '입력 서식' },
  allCenters: { en: 'All centers', ko: '전체 센터' },
  allTime: { en: 'All records', ko: '전체 기간' },
} as const satisfies Readonly<Record<string, Label>>;

/** Nobody is to choose an invented center in a form that is sent out, unless the form is for that one. */
function templateSelection(set: RecordSet, centerId: RecordId | null): Selection {
  const centers = set
    .all('center')
    .filter(({ id, sample }) => !sample || id === centerId)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { live: new Map([['center', centers]]), deleted: new Map() };
}

function coverFacts(
  options: ExportOptions,
  { language, references }: CellContext,
  sheets: readonly CoverLine[],
  sample: boolean,
): CoverFacts {
  const { centerId, scope, template } = options;
  const title = template ? titles.template : centerId === null ? titles.consolidated : titles.report;
  const center = centerId === null ? null : references.titleOf('center', centerId);
  const local = utcToLocal(new Date(options.at).toISOString(), options.timeZone);
  return {
    title: title[language],
    center: center ?? titles.allCenters[language],
    period: scope.kind === 'all' ? titles.allTime[language] : `${scope.from} – ${scope.to}`,
    preparedBy: authorOf(options),
    preparedAt: local === null ? '' : `${local.date} ${local.time.slice(0, 5)} (${options.timeZone})`,
    sample,
    redacted: options.redact,
    template,
    sheets,
  };
}

const plainLine = (name: string): CoverLine => ({ name, records: null, days: '' });

function recordLine({ name, rows }: TableSheet, records: readonly StoredRecord[]): CoverLine {
  const days = records
    .map(({ type, values }) => {
      const { dateField } = definitionOf(type);
      return dateField === undefined ? undefined : values[dateField];
    })
    .filter(isIsoDate)
    .sort();
  const [first] = days;
  const last = days.at(-1);
  const range = first === last ? (first ?? '') : `${first} – ${last}`;
  return { name, records: rows.length, days: range };
}

/** Who exports is named nowhere in a workbook without personal data: not on the cover, not in its properties. */
const authorOf = ({ redact, by }: ExportOptions): string => (redact ? '' : by);

function stateHeader(options: ExportOptions, sheets: readonly RecordSheet[], sample: boolean): StateHeader {
  const { scope } = options;
  const partial = scope.kind === 'period' || options.redact || options.template || options.centerId !== null;
  return {
    workbookId: options.workbookId,
    device: options.device,
    exportStamp: options.exportStamp,
    by: authorOf(options),
    at: options.at,
    language: options.language,
    scope: {
      kind: scope.kind,
      centerId: options.centerId,
      from: dayOf(scope, 'from'),
      to: dayOf(scope, 'to'),
    },
    redacted: options.redact,
    template: options.template,
    sample,
    // A partial export must not claim that its reader has seen more than it holds.
    seen: partial ? {} : options.seen,
    versions: Object.fromEntries(recordDefinitions.map(({ type }) => [type, definitionOf(type).version])),
    sheets: sheets.map(({ sheet }) => sheet),
  };
}

function dayOf(scope: ExportScope, end: 'from' | 'to'): IsoDate | null {
  return scope.kind === 'period' ? scope[end] : null;
}
