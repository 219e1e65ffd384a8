import type { ChangeSetId } from '../../../shared/core/ids.ts';
import type { Result } from '../../../shared/core/result.ts';
import type { FileError } from '../../../shared/messages/fileErrors.ts';
import type { ImportPlan } from '../../../shared/workbook/importPlan.ts';
import type { SaveError } from '../../storage/fieldbookStore.ts';

export interface ReceivedFile {
  /** Tells two files of one name apart. */
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password: string | null;
}

export interface FilePlan {
  readonly file: ReceivedFile;
  readonly result: Result<ImportPlan, FileError>;
}

interface Chosen {
  readonly files: readonly ReceivedFile[];
  /** Blank cells of a workbook erase values instead of meaning “unchanged”. */
  readonly blankClears: boolean;
}

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
    } & Chosen)
  | ({
      readonly step: 'preview';
      readonly run: number;
      readonly plans: readonly FilePlan[];
      readonly renewed: boolean;
    } & Chosen)
  | ({
      readonly step: 'committing';
      readonly outcomes: readonly FileOutcome[];
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
  | { readonly kind: 'imported'; readonly plan: ImportPlan; readonly changeSet: ChangeSetId }
  /** Nothing in it was new. */
  | { readonly kind: 'nothing'; readonly plan: ImportPlan }
  | { readonly kind: 'refused'; readonly name: string; readonly error: FileError }
  | { readonly kind: 'notSaved'; readonly name: string; readonly error: SaveError }
  /** A file before it could not be saved, or records changed meanwhile, and this plan builds on both. */
  | { readonly kind: 'notReached'; readonly name: string };

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
  | { readonly type: 'planned'; readonly run: number; readonly plans: readonly FilePlan[] }
  | { readonly type: 'readingFailed'; readonly run: number; readonly failure: string }
  | { readonly type: 'recordsChanged' }
  | { readonly type: 'commitStarted' }
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
    case 'recordsChanged':
      return state.step === 'preview' ? readAgain(state, (chosen) => chosen, true) : state;
    case 'stepped':
      return isRun(state, event.run) ? { ...state, at: event.at, doing: event.doing } : state;
    case 'planned':
      return isRun(state, event.run) ? previewOf(state, event.plans) : state;
    case 'readingFailed':
      return isRun(state, event.run) ? { step: 'choose', failure: event.failure } : state;
    case 'commitStarted':
      return state.step === 'preview' ? committing(state) : state;
    case 'fileDone':
      return fileDone(state, event.outcome);
  }
}

/** The plans that a commit would apply: files that could be read and bring something. */
export function plansToCommit(plans: readonly FilePlan[]): readonly ImportPlan[] {
  return plans.flatMap(({ result }) => (result.ok && result.value.changes.length > 0 ? [result.value] : []));
}

function readAgain(state: ReceiveState, change: (chosen: Chosen) => Chosen, renewed = false): ReceiveState {
  if (state.step === 'committing') return state;
  const before: Chosen =
    state.step === 'reading' || state.step === 'preview'
      ? { files: state.files, blankClears: state.blankClears }
      : { files: [], blankClears: false };
  const run = state.step === 'reading' || state.step === 'preview' ? state.run + 1 : 1;
  const chosen = change(before);
  return chosen.files.length === 0
    ? noImport
    : { step: 'reading', run, ...chosen, renewed, at: null, doing: 'reading' };
}

type Reading = Extract<ReceiveState, { readonly step: 'reading' }>;

// What a reading answers that was overtaken by another choice is not asked for any more.
function isRun(state: ReceiveState, run: number): state is Reading {
  return state.step === 'reading' && state.run === run;
}

function previewOf({ files, blankClears, run, renewed }: Reading, plans: readonly FilePlan[]): ReceiveState {
  return { step: 'preview', files, blankClears, run, renewed, plans };
}

function committing({ plans, blankClears }: Committed): ReceiveState {
  return { step: 'committing', plans, blankClears, outcomes: [] };
}

function fileDone(state: ReceiveState, outcome: FileOutcome): ReceiveState {
  if (state.step !== 'committing') return state;
  const outcomes = [...state.outcomes, outcome];
  return outcomes.length === state.plans.length
    ? { ...state, step: 'done', outcomes }
    : { ...state, outcomes };
}
