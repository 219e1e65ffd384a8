import type { ChangeSetId } from '../../../shared/core/ids.ts';
import type { Result } from '../../../shared/core/result.ts';
import type { FileError } from '../../../shared/messages/fileErrors.ts';
import {
  noDecisions,
  type RowDecision,
  type WorkbookMapping,
} from '../../../shared/workbook/foreign/mapping.ts';
import type { ImportPlan } from '../../../shared/workbook/importPlan.ts';
import type { SaveError } from '../../storage/fieldbookStore.ts';
import type { ForeignFile } from '../../workers/exchangeJob.ts';
import type { KeptFiles, ReceivedPack } from './receivedPack.ts';

export interface ReceivedFile {
  /** Tells two files of one name apart. */
  readonly key: string;
  readonly name: string;
  /** Of the workbook, also where it came in a pack. */
  readonly bytes: Uint8Array;
  readonly password: string | null;
  /** How its columns are read and what becomes of its rows; absent where nobody said so. */
  readonly mapping?: WorkbookMapping;
  /** Its columns are to be matched later; the other files go on without it. */
  readonly aside?: boolean;
  /** What came along with it. */
  readonly pack?: ReceivedPack;
  /** Why a pack cannot be opened. */
  readonly refused?: FileError;
}

export interface FilePlan {
  readonly file: ReceivedFile;
  readonly result: Result<ImportPlan, FileError>;
  /** For somebody's own table. */
  readonly foreign?: ForeignFile;
}

interface Chosen {
  readonly files: readonly ReceivedFile[];
  /** Blank cells of a workbook erase values instead of meaning “unchanged”. */
  readonly blankClears: boolean;
}

type Preview = {
  readonly step: 'preview';
  readonly run: number;
  /** The run that opened it; the same while only rows of it are decided. */
  readonly opened: number;
  readonly plans: readonly FilePlan[];
  readonly renewed: boolean;
} & Chosen;

/** One import, from choosing files to the result. Reading it again with other options goes back to `reading`. */
export type ReceiveState =
  | {
      readonly step: 'choose';
      /** The reader itself failed on what was chosen before; for the log. */
      readonly failure: string | null;
    }
  | ({
      readonly step: 'reading';
      readonly run: number;
      /** Because records changed while the preview was open. */
      readonly renewed: boolean;
      /** Index of the file that is being read or compared; null before the first. */
      readonly at: number | null;
      readonly doing: 'reading' | 'planning';
      /** The preview that stays in sight, because rows of it were decided and nothing else changes. */
      readonly behind: Preview | null;
    } & Chosen)
  /** The columns of somebody's own table are matched, one file after the other. */
  | ({
      readonly step: 'mapping';
      readonly run: number;
      readonly plans: readonly FilePlan[];
      readonly renewed: boolean;
      readonly fileKey: string;
    } & Chosen)
  | Preview
  | ({
      readonly step: 'committing';
      readonly outcomes: readonly FileOutcome[];
      /** A person wants no file after the one at hand. */
      readonly stopping: boolean;
    } & Committed)
  | ({
      readonly step: 'done';
      /** One for each plan, in their order. */
      readonly outcomes: readonly FileOutcome[];
    } & Committed);

/** What was previewed, to be looked up after the import: which file, read how. */
interface Committed {
  readonly plans: readonly FilePlan[];
  readonly blankClears: boolean;
}

export type FileOutcome =
  | {
      readonly kind: 'imported';
      readonly plan: ImportPlan;
      readonly changeSet: ChangeSetId;
      readonly kept?: KeptFiles;
    }
  /** Nothing in it was new, but perhaps for files that came along. */
  | { readonly kind: 'nothing'; readonly plan: ImportPlan; readonly kept?: KeptFiles }
  | { readonly kind: 'refused'; readonly name: string; readonly error: FileError }
  | { readonly kind: 'notSaved'; readonly name: string; readonly error: SaveError }
  /** A file before it could not be saved, or records changed meanwhile, and this plan builds on both. */
  | { readonly kind: 'notReached'; readonly name: string }
  /** A person stopped before it. */
  | { readonly kind: 'stopped'; readonly name: string };

