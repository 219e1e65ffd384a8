import { type RecordId, workbookDeviceId } from '../core/ids.ts';
import { lookupOf, referenceBookOf } from '../records/recordSet.ts';
import { references } from '../records/references.ts';
import type { CellContext } from '../schema/codec.ts';
import type { Change } from '../sync/changeSet.ts';
import { replacedSet } from '../sync/overlay.ts';
import type { StoredRecord } from '../sync/record.ts';
import { formatStamp, parseStamp, type Stamp, stampAfter } from '../sync/stamp.ts';
import { type DecodedRow, decodeRow } from './decodeRow.ts';
import { deletedRows } from './deletedRows.ts';
import { continued, editsBefore } from './earlierCopies.ts';
import { type CopiesOfWorkbook, type EarlierRow, earlierRowOf, furtherParts } from './earlierRow.ts';
import { rowsEditedAgain } from './editedAgain.ts';
import type { EditStamp } from './editStamps.ts';
import { twinsOf, withTwin } from './foreign/twinRows.ts';
import type { Twin } from './foreign/twins.ts';
import type { ImportSource, PlanNote, PlannedRow, RowProblem } from './importPlan.ts';
import { sourceOf } from './importSource.ts';
import type { IncomingPath } from './incomingPaths.ts';
import type { IncomingRow, IncomingSheet, IncomingWorkbook } from './incomingRows.ts';
import { type JoinedRow, joinRow } from './joinRow.ts';
import { importKey, type PlanContext } from './planContext.ts';
import { idsOf } from './recordsByType.ts';
import { type IdentifiedRow, repeatedIds } from './repeatedIds.ts';
import { exportedRecords, namedRecords, preferredBook } from './rowNames.ts';
import { idProblem, missingReference, repeatedRow, rowToldByCells, ruleProblems } from './rowProblems.ts';
import { isUnstamped, rowStampOf } from './rowStamps.ts';

export interface RowPlan {
  readonly row: PlannedRow;
  readonly changes: readonly Change[];
}

interface ReadRow {
  readonly sheet: IncomingSheet;
  readonly row: IncomingRow;
  readonly existing: StoredRecord | null;
  readonly decoded: DecodedRow;
  /** Where a person said that the row is a record edited further. */
  readonly earlier: EarlierRow | null;
}

export interface Candidate extends IdentifiedRow {
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
  readonly #cells: CellContext;
  readonly #reader: CellContext;
  #blankedCells = 0;
  #copiedRows = 0;
  #editedFurther = 0;
  /** Of all types; made when the first row comes whose id is new here. */
  #knownIds: ReadonlySet<RecordId> | null = null;

  constructor(
    name: string,
    private readonly incoming: IncomingWorkbook,
    private readonly context: PlanContext,
  ) {
    const { state } = incoming;
    this.source = sourceOf(name, incoming, context.language);
    const named = namedRecords(incoming, context);
    const language = state?.header.language ?? context.language;
    const exported = referenceBookOf(exportedRecords(incoming, context), language);
    this.#cells = { language, references: preferredBook(exported, referenceBookOf(named, language)) };
    this.#reader = { language: context.language, references: referenceBookOf(named, context.language) };
  }

