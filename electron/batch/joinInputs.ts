import { dateInZone, type IsoDate } from '../../shared/core/dates.ts';
import { sha256Hex } from '../../shared/core/hashing.ts';
import { type DeviceId, isDeviceId } from '../../shared/core/ids.ts';
import { canonicalJson } from '../../shared/core/json.ts';
import type { Language } from '../../shared/core/language.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { builtInChanges } from '../../shared/records/builtIn.ts';
import { allRecords, type RecordSet, recordSetOf } from '../../shared/records/recordSet.ts';
import { recordDefinitions } from '../../shared/records/registry.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import { builtInStamp, type Stamp, stampAfter } from '../../shared/sync/stamp.ts';
import type { EarlierCopy } from '../../shared/workbook/earlierCopies.ts';
import type { WorkbookMapping } from '../../shared/workbook/foreign/mapping.ts';
import { mappingToJson } from '../../shared/workbook/foreign/mappingJson.ts';
import type { ImportPlan } from '../../shared/workbook/importPlan.ts';
import { copyOf, type FileToPlan, type PlanContext, planImport } from '../../shared/workbook/planImport.ts';
import { isStateSheet, stateFromRows, type WorkbookState } from '../../shared/workbook/state.ts';
import { type BatchError, batchError } from './batchErrors.ts';
import type { BatchInput } from './batchFiles.ts';
import type { BatchSession } from './batchShell.ts';
import { knowledgeFor, mappingFor } from './foreignInputs.ts';

/** The records of all inputs, joined; the same for the same files in any order. */
export interface JoinedInputs {
  /** In the order of the command line. */
  readonly files: readonly JoinedFile[];
  readonly records: RecordSet;
  /** Follows from what the files hold; names the replica that their union is. */
  readonly device: DeviceId;
  /** SHA-256 of what the files hold. */
  readonly digest: string;
  /** No record has a later one. */
  readonly highest: Stamp;
  /** Milliseconds since 1970: the latest export among the files, else noon in Seoul on the last day on record. */
  readonly at: number;
}

export interface JoinedFile {
  readonly name: string;
  readonly plan: ImportPlan;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** What it was planned from, for a file with rejected rows: they go back to its author. */
  readonly toCorrect: ToCorrect | null;
  /** The name of an earlier file with the very same bytes, which this one adds nothing to. */
  readonly sameAs: string | null;
}

export interface ToCorrect {
  readonly file: FileToPlan;
  readonly password: string | null;
  readonly context: PlanContext;
}

/** The programme's headquarters. */
export const programmeZone = 'Asia/Seoul';
/** For inputs that tell neither when they were exported nor of any day. */
const fallbackDay: IsoDate = '2010-01-01';

/** The built-in centers and their published figures, as every installation begins. */
export function publishedRecords(): RecordSet {
  return flattened(overlaySet(recordSetOf([]), builtInChanges()));
}

/**
 * Each content once, under the first of its names by the alphabet and in the alphabet's order: what is written of the
 * files must not show in which order they were given.
 */