export type ReceiveEvent =
  | { readonly type: 'filesAdded'; readonly files: readonly ReceivedFile[] }
  | { readonly type: 'fileRemoved'; readonly key: string }
  | { readonly type: 'passwordEntered'; readonly key: string; readonly password: string }
  | { readonly type: 'blankClearsSet'; readonly on: boolean }
  | {
      readonly type: 'stepped';
      readonly run: number;
      readonly at: number;
      readonly doing: 'reading' | 'planning';
    }
  | { readonly type: 'mappingConfirmed'; readonly key: string; readonly mapping: WorkbookMapping }
  | { readonly type: 'filePutAside'; readonly key: string }
  | { readonly type: 'mappingReopened'; readonly key: string }
  /** What becomes of a row that resembles another; null for a new record after all. */
  | {
      readonly type: 'rowDecided';
      readonly key: string;
      readonly sheet: string;
      readonly row: number;
      readonly decision: RowDecision | null;
    }
  | { readonly type: 'unpacked'; readonly run: number; readonly file: ReceivedFile }
  | { readonly type: 'planned'; readonly run: number; readonly plans: readonly FilePlan[] }
  | { readonly type: 'readingFailed'; readonly run: number; readonly failure: string }
  | { readonly type: 'recordsChanged' }
  | { readonly type: 'commitStarted' }
  | { readonly type: 'commitStopped' }
  | { readonly type: 'fileDone'; readonly outcome: FileOutcome }
  | { readonly type: 'restarted' };

export const noImport: ReceiveState = { step: 'choose', failure: null };

/** Pure; an event that does not fit the step changes nothing. */
export function receiveReducer(state: ReceiveState, event: ReceiveEvent): ReceiveState {
  switch (event.type) {
    case 'restarted':
      return state.step === 'committing' ? state : noImport;
    case 'filesAdded':
      return readAgain(state, (chosen) => ({ ...chosen, files: [...chosen.files, ...event.files] }));
    case 'fileRemoved':
      return readAgain(state, (chosen) => ({
        ...chosen,
        files: chosen.files.filter(({ key }) => key !== event.key),
      }));
    case 'passwordEntered':
      return readAgain(state, (chosen) => ({
        ...chosen,
        files: chosen.files.map((file) =>
          file.key === event.key ? { ...file, password: event.password } : file,
        ),
      }));
    case 'blankClearsSet':
      return readAgain(state, (chosen) => ({ ...chosen, blankClears: event.on }));
    case 'mappingConfirmed':
      return nextToMap(state, event.key, (file) => ({ ...file, mapping: event.mapping, aside: false }));
    case 'filePutAside':
      return nextToMap(state, event.key, ({ mapping: _, ...file }) => ({ ...file, aside: true }));
    case 'mappingReopened':
      return reopened(state, event.key);
    case 'rowDecided':
      return rowDecided(state, event);
    case 'recordsChanged':
      return state.step === 'preview' ? readAgain(state, (chosen) => chosen, true) : state;
    case 'stepped':
      return isRun(state, event.run) ? { ...state, at: event.at, doing: event.doing } : state;
    case 'unpacked':
      return isRun(state, event.run) ? withFile(state, event.file) : state;
    case 'planned':
      return isRun(state, event.run) ? previewOf(state, event.plans) : state;
    case 'readingFailed':
      return isRun(state, event.run) ? { step: 'choose', failure: event.failure } : state;
    case 'commitStarted':
      return state.step === 'preview' ? committing(state) : state;
    case 'commitStopped':
      return state.step === 'committing' ? { ...state, stopping: true } : state;
    case 'fileDone':
      return fileDone(state, event.outcome);
  }
}

/** A file with the mapping that its plan was made by: remembered ones are not the file's own. */
export function fileAsPlanned({ file, foreign }: FilePlan): ReceivedFile {
  const mapping = foreign?.mapping ?? null;
  return mapping === null ? file : { ...file, mapping };
}

/** How many files of evidence an import would bring to this computer. */
export const filesToKeep = (plans: readonly FilePlan[]): number =>
  plans.reduce((sum, { file, result }) => sum + (result.ok ? (file.pack?.fresh.length ?? 0) : 0), 0);

/** The plans that a commit would apply: files that could be read and bring something. */
export function plansToCommit(plans: readonly FilePlan[]): readonly ImportPlan[] {
  return plans.flatMap(({ result }) => (result.ok && result.value.changes.length > 0 ? [result.value] : []));
}

function readAgain(state: ReceiveState, change: (chosen: Chosen) => Chosen, renewed = false): ReceiveState {
  if (state.step === 'committing') return state;
  const before: Chosen = isChosen(state)
    ? { files: state.files, blankClears: state.blankClears }
    : { files: [], blankClears: false };
  const run = isChosen(state) ? state.run + 1 : 1;
  const chosen = change(before);
  return chosen.files.length === 0
    ? noImport
    : { step: 'reading', run, ...chosen, renewed, at: null, doing: 'reading', behind: null };
}