  plan(): readonly RowPlan[] {
    const read = this.incoming.sheets.flatMap((sheet) => sheet.rows.map((row) => this.#read(sheet, row)));
    const before = this.#editsBefore(read);
    const candidates = read.map((one) => this.#candidate(one, before));
    const copies = this.#judgeRepeated(candidates);
    const counting = candidates.filter((candidate) => !copies.has(candidate));
    this.#rejectDangling(counting);
    this.#validate(counting);
    const twins = this.#twins(counting);
    return [
      ...candidates.map((candidate) =>
        copies.has(candidate)
          ? this.#copied(candidate)
          : withTwin(
              this.#planned(candidate),
              twins.get(candidate.row.id),
              candidate.row.foreign?.isTold === true || candidate.row.told === 'new',
            ),
      ),
      ...deletedRows(this.incoming, this.context, this.#reader),
    ];
  }

  #twins(candidates: readonly Candidate[]): ReadonlyMap<RecordId, Twin> {
    const { records } = this.context;
    const workbook = this.#copiesOfWorkbook();
    return workbook === null
      ? twinsOf(candidates, records, this.#reader)
      : rowsEditedAgain(candidates, workbook, records, this.#reader);
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
    if (this.#editedFurther > 0) {
      notes.push({ code: 'EDITED_FURTHER', params: { count: this.#editedFurther } });
    }
    if (this.#copiedRows > 0) notes.push({ code: 'ROWS_COPIED', params: { count: this.#copiedRows } });
    if (this.#blankedCells > 0) notes.push({ code: 'BLANKED_CELLS', params: { count: this.#blankedCells } });
    const ahead = state === null ? 0 : parseStamp(state.header.exportStamp).wall - this.context.now;
    if (ahead > msPerDay) notes.push({ code: 'CLOCK_AHEAD', params: { days: Math.round(ahead / msPerDay) } });
    return notes;
  }

  /** Refuses rows that say different things under one id; gives those that only repeat another row. */
  #judgeRepeated(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
    const copies = new Set<Candidate>();
    for (const [candidate, repetition] of repeatedIds(candidates.filter(({ row }) => row.badId === null))) {
      const { sheet, row, problems } = candidate;
      if (repetition.kind === 'copy') {
        copies.add(candidate);
        problems.length = 0;
        problems.push(repeatedRow(sheet, 'COPIED_ROW', row, repetition.of));
      } else problems.push(repeatedRow(sheet, 'DUPLICATE_ID', row, repetition.from));
    }
    this.#copiedRows = copies.size;
    return copies;
  }

  #read(sheet: IncomingSheet, row: IncomingRow): ReadRow {
    const existing = this.context.records.find(sheet.definition.type, row.id);
    const earlier = this.#earlierRow(sheet, row, existing);
    const decoded = decodeRow(sheet, row, existing, {
      context: this.#cells,
      editStamp: this.#editStampOf(sheet, row),
      blankClears: this.context.blankClears,
      earlier,
    });
    if (decoded.blanked) this.#blankedCells += 1;
    return { sheet, row, existing, decoded, earlier };
  }

  /** What whoever saved this copy had written into it when it was imported before. */
  #editsBefore(rows: readonly ReadRow[]): ReadonlySet<Stamp> {
    const { state, saved } = this.incoming;
    const { earlierCopies = [] } = this.context;
    if (state === null || earlierCopies.length === 0) return new Set();
    const edited = new Map(
      rows.map(({ row, decoded }) => [
        row.id,
        new Set(decoded.paths.filter((part) => part.edited).map(({ path }) => path)),
      ]),
    );
    return editsBefore(earlierCopies, state.header, saved, (id, path) => edited.get(id)?.has(path) ?? null);
  }

  #candidate({ sheet, row, existing, decoded, earlier }: ReadRow, before: ReadonlySet<Stamp>): Candidate {
    const unstamped = isUnstamped(row);
    const problems: RowProblem[] = [...decoded.problems];
    if (row.isToldByCells === true) problems.push(rowToldByCells(sheet, row));
    if (row.badId !== null) problems.push(idProblem(sheet, row.badId));
    else if (existing === null && !row.isNew && this.#isOfAnotherType(row.id)) {
      problems.push(idProblem(sheet, row.id));
    }
    const paths =
      earlier === null
        ? this.#withCenter(sheet, row, existing, decoded.paths).map((part) => {
            const whole = continued(sheet.definition, existing, part, before);
            if (whole !== part) this.#editedFurther += 1;
            return whole;
          })
        : furtherParts(sheet.definition, existing, earlier, decoded.paths, before);
    const target = { definition: sheet.definition, id: row.id, existing, unstamped };
    const joined = joinRow(target, paths, this.#reader);
    const edits = unstamped
      ? joined.changes.map(({ path, after }) => ({ path, value: after }))
      : paths.filter(({ edited }) => edited);
    const { badFields } = decoded;
    return { sheet, row, existing, problems, badFields, joined, edits, unreadable: badFields.size > 0 };
  }

  #earlierRow(
    { definition }: IncomingSheet,
    row: IncomingRow,
    existing: StoredRecord | null,
  ): EarlierRow | null {
    if (row.told !== 'record' || existing === null) return null;
    const workbook = this.#copiesOfWorkbook();
    return workbook === null ? null : earlierRowOf(definition, existing, workbook);
  }

  #copiesOfWorkbook(): CopiesOfWorkbook | null {
    const { state, saved } = this.incoming;
    const { earlierCopies: copies = [] } = this.context;
    return state === null ? null : { header: state.header, saved, copies };
  }

  #editStampOf(sheet: IncomingSheet, row: IncomingRow): EditStamp {
    return rowStampOf(this.incoming, this.context.importStamp, sheet, row);
  }

  /**
   * The record as this workbook alone has it, as far as its cells can be read: without what is known here, and without
   * what the importer adds. Null where the row says nothing.
   */
  recordOf(
    sheet: IncomingSheet,
    row: IncomingRow,
  ): { readonly record: StoredRecord | null; readonly badFields: ReadonlySet<string> } {
    const options = {
      context: this.#cells,
      editStamp: this.#editStampOf(sheet, row),
      blankClears: this.context.blankClears,
    };
    const { paths, badFields } = decodeRow(sheet, row, null, options);
    const own = this.#withCenter(sheet, row, null, paths).filter(
      ({ stamp }) => stamp !== this.context.importStamp,
    );
    const target = { definition: sheet.definition, id: row.id, existing: null, unstamped: false };
    return { record: joinRow(target, own, this.#reader).result, badFields };
  }

  /** As late as what people changed in the workbook, and in the workbook's own name. */
  get editStamp(): Stamp {
    const { state, contentHash } = this.incoming;
    const device = workbookDeviceId(contentHash);
    return state === null
      ? formatStamp({ wall: 0, counter: 1, device })
      : stampAfter(state.header.exportStamp, device);
  }

  /** How the workbook's cells are read: in its language, with the names that it and this replica know. */
  get cells(): CellContext {
    return this.#cells;
  }

  /** An id that was copied from another sheet must not give two records one name. For ids that its type does not know. */
  #isOfAnotherType(id: RecordId): boolean {
    this.#knownIds ??= idsOf(this.context.records);
    return this.#knownIds.has(id);
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
    const isWithout = row.isNew || (row.state !== null && row.state.stamps.center === undefined);
    const needed = sheet.definition.scope === 'center' && isWithout && existing === null;
    if (!needed || paths.some(({ path }) => path === 'center')) return paths;
    const { defaultCenterId, importStamp } = this.context;
    const ofWorkbook = this.incoming.state?.header.scope.centerId ?? null;
    const [value, stamp] =
      ofWorkbook === null
        ? [defaultCenterId, importStamp]
        : [ofWorkbook, this.#editStampOf(sheet, row)('center', ofWorkbook)];
    return value === null ? paths : [...paths, { path: 'center', value, stamp, knows: [], edited: true }];
  }

  /** A row cannot refer to a row that is itself rejected; rejecting one can reject others in turn. */
  #rejectDangling(candidates: readonly Candidate[]): void {
    const isRejected = ({ problems }: Candidate): boolean => problems.some(({ level }) => level === 'error');
    const rejected = new Set(
      candidates.filter((one) => isRejected(one) && one.existing === null).map(({ row }) => row.id),
    );
    if (rejected.size === 0) return;
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
    for (const { joined, problems, existing } of candidates) {
      if (joined.result === null || joined.result === existing) continue;
      if (!problems.some(({ level }) => level === 'error')) {
        results.set(joined.result.id, joined.result);
      }
    }
    const lookup = lookupOf(replacedSet(this.context.records, results), this.context.today);
    for (const candidate of candidates) {
      if (candidate.row.edited.size > 0) candidate.problems.push(...ruleProblems(candidate, lookup));
    }
  }

  /** A row that repeats another one: it is shown and says nothing. */
  #copied(candidate: Candidate): RowPlan {
    const { row } = this.#planned(candidate);
    return { row: { ...row, status: 'unchanged', cells: [] }, changes: [] };
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
}

const msPerDay = 86_400_000;
