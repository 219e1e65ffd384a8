import type { IsoDate } from '../core/dates.ts';
import { isRecordId, type RecordId, workbookDeviceId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type FileError, fileError } from '../messages/fileErrors.ts';
import { valueProblemTexts } from '../messages/valueProblems.ts';
import { lookupOf, type RecordSet, referenceBookOf } from '../records/recordSet.ts';
import { findDefinition } from '../records/registry.ts';
import type { CellContext } from '../schema/codec.ts';
import type { RecordLookup } from '../schema/defineRecord.ts';
import { type Finding, validateRecord } from '../schema/validate.ts';
import type { Change } from '../sync/changeSet.ts';
import { overlaySet, replacedSet } from '../sync/overlay.ts';
import { deletedPath, type StoredRecord } from '../sync/record.ts';
import { formatStamp, parseStamp, type Stamp, stampAfter } from '../sync/stamp.ts';
import {
  type DecodedRow,
  type DecodeOptions,
  decodeRow,
  type IncomingPath,
  placedProblem,
} from './decodeRow.ts';
import { references } from './exportSelection.ts';
import type { WorkbookGrid } from './grid.ts';
import type { ImportPlan, ImportSource, PlanNote, PlannedRow, RowProblem, RowStatus } from './importPlan.ts';
import {
  type IncomingRow,
  type IncomingSheet,
  type IncomingWorkbook,
  incomingWorkbook,
} from './incomingRows.ts';
import { type JoinedRow, joinRow } from './joinRow.ts';
import { stateFromRows, stateSheetName, type WorkbookState } from './state.ts';

export interface FileToPlan {
  readonly name: string;
  readonly grid: WorkbookGrid;
}

export interface PlanContext {
  /** What this replica holds now. */
  readonly records: RecordSet;
  /** The reader's language. */
  readonly language: Language;
  readonly today: IsoDate;
  /** Milliseconds since 1970; tells stamps that are far ahead. */
  readonly now: number;
  /** The center of rows that do not name theirs; null where there is no one center. */
  readonly defaultCenterId: RecordId | null;
  readonly blankClears: boolean;
  /** For what a workbook without hidden state changes in records that are here: an edit made by the importer. */
  readonly importStamp: Stamp;
  /** `workbookId contentHash` of imports that were committed before. */
  readonly imported: ReadonlySet<string>;
}

/**
 * What importing the files in this order would do. Each plan counts on those before it being committed. Errors of a
 * file (WRONG_TEMPLATE, NEWER_VERSION) leave the others as they are.
 */
export function planImports(
  files: readonly FileToPlan[],
  context: PlanContext,
): readonly Result<ImportPlan, FileError>[] {
  let records = context.records;
  return files.map((file) => {
    const plan = planImport(file, { ...context, records });
    if (plan.ok) records = overlaySet(records, plan.value.changes);
    return plan;
  });
}

/** How an import is known again: the `imported` key of its source. */
export const importKey = (source: {
  readonly workbookId: string | null;
  readonly contentHash: string;
}): string => `${source.workbookId ?? ''} ${source.contentHash}`;

/** False when records that a plan touches were changed since it was made; it has to be made again then. */
export function isPlanCurrent(plan: ImportPlan, records: RecordSet): boolean {
  return plan.changes.every(
    ({ type, id, path, was }) => (records.find(type, id)?.stamps[path] ?? null) === was,
  );
}

export function planImport(file: FileToPlan, context: PlanContext): Result<ImportPlan, FileError> {
  const notes: PlanNote[] = [];
  const state = readState(file, notes);
  if (!state.ok) return state;
  const incoming = incomingWorkbook(file.grid, state.value);
  if (incoming.sheets.length === 0 && state.value === null) {
    return err(fileError('WRONG_TEMPLATE', 'no sheet with known columns', { name: file.name }));
  }
  const planner = new RowPlanner(file, incoming, context);
  const rows = planner.plan();
  notes.push(...incoming.notes, ...planner.notes());
  return ok({
    source: planner.source,
    rows: rows.map(({ row }) => row),
    notes,
    changes: rows.flatMap(({ changes }) => changes),
    counts: countStatuses(rows.map(({ row }) => row)),
  });
}

