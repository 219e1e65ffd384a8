import { type RecordId, workbookDeviceId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { lookupOf, type RecordSet, recordSetOf, referenceBookOf } from '../records/recordSet.ts';
import { findDefinition, recordDefinitions } from '../records/registry.ts';
import type { CellContext, ReferenceBook } from '../schema/codec.ts';
import type { Change } from '../sync/changeSet.ts';
import { replacedSet } from '../sync/overlay.ts';
import type { StoredRecord } from '../sync/record.ts';
import { formatStamp, parseStamp, type Stamp, stampAfter } from '../sync/stamp.ts';
import { type DecodeOptions, decodeRow } from './decodeRow.ts';
import { references } from './exportSelection.ts';
import { findTwins, type Twin } from './foreign/twins.ts';
import type { ImportSource, PlanNote, PlannedRow, RowProblem } from './importPlan.ts';
import { deletedPaths, type IncomingPath } from './incomingPaths.ts';
import type { IncomingRow, IncomingSheet, IncomingWorkbook } from './incomingRows.ts';
import { type JoinedRow, joinRow } from './joinRow.ts';
import { importKey, type PlanContext } from './planContext.ts';
import { idProblem, missingReference, ruleProblems, twinWarning } from './rowProblems.ts';

export interface RowPlan {
  readonly row: PlannedRow;
  readonly changes: readonly Change[];
}

export interface Candidate {
  readonly sheet: IncomingSheet;
  readonly row: IncomingRow;
  readonly existing: StoredRecord | null;
  readonly joined: JoinedRow;
  readonly problems: RowProblem[];
  /** Fields with a cell that could not be read. */
  readonly badFields: ReadonlySet<string>;
}

/** Plans the rows of one file. A class only to keep what all rows share: names, lookups, stamps. */
export class RowPlanner {
  readonly source: ImportSource;
  readonly #editStamp: Stamp;
  readonly #cells: CellContext;
  readonly #reader: CellContext;
  #blankedCells = 0;

  constructor(
    name: string,
    private readonly incoming: IncomingWorkbook,
    private readonly context: PlanContext,
  ) {
    const { state, contentHash } = incoming;
    this.source = sourceOf(name, incoming, context.language);
    const device = workbookDeviceId(contentHash);
    this.#editStamp =
      state === null
        ? formatStamp({ wall: 0, counter: 1, device })
        : stampAfter(state.header.exportStamp, device);
    const named = this.#namedRecords();
    const language = state?.header.language ?? context.language;
    const exported = referenceBookOf(this.#exportedRecords(), language);
    this.#cells = { language, references: preferredBook(exported, referenceBookOf(named, language)) };
    this.#reader = { language: context.language, references: referenceBookOf(named, context.language) };
  }

  plan(): readonly RowPlan[] {
    const firstRows = new Map<RecordId, number>();
    const candidates = this.incoming.sheets.flatMap((sheet) =>
      sheet.rows.map((row) => this.#candidate(sheet, row, firstRows)),
    );
    this.#rejectDangling(candidates);
    this.#validate(candidates);
    const twins = this.#findTwins(candidates);
    return [
      ...candidates.map((candidate) => withTwin(this.#planned(candidate), twins.get(candidate.row.id))),
      ...this.#deletions(),
    ];
  }

  /** Only somebody's own table says things over again; a workbook of Fieldbook's own knows its records by id. */
  #findTwins(candidates: readonly Candidate[]): ReadonlyMap<RecordId, Twin> {
    const fresh = candidates.flatMap(({ sheet, row, existing, joined, problems }) =>
      row.foreign === undefined ||
      !row.isNew ||
      existing !== null ||
      joined.result === null ||
      problems.some(({ level }) => level === 'error')
        ? []
        : [{ definition: sheet.definition, row: row.row, record: joined.result }],
    );
    return fresh.length === 0 ? noTwins : findTwins(fresh, this.context.records, this.#reader);
  }

  notes(): readonly PlanNote[] {
    const notes: PlanNote[] = [];
    const { state } = this.incoming;
    if (this.source.sample) notes.push({ code: 'SAMPLE_DATA', params: {} });
    if (this.context.imported.has(importKey(this.source)))
      notes.push({ code: 'ALREADY_IMPORTED', params: {} });
    if (this.context.takenBack?.has(importKey(this.source)) === true) {
      notes.push({ code: 'IMPORT_TAKEN_BACK', params: {} });
    }
    if (this.#blankedCells > 0) notes.push({ code: 'BLANKED_CELLS', params: { count: this.#blankedCells } });
    const ahead = state === null ? 0 : parseStamp(state.header.exportStamp).wall - this.context.now;
    if (ahead > msPerDay) notes.push({ code: 'CLOCK_AHEAD', params: { days: Math.round(ahead / msPerDay) } });
    return notes;
  }

  /**
   * The records as the workbook has them, whatever was changed here since: a cell was written by somebody who saw those
   * names, and the name that a person bore then may be another's now.
   */
  #exportedRecords(): RecordSet {
    const sets = new Map<string, RecordSet>();
    const setOf = (type: string): RecordSet => {
      let set = sets.get(type);
      if (set === undefined) {
        set = recordSetOf(this.#provisionalRecords(type, () => null).values());
        sets.set(type, set);
      }
      return set;
    };
    return {
      all: (type) => setOf(type).all(type),
      deleted: (type) => setOf(type).deleted(type),
      find: (type, id) => setOf(type).find(type, id),
    };
  }

  /**
   * The records as they would be with every row's, for their names: rows that bring new names must be known before
   * other rows can refer to them. Rows are read when somebody asks for names of their type; few types have names
   * that others refer to. References of these rows are left out, so a name made of references is found only in the
   * second reading; no record type has such a name and is referred to by people at once.
   */
  #namedRecords(): RecordSet {
    const { records } = this.context;
    const sets = new Map<string, RecordSet>();
    const setOf = (type: string): RecordSet => {
      let set = sets.get(type);
      if (set === undefined) {
        set = replacedSet(
          records,
          this.#provisionalRecords(type, (id) => records.find(type, id)),
        );
        sets.set(type, set);
      }
      return set;
    };
    return {
      all: (type) => setOf(type).all(type),
      deleted: (type) => setOf(type).deleted(type),
      find: (type, id) => setOf(type).find(type, id),
    };
  }

  #provisionalRecords(
    type: string,
    find: (id: RecordId) => StoredRecord | null,
  ): ReadonlyMap<RecordId, StoredRecord> {
    const none = { titleOf: () => null, find: () => [], labelOf: () => ({ en: '', ko: '' }) };
    const language = this.incoming.state?.header.language ?? this.context.language;
    const options: DecodeOptions = {
      context: { language, references: none },
      editStamp: this.#editStamp,
      blankClears: false,
    };
    const records = new Map<RecordId, StoredRecord>();
    for (const sheet of this.incoming.sheets.filter(({ definition }) => definition.type === type)) {
      for (const row of sheet.rows) {
        const existing = find(row.id);
        if (existing !== null && row.edited.size === 0) continue;
        const { paths } = decodeRow(sheet, row, existing, options);
        const target = { definition: sheet.definition, id: row.id, existing, unstamped: false };
        const { result } = joinRow(target, paths, options.context);
        if (result !== null) records.set(row.id, result);
      }
    }
    return records;
  }

  #candidate(sheet: IncomingSheet, row: IncomingRow, firstRows: Map<RecordId, number>): Candidate {
    const existing = this.context.records.find(sheet.definition.type, row.id);
    const unstamped = row.state === null && !row.isNew;
    const decoded = decodeRow(sheet, row, existing, {
      context: this.#cells,
      editStamp: unstamped ? this.context.importStamp : this.#editStamp,
      blankClears: this.context.blankClears,
    });
    if (decoded.blanked) this.#blankedCells += 1;
    const problems: RowProblem[] = [...decoded.problems];
    if (row.badId !== null) problems.push(idProblem(sheet, 'BAD_ID', row.badId, {}));
    else if (existing === null && !row.isNew && this.#isOfAnotherType(sheet, row.id)) {
      problems.push(idProblem(sheet, 'BAD_ID', row.id, {}));
    }
    const first = firstRows.get(row.id);
    if (first !== undefined) problems.push(idProblem(sheet, 'DUPLICATE_ID', row.id, { row: first }));
    else firstRows.set(row.id, row.row);
    const paths = this.#withCenter(sheet, row, existing, decoded.paths);
    const target = { definition: sheet.definition, id: row.id, existing, unstamped };
    const joined = joinRow(target, paths, this.#reader);
    return { sheet, row, existing, problems, badFields: decoded.badFields, joined };
  }

  /** An id that was copied from another sheet must not give two records one name. */
  #isOfAnotherType({ definition }: IncomingSheet, id: RecordId): boolean {
    return recordDefinitions.some(
      ({ type }) => type !== definition.type && this.context.records.find(type, id) !== null,
    );
  }

  /**
   * A new row that does not name its center belongs to the one that its workbook was made for, whoever imports it;
   * in any other workbook to the importer's own, which is the importer's statement and not the workbook's.
   */
  #withCenter(
    sheet: IncomingSheet,
    row: IncomingRow,
    existing: StoredRecord | null,
    paths: readonly IncomingPath[],
  ): readonly IncomingPath[] {
    const needed = sheet.definition.scope === 'center' && row.isNew && existing === null;
    if (!needed || paths.some(({ path }) => path === 'center')) return paths;
    const { defaultCenterId, importStamp } = this.context;
    const ofWorkbook = this.incoming.state?.header.scope.centerId ?? null;
    const [value, stamp] =
      ofWorkbook === null ? [defaultCenterId, importStamp] : [ofWorkbook, this.#editStamp];
    return value === null ? paths : [...paths, { path: 'center', value, stamp, knows: [], edited: true }];
  }

  /** A row cannot refer to a row that is itself rejected; rejecting one can reject others in turn. */
  #rejectDangling(candidates: readonly Candidate[]): void {
    const isRejected = ({ problems }: Candidate): boolean => problems.some(({ level }) => level === 'error');
    const rejected = new Set(
      candidates.filter((one) => isRejected(one) && one.existing === null).map(({ row }) => row.id),
    );
    for (let before = -1; before !== rejected.size; ) {
      before = rejected.size;
      for (const candidate of candidates) {
        const { joined, row, sheet, problems, existing } = candidate;
        if (isRejected(candidate) || joined.result === null || row.edited.size === 0) continue;
        const missing = references(joined.result).find(([, id]) => rejected.has(id));
        if (missing === undefined) continue;
        problems.push(missingReference(sheet, missing, this.#reader));
        if (existing === null) rejected.add(row.id);
      }
    }
  }

  #validate(candidates: readonly Candidate[]): void {
    const results = new Map<RecordId, StoredRecord>();
    for (const { joined, problems } of candidates) {
      if (joined.result !== null && !problems.some(({ level }) => level === 'error')) {
        results.set(joined.result.id, joined.result);
      }
    }
    const lookup = lookupOf(replacedSet(this.context.records, results), this.context.today);
    for (const candidate of candidates) {
      if (candidate.row.edited.size > 0) candidate.problems.push(...ruleProblems(candidate, lookup));
    }
  }

  #planned({ sheet, row, existing, joined, problems }: Candidate): RowPlan {
    const rejected = problems.some(({ level }) => level === 'error');
    const shown = joined.result ?? existing;
    const title =
      shown === null
        ? ''
        : sheet.definition.title(shown.values, {
            language: this.#reader.language,
            references: this.#reader.references,
          });
    return {
      row: {
        sheet: sheet.name,
        row: row.row,
        type: sheet.definition.type,
        id: rejected && existing === null ? null : row.id,
        title,
        status: rejected ? 'rejected' : joined.status,
        cells: rejected ? [] : joined.cells,
        problems,
      },
      changes: rejected ? [] : joined.changes,
    };
  }

  /** Deletions have no visible row. */
  #deletions(): readonly RowPlan[] {
    return (this.incoming.state?.rows ?? []).flatMap((row): RowPlan[] => {
      const definition = findDefinition(row.type);
      if (!row.deleted || definition === null) return [];
      const existing = this.context.records.find(row.type, row.id);
      const paths = deletedPaths(definition, row);
      const joined = joinRow({ definition, id: row.id, existing, unstamped: false }, paths, this.#reader);
      const { language, references: names } = this.#reader;
      return [
        {
          row: {
            sheet: definition.label.many[language],
            row: null,
            type: row.type,
            id: row.id,
            title:
              existing === null ? '' : definition.title(existing.values, { language, references: names }),
            status: joined.status,
            cells: joined.cells.filter(({ outcome }) => outcome === 'conflict'),
            problems: [],
          },
          changes: joined.changes,
        },
      ];
    });
  }
}

const msPerDay = 86_400_000;
const noTwins: ReadonlyMap<RecordId, Twin> = new Map();

function withTwin(plan: RowPlan, twin: Twin | undefined): RowPlan {
  if (twin === undefined) return plan;
  const { row } = plan;
  return { ...plan, row: { ...row, problems: [...row.problems, twinWarning(twin)], twin } };
}

/** Names of one book, and of another where the first knows none. */
function preferredBook(first: ReferenceBook, second: ReferenceBook): ReferenceBook {
  return {
    titleOf: (type, id) => first.titleOf(type, id) ?? second.titleOf(type, id),
    find: (type, text) => {
      const found = first.find(type, text);
      return found.length > 0 ? found : second.find(type, text);
    },
    labelOf: second.labelOf,
  };
}

function sourceOf(
  name: string,
  { state, contentHash, hasEdits }: IncomingWorkbook,
  language: Language,
): ImportSource {
  const header = state?.header;
  return {
    name,
    workbookId: header?.workbookId ?? null,
    contentHash,
    origin:
      header === undefined ? 'foreign' : header.template ? 'template' : hasEdits ? 'edited' : 'exported',
    exportedBy: header?.by ?? '',
    exportedAt: header?.at ?? null,
    language: header?.language ?? language,
    sample: header?.sample ?? false,
  };
}
