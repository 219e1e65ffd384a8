import type { ChangeSetId, DeviceId, RecordId } from '../../shared/core/ids.ts';
import { newChangeSetId, newRecordId } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/language.ts';
import { keepReferred } from '../../shared/records/keepReferred.ts';
import { type RecordSet, recordSetOf } from '../../shared/records/recordSet.ts';
import { definitionOf } from '../../shared/records/registry.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import type { Change, ChangeSet, ChangeSetKind } from '../../shared/sync/changeSet.ts';
import {
  conflictsOf,
  type FieldConflict,
  planResolve,
  type Resolution,
} from '../../shared/sync/conflicts.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import { besideOwn, withBeside } from '../../shared/sync/pathVersions.ts';
import { planCreate, planDelete, planUpdate } from '../../shared/sync/planEdit.ts';
import { planUndo } from '../../shared/sync/planUndo.ts';
import type { Stamp } from '../../shared/sync/stamp.ts';
import { HybridClock } from '../../shared/sync/stamp.ts';
import { undoTrace } from '../../shared/sync/undoTrace.ts';
import { type ExportOptions, exportDocument } from '../../shared/workbook/exportWorkbook.ts';
import type { WorkbookMapping } from '../../shared/workbook/foreign/mapping.ts';
import type {
  GridCell,
  GridRow,
  SheetGrid,
  WorkbookDocument,
  WorkbookGrid,
} from '../../shared/workbook/grid.ts';
import type { ImportPlan } from '../../shared/workbook/importPlan.ts';
import { type PlanContext, planImport } from '../../shared/workbook/planImport.ts';

/** Deterministic random bytes for ids. */
export function countingRandom(seed: number) {
  let state = seed >>> 0;
  return {
    bytes: (length: number): Uint8Array =>
      Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state >>> 24;
      }),
  };
}

/** One installation in memory: records, clock and device, with the edits that a person makes. */
export class Replica {
  records: RecordSet = recordSetOf([]);
  /** What was written here, as it was committed: edits, imports, undos. */
  readonly batches: ChangeSet[] = [];
  now = Date.UTC(2026, 10, 23, 9, 0, 0);
  readonly #clock: HybridClock;
  readonly #random: ReturnType<typeof countingRandom>;

  constructor(
    readonly device: DeviceId,
    seed = 1,
  ) {
    this.#clock = new HybridClock(device, { now: () => this.now });
    this.#random = countingRandom(seed);
  }

  issue = (): Stamp => {
    this.now += 1000;
    return this.#clock.issue();
  };