function readState({ name, grid }: FileToPlan, notes: PlanNote[]): Result<WorkbookState | null, FileError> {
  const sheet = grid.sheets.find((candidate) => candidate.name === stateSheetName);
  if (sheet === undefined) {
    notes.push({ code: 'STATE_MISSING', params: {} });
    return ok(null);
  }
  const state = stateFromRows(sheet.rows);
  if (!state.ok) {
    if (state.error === 'NEWER') {
      return err(fileError('NEWER_VERSION', 'newer state format', { name, found: 'format' }));
    }
    notes.push({ code: 'STATE_DAMAGED', params: {} });
    return ok(null);
  }
  for (const [type, version] of Object.entries(state.value.header.versions)) {
    const known = findDefinition(type)?.version ?? 0;
    if (version > known) {
      return err(
        fileError('NEWER_VERSION', `${type} ${version} > ${known}`, { name, found: `${type} ${version}` }),
      );
    }
  }
  return state;
}

interface RowPlan {
  readonly row: PlannedRow;
  readonly changes: readonly Change[];
}

interface Candidate {
  readonly sheet: IncomingSheet;
  readonly row: IncomingRow;
  readonly existing: StoredRecord | null;
  readonly decoded: DecodedRow;
  readonly joined: JoinedRow;
  readonly problems: RowProblem[];
}

/** Plans the rows of one file. A class only to keep what all rows share: names, lookups, stamps. */
class RowPlanner {
  readonly source: ImportSource;
  readonly #editStamp: Stamp;
  readonly #cells: CellContext;
  readonly #reader: CellContext;
  #blankedCells = 0;