export function filesByName(files: readonly JoinedFile[]): readonly JoinedFile[] {
  const first = new Map<string, JoinedFile>();
  for (const file of files) {
    const known = first.get(file.hash);
    if (known === undefined || file.name < known.name) first.set(file.hash, file);
  }
  const keyOf = ({ name, hash }: JoinedFile): string => `${name}\u0000${hash}`;
  return [...first.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Joins the inputs into the published records; every file that cannot be planned is told. */
export function joinInputs(
  inputs: readonly BatchInput[],
  { language, now: clock, planning }: Pick<BatchSession, 'language' | 'now' | 'planning'>,
  mapping: WorkbookMapping | null = null,
): Result<JoinedInputs, readonly BatchError[]> {
  const now = clock();
  const sources = sourcesOf(inputs);
  const hashes = sources.map(({ input }) => input.hash);
  // The same files read another way are another result.
  const digest = sha256Hex(
    [...hashes, ...(mapping === null ? [] : [canonicalJson(mappingToJson(mapping))])].join('\n'),
  );
  const device = deviceOf(digest);
  const exportedAt = Math.max(0, ...sources.map(({ state }) => state?.header.at ?? 0));
  const settings = { language, now, device, mapping, planning };
  if (exportedAt > 0) {
    const joined = joinSources(sources, { ...settings, today: dateInZone(exportedAt, programmeZone) });
    return resultOf(inputs, joined, { digest, device, at: exportedAt });
  }
  // Without a time of export the last day on record stands in for it: warnings that depend on the day need it.
  const first = joinSources(sources, { ...settings, today: fallbackDay });
  const lastDay = lastDayOf(first.records);
  const joined = joinSources(sources, { ...settings, today: lastDay });
  return resultOf(inputs, joined, { digest, device, at: Date.parse(`${lastDay}T03:00:00Z`) });
}

interface Source {
  readonly input: BatchInput;
  readonly state: WorkbookState | null;
}

interface JoinSettings {
  readonly language: Language;
  readonly now: number;
  readonly device: DeviceId;
  readonly today: IsoDate;
  readonly mapping: WorkbookMapping | null;
  readonly planning: BatchSession['planning'];
}

interface JoinedSources {
  readonly plans: ReadonlyMap<string, Pick<JoinedFile, 'plan' | 'toCorrect'>>;
  readonly errors: readonly BatchError[];
  readonly records: RecordSet;
  readonly highest: Stamp;
}

/**
 * Each content once. Exports come first, by the time of export, so that other tables can refer to records by names
 * that an export brings; then by content, so that the command line's order does not matter.
 */
function sourcesOf(inputs: readonly BatchInput[]): readonly Source[] {
  const unique = [...new Map(inputs.map((input) => [input.hash, input])).values()];
  const keyOf = ({ state, input }: Source): string => {
    // Of two states of one copy the later one counts on the earlier.
    const saved = String(input.grid.saved?.at ?? 0).padStart(15, '0');
    return `${state?.header.exportStamp ?? 'z'} ${saved} ${input.hash}`;
  };
  return unique
    .map((input) => ({ input, state: stateOf(input) }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function stateOf({ grid }: BatchInput): WorkbookState | null {
  const sheet = grid.sheets.find(isStateSheet);
  const state = sheet === undefined ? null : stateFromRows(sheet.rows);
  return state?.ok === true ? state.value : null;
}

function joinSources(sources: readonly Source[], settings: JoinSettings): JoinedSources {
  const { planning, ...others } = settings;
  const { device, language, mapping } = others;
  let records = publishedRecords();
  let highest = highestStamp(sources);
  const plans = new Map<string, Pick<JoinedFile, 'plan' | 'toCorrect'>>();
  const errors: BatchError[] = [];
  const earlierCopies: EarlierCopy[] = [];
  for (const { input } of sources) {
    // What a table without stamps changes is an edit made now; each table's edits get their own stamp.
    highest = stampAfter(highest, device);
    const { name, grid, password } = input;
    planning(name);
    const own = mapping === null ? null : mappingFor(grid, mapping, knowledgeFor(grid, records, language));
    const file: FileToPlan = own === null ? { name, grid } : { name, grid, mapping: own.mapping };
    const context: PlanContext = {
      ...others,
      records,
      defaultCenterId: null,
      blankClears: false,
      importStamp: highest,
      imported: new Set(),
      earlierCopies: [...earlierCopies],
    };
    const plan = planImport(file, context);
    if (!plan.ok) {
      errors.push(batchError(plan.error.code, plan.error.params));
      continue;
    }
    const toCorrect = plan.value.counts.rejected === 0 ? null : { file, password, context };
    const notes = [...plan.value.notes, ...(own?.notes ?? [])];
    plans.set(input.hash, { plan: { ...plan.value, notes }, toCorrect });
    earlierCopies.push(...copyOf(plan.value.source, plan.value.changes));
    records = flattened(overlaySet(records, plan.value.changes));
    for (const { stamp } of plan.value.changes) if (stamp > highest) highest = stamp;
  }
  planning(null);
  return { plans, errors, records, highest };
}

function resultOf(
  inputs: readonly BatchInput[],
  { plans, errors, records, highest }: JoinedSources,
  made: Pick<JoinedInputs, 'digest' | 'device' | 'at'>,
): Result<JoinedInputs, readonly BatchError[]> {
  if (errors.length > 0) return err(errors);
  const names = new Map<string, string>();
  const files = inputs.flatMap(({ name, hash }): JoinedFile[] => {
    const planned = plans.get(hash);
    const sameAs = names.get(hash) ?? null;
    if (sameAs === null) names.set(hash, name);
    return planned === undefined ? [] : [{ name, hash, ...planned, sameAs }];
  });
  return ok({ files, records, highest, ...made });
}

function highestStamp(sources: readonly Source[]): Stamp {
  let highest = builtInStamp;
  for (const { state } of sources) {
    if (state === null) continue;
    if (state.header.exportStamp > highest) highest = state.header.exportStamp;
    for (const { stamps } of state.rows) {
      for (const stamp of Object.values(stamps)) if (stamp > highest) highest = stamp;
    }
  }
  return highest;
}

/** The last day that dates a record. */
function lastDayOf(records: RecordSet): IsoDate {
  let last = fallbackDay;
  for (const { type, dateField } of recordDefinitions) {
    if (dateField === undefined) continue;
    for (const { values } of records.all(type)) {
      const day = values[dateField];
      if (typeof day === 'string' && day > last) last = day;
    }
  }
  return last;
}

/** A set of its own, instead of one layer upon the other for every file. */
function flattened(set: RecordSet): RecordSet {
  return recordSetOf(allRecords(set));
}

function deviceOf(digest: string): DeviceId {
  const device = digest.slice(0, 12);
  if (!isDeviceId(device)) throw new Error('A hash that is no hash');
  return device;
}