type WithFiles = Extract<ReceiveState, Chosen>;

const isChosen = (state: ReceiveState): state is WithFiles =>
  state.step === 'reading' || state.step === 'mapping' || state.step === 'preview';

/** The next file whose columns nobody matched; when there is none, everything is read as decided. */
function nextToMap(
  state: ReceiveState,
  key: string,
  change: (file: ReceivedFile) => ReceivedFile,
): ReceiveState {
  if (state.step !== 'mapping') return state;
  const files = state.files.map((file) => (file.key === key ? change(file) : file));
  const next = fileToMap(files, state.plans);
  return next === null
    ? readAgain(state, (chosen) => ({ ...chosen, files }))
    : { ...state, files, fileKey: next };
}

function fileToMap(files: readonly ReceivedFile[], plans: readonly FilePlan[]): string | null {
  const waiting = files.find(({ key, mapping, aside }) => {
    const foreign = plans.find(({ file }) => file.key === key)?.foreign;
    return foreign !== undefined && foreign.mapping === null && mapping === undefined && aside !== true;
  });
  return waiting?.key ?? null;
}

function reopened(state: ReceiveState, key: string): ReceiveState {
  if (state.step !== 'preview') return state;
  const plan = state.plans.find(({ file }) => file.key === key);
  if (plan?.foreign === undefined) return state;
  const { files, blankClears, run, plans, renewed } = state;
  return { step: 'mapping', files, blankClears, run, plans, renewed, fileKey: key };
}

function rowDecided(
  state: ReceiveState,
  { key, sheet, row, decision }: Extract<ReceiveEvent, { readonly type: 'rowDecided' }>,
): ReceiveState {
  // The preview that is in sight: one row after the other can be decided before it is made again.
  const preview = state.step === 'reading' ? state.behind : state.step === 'preview' ? state : null;
  const plan = preview?.plans.find(({ file }) => file.key === key);
  const mapping = plan === undefined ? null : decisionsOf(plan);
  if (preview === null || mapping === null) return state;
  const others = mapping.rows.filter((one) => one.sheet !== sheet || one.row !== row);
  const decided = { ...mapping, rows: decision === null ? others : [...others, decision] };
  const again = readAgain(state, (chosen) => ({
    ...chosen,
    files: chosen.files.map((file) => (file.key === key ? { ...file, mapping: decided } : file)),
  }));
  if (again.step !== 'reading') return again;
  const plans = preview.plans.map((plan) => (plan.file.key === key ? withMapping(plan, decided) : plan));
  return { ...again, behind: { ...preview, plans } };
}

/**
 * What a person decided of a file's columns and rows; null while its columns are to be matched. A workbook of
 * Fieldbook's own has nothing to be matched, and new rows to be decided.
 */
export const decisionsOf = ({ file, foreign }: FilePlan): WorkbookMapping | null =>
  foreign === undefined ? (file.mapping ?? noDecisions) : foreign.mapping;

/** The plan with what was decided since it was made. */
function withMapping(plan: FilePlan, mapping: WorkbookMapping): FilePlan {
  return plan.foreign === undefined
    ? { ...plan, file: { ...plan.file, mapping } }
    : { ...plan, foreign: { ...plan.foreign, mapping } };
}

type Reading = Extract<ReceiveState, { readonly step: 'reading' }>;

// What a reading answers that was overtaken by another choice is not asked for any more.
function isRun(state: ReceiveState, run: number): state is Reading {
  return state.step === 'reading' && state.run === run;
}

function withFile(state: Reading, file: ReceivedFile): ReceiveState {
  return { ...state, files: state.files.map((one) => (one.key === file.key ? file : one)) };
}

function previewOf(reading: Reading, plans: readonly FilePlan[]): ReceiveState {
  const { files, blankClears, run, renewed, behind } = reading;
  const waiting = fileToMap(files, plans);
  if (waiting !== null) return { step: 'mapping', files, blankClears, run, renewed, plans, fileKey: waiting };
  return { step: 'preview', files, blankClears, run, opened: behind?.opened ?? run, renewed, plans };
}

function committing({ plans, blankClears }: Committed): ReceiveState {
  return { step: 'committing', plans, blankClears, outcomes: [], stopping: false };
}

function fileDone(state: ReceiveState, outcome: FileOutcome): ReceiveState {
  if (state.step !== 'committing') return state;
  const { plans, blankClears } = state;
  const outcomes = [...state.outcomes, outcome];
  return outcomes.length === plans.length
    ? { step: 'done', plans, blankClears, outcomes }
    : { ...state, outcomes };
}