  constructor(
    file: FileToPlan,
    private readonly incoming: IncomingWorkbook,
    private readonly context: PlanContext,
  ) {
    const { state, contentHash } = incoming;
    this.source = sourceOf(file.name, incoming, context.language);
    const device = workbookDeviceId(contentHash);
    this.#editStamp =
      state === null
        ? formatStamp({ wall: 0, counter: 1, device })
        : stampAfter(state.header.exportStamp, device);
    const named = replacedSet(context.records, this.#provisionalRecords());
    const language = state?.header.language ?? context.language;
    this.#cells = { language, references: referenceBookOf(named, language) };
    this.#reader = { language: context.language, references: referenceBookOf(named, context.language) };
  }

  plan(): readonly RowPlan[] {
    const firstRows = new Map<RecordId, number>();
    const candidates = this.incoming.sheets.flatMap((sheet) =>
      sheet.rows.map((row) => this.#candidate(sheet, row, firstRows)),
    );
    this.#rejectDangling(candidates);
    this.#validate(candidates);
    return [...candidates.map((candidate) => this.#planned(candidate)), ...this.#deletions()];
  }

  notes(): readonly PlanNote[] {
    const notes: PlanNote[] = [];
    const { state } = this.incoming;
    if (this.source.sample) notes.push({ code: 'SAMPLE_DATA', params: {} });
    if (this.context.imported.has(importKey(this.source)))
      notes.push({ code: 'ALREADY_IMPORTED', params: {} });
    if (this.#blankedCells > 0) notes.push({ code: 'BLANKED_CELLS', params: { count: this.#blankedCells } });
    const ahead = state === null ? 0 : parseStamp(state.header.exportStamp).wall - this.context.now;
    if (ahead > msPerDay) notes.push({ code: 'CLOCK_AHEAD', params: { days: Math.round(ahead / msPerDay) } });
    return notes;
  }

  // Rows that bring new names must be known before other rows can refer to them. References of these rows are
  // left out, so a name made of references is found only in the second reading; no record type has such a name
  // and is referred to by people at once.
  #provisionalRecords(): ReadonlyMap<RecordId, StoredRecord> {
    const none = { titleOf: () => null, find: () => [], labelOf: () => ({ en: '', ko: '' }) };
    const language = this.incoming.state?.header.language ?? this.context.language;
    const options: DecodeOptions = {
      context: { language, references: none },
      editStamp: this.#editStampOrFirst(),
      blankClears: false,
    };
    const records = new Map<RecordId, StoredRecord>();
    for (const sheet of this.incoming.sheets) {
      for (const row of sheet.rows) {
        const existing = this.context.records.find(sheet.definition.type, row.id);
        if (existing !== null && row.edited.size === 0) continue;
        const { paths } = decodeRow(sheet, row, existing, options);
        const target = { definition: sheet.definition, id: row.id, existing, unstamped: false };
        const { result } = joinRow(target, paths, options.context);
        if (result !== null) records.set(row.id, result);
      }
    }
    return records;
  }

  #editStampOrFirst(): Stamp {
    return this.#editStamp;
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
    const first = firstRows.get(row.id);
    if (first !== undefined) problems.push(idProblem(sheet, 'DUPLICATE_ID', row.id, { row: first }));
    else firstRows.set(row.id, row.row);
    const paths = this.#withCenter(sheet, row, existing, decoded.paths);
    const target = { definition: sheet.definition, id: row.id, existing, unstamped };
    return { sheet, row, existing, decoded, problems, joined: joinRow(target, paths, this.#reader) };
  }

  /** A new row that does not name its center belongs to the workspace's. */
  #withCenter(
    sheet: IncomingSheet,
    row: IncomingRow,
    existing: StoredRecord | null,
    paths: readonly IncomingPath[],
  ): readonly IncomingPath[] {
    const { defaultCenterId } = this.context;
    const needed = sheet.definition.scope === 'center' && row.isNew && existing === null;
    if (!needed || defaultCenterId === null || paths.some(({ path }) => path === 'center')) return paths;
    return [...paths, { path: 'center', value: defaultCenterId, stamp: this.#editStamp, edited: true }];
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
      const stamp = row.stamps[deletedPath];
      if (!row.deleted || definition === null || stamp === undefined) return [];
      const existing = this.context.records.find(row.type, row.id);
      const paths: IncomingPath[] = [{ path: deletedPath, value: true, stamp, edited: false }];
      const center = row.values.center;
      const centerStamp = row.stamps.center;
      if (isRecordId(center) && centerStamp !== undefined) {
        paths.push({ path: 'center', value: center, stamp: centerStamp, edited: false });
      }
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
            cells: [],
            problems: [],
          },
          changes: joined.changes,
        },
      ];
    });
  }
}

const msPerDay = 86_400_000;

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

function ruleProblems(
  { sheet, row, existing, joined }: Candidate,
  lookup: RecordLookup,
): readonly RowProblem[] {
  const { definition } = sheet;
  if (joined.result === null || joined.result.deleted) return [];
  const findings = validateRecord(definition, joined.result.values, lookup, row.id);
  // What was wrong before, here or at the exporter, is no reason to refuse somebody's correction of another cell.
  const known = existing === null ? [] : validateRecord(definition, existing.values, lookup, row.id);
  const isNew = (finding: Finding): boolean =>
    !known.some(({ code, field }) => code === finding.code && field === finding.field);
  return findings.filter(isNew).map((finding) => placedFinding(sheet, row, finding));
}

function placedFinding(sheet: IncomingSheet, row: IncomingRow, finding: Finding): RowProblem {
  const field = sheet.layout.fields.find(({ key }) => key === finding.field);
  const { level, code, message, params } = finding;
  if (field === undefined) {
    return { level, code, message, params, column: null, header: { en: '', ko: '' }, value: '' };
  }
  const placed = placedProblem(sheet, field, row, { code: 'REQUIRED', params, column: 0 }, message);
  return { ...placed, level, code };
}

function idProblem(
  sheet: IncomingSheet,
  code: 'BAD_ID' | 'DUPLICATE_ID',
  value: string,
  params: RowProblem['params'],
): RowProblem {
  return {
    level: 'error',
    code,
    column: null,
    header: { en: 'ID', ko: 'ID' },
    value,
    message: valueProblemTexts[code],
    params: { value, sheet: sheet.name, ...params },
  };
}

function missingReference(
  sheet: IncomingSheet,
  [type, id]: readonly [string, RecordId],
  reader: CellContext,
): RowProblem {
  const value = reader.references.titleOf(type, id) ?? '';
  const field = sheet.layout.fields.find(
    ({ spec }) => (spec.kind === 'ref' || spec.kind === 'refs') && spec.to === type,
  );
  return {
    level: 'error',
    code: 'UNKNOWN_REFERENCE',
    column: null,
    header: field?.spec.label ?? { en: '', ko: '' },
    value,
    message: valueProblemTexts.UNKNOWN_REFERENCE,
    params: { value, type: reader.references.labelOf(type) },
  };
}

function countStatuses(rows: readonly PlannedRow[]): Readonly<Record<RowStatus, number>> {
  const counts: Record<RowStatus, number> = { added: 0, updated: 0, deleted: 0, unchanged: 0, rejected: 0 };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}