  create(type: string, values: AnyValues): RecordId {
    const id = newRecordId({ now: () => this.now }, this.#random);
    const creation = { id, by: 'Test Person', at: this.now };
    this.commit('edit', planCreate(definitionOf(type), values, creation, this.issue));
    return id;
  }

  edit(type: string, id: RecordId, values: AnyValues): void {
    const record = this.records.find(type, id);
    if (record === null) throw new Error(`no ${type} ${id}`);
    this.commit('edit', planUpdate(definitionOf(type), record, { ...record.values, ...values }, this.issue));
  }

  delete(type: string, id: RecordId): void {
    const record = this.records.find(type, id);
    if (record === null) throw new Error(`no ${type} ${id}`);
    this.commit('edit', planDelete(record, true, this.issue));
  }

  /** Decides the first open conflict of a record; false when it has none. */
  resolve(type: string, id: RecordId, choose: (conflict: FieldConflict) => Resolution): boolean {
    const record = this.records.find(type, id);
    const definition = definitionOf(type);
    const [conflict] = record === null ? [] : conflictsOf(definition, record);
    if (record === null || conflict === undefined) return false;
    this.commit('edit', planResolve(definition, record, conflict, choose(conflict), this.issue));
    return true;
  }

  /** Takes a batch back; undoing what this gives is the redo. */
  undo(batch: ChangeSet): ChangeSet {
    const find = (type: string, id: RecordId) => this.records.find(type, id);
    const plan = planUndo(batch, find, this.issue, undoTrace(batch, this.batches));
    return this.commit('undo', keepReferred(plan, batch, this.records).changes, batch.id);
  }

  commit(kind: ChangeSetKind, planned: readonly Change[], undoes?: ChangeSetId): ChangeSet {
    const changes = planned.map((change) => {
      const record = this.records.find(change.type, change.id);
      const authored = kind === 'import' ? change : besideOwn(record, change);
      return withBeside(record, authored);
    });
    this.records = overlaySet(this.records, changes);
    const id = newChangeSetId({ now: () => this.now }, this.#random);
    const base = { id, kind, at: this.now, by: 'Test Person', changes, versions: {} };
    const batch: ChangeSet = undoes === undefined ? base : { ...base, undoes };
    this.batches.push(batch);
    return batch;
  }

  values(type: string, id: RecordId): AnyValues {
    return this.records.find(type, id)?.values ?? {};
  }

  export(options: Partial<ExportOptions> = {}): WorkbookDocument {
    return exportDocument(this.records, {
      language: 'en',
      scope: { kind: 'all' },
      centerId: null,
      redact: false,
      template: false,
      workbookId: newRecordId({ now: () => this.now }, this.#random),
      device: this.device,
      exportStamp: this.issue(),
      seen: {},
      by: 'Test Person',
      at: this.now,
      timeZone: 'Asia/Seoul',
      ...options,
    });
  }

  plan(grid: WorkbookGrid, options: Partial<PlanContext> = {}, mapping?: WorkbookMapping): ImportPlan {
    const file = { name: 'report.xlsx', grid, ...(mapping === undefined ? {} : { mapping }) };
    const plan = planImport(file, this.planContext(options));
    if (!plan.ok) throw new Error(plan.error.code);
    return plan.value;
  }

  planContext(options: Partial<PlanContext> = {}): PlanContext {
    return {
      records: this.records,
      language: 'en',
      today: '2026-11-23',
      now: this.now,
      defaultCenterId: null,
      blankClears: false,
      importStamp: this.issue(),
      imported: new Set(),
      ...options,
    };
  }

  import(grid: WorkbookGrid, options: Partial<PlanContext> = {}, mapping?: WorkbookMapping): ImportPlan {
    const plan = this.plan(grid, options, mapping);
    this.commit('import', plan.changes);
    return plan;
  }
}

/** What reading the written workbook gives, without the file between; page sheets are left out. */
export function documentToGrid(document: WorkbookDocument): WorkbookGrid {
  return {
    kind: 'xlsx',
    dateSystem: '1900',
    sheets: document.sheets.flatMap((sheet): SheetGrid[] => {
      if (sheet.kind === 'page') return [];
      const header = sheet.kind === 'table' ? [sheet.header.map(({ text }) => text)] : [];
      return [{ name: sheet.name, visibility: sheet.visibility, rows: [...header, ...sheet.rows] }];
    }),
  };
}

/** A copy of a workbook with the rows of one sheet replaced. */
export function withRows(
  grid: WorkbookGrid,
  sheet: string,
  change: (rows: readonly GridRow[]) => readonly GridRow[],
): WorkbookGrid {
  if (!grid.sheets.some(({ name }) => name === sheet)) throw new Error(`no sheet ${sheet}`);
  return {
    ...grid,
    sheets: grid.sheets.map((one) => (one.name === sheet ? { ...one, rows: change(one.rows) } : one)),
  };
}

/** A copy with one cell changed, named by its header; `row` counts data rows from 0. */
export function withCell(
  grid: WorkbookGrid,
  sheet: string,
  row: number,
  header: string,
  value: GridCell,
): WorkbookGrid {
  return withRows(grid, sheet, (rows) => {
    const column = rows[0]?.indexOf(header) ?? -1;
    if (column < 0) throw new Error(`no column ${header}`);
    return rows.map((cells, index) => (index === row + 1 ? with_(cells, column, value) : cells));
  });
}

function with_(cells: GridRow, column: number, value: GridCell): GridRow {
  const copy = [...cells];
  while (copy.length <= column) copy.push(null);
  copy[column] = value;
  return copy;
}

/** Everything that replicas have to agree on, for comparing them. */
export function contentOf(
  records: RecordSet,
  types: readonly string[],
): readonly { readonly id: RecordId }[] {
  return types
    .flatMap((type) => [...records.all(type), ...records.deleted(type)])
    .map(
      ({ id, type, values, deleted, stamps, knows, siblings, resolved, createdBy, createdAt, sample }) => ({
        createdBy,
        createdAt,
        sample,
        id,
        type,
        values,
        deleted,
        stamps,
        knows,
        siblings,
        resolved,
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export type { Language };
