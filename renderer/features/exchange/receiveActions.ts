import { dateInZone } from '../../../shared/core/dates.ts';
import { newRecordId, type RecordId } from '../../../shared/core/ids.ts';
import type { Language } from '../../../shared/core/language.ts';
import type { PickedFile } from '../../../shared/ipc/host.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { overlaySet } from '../../../shared/sync/overlay.ts';
import type { WorkbookMapping } from '../../../shared/workbook/foreign/mapping.ts';
import { forget, remember } from '../../../shared/workbook/foreign/remembered.ts';
import type { ImportPlan } from '../../../shared/workbook/importPlan.ts';
import { isPlanCurrent } from '../../../shared/workbook/planImport.ts';
import type { FieldbookStore } from '../../storage/fieldbookStore.ts';
import type { Services } from '../../stores/services.tsx';
import type { Workspace } from '../../stores/settings.ts';
import { localZone } from '../../stores/useToday.ts';
import type { planInWorker, unpackInWorker } from '../../workers/exchangeClient.ts';
import type { PlanOptions } from '../../workers/exchangeJob.ts';
import { copiesBefore, importsBefore } from './importsBefore.ts';
import { planEach, unpacked } from './readFiles.ts';
import { keepFiles } from './receivedPack.ts';
import {
  type FileOutcome,
  type FilePlan,
  plansToCommit,
  type ReceivedFile,
  type ReceiveEvent,
  type ReceiveState,
} from './receiveState.ts';
import type { ReceiveStore } from './receiveStore.ts';

export interface ReceiveActions {
  add(files: readonly PickedFile[]): void;
  /** Changes what is read, or how, and reads again. */
  change(
    event: Extract<
      ReceiveEvent,
      {
        type:
          | 'fileRemoved'
          | 'passwordEntered'
          | 'blankClearsSet'
          | 'restarted'
          | 'filePutAside'
          | 'mappingReopened'
          | 'rowDecided';
      }
    >,
  ): void;
  /** Reads a file as a person said, and remembers it for the next workbook with its headers. */
  confirmMapping(key: string, mapping: WorkbookMapping): void;
  forgetMapping(fingerprint: string): void;
  commit(): Promise<void>;
  /** Saves no file after the one at hand; those that are saved stay, each to be taken back on its own. */
  stopCommit(): void;
}

export interface ReceiveContext {
  readonly receive: ReceiveStore;
  readonly store: FieldbookStore;
  readonly services: Pick<Services, 'clock' | 'random' | 'session' | 'host'>;
  readonly language: Language;
  readonly planFiles: typeof planInWorker;
  readonly unpack: typeof unpackInWorker;
}

let reading: AbortController | null = null;

export function receiveActions(context: ReceiveContext): ReceiveActions {
  const { receive, services } = context;
  return {
    add: (files) => {
      const received = files.map(({ name, bytes }) => ({
        key: newRecordId(services.clock, services.random),
        name,
        bytes,
        password: null,
      }));
      receive.dispatch({ type: 'filesAdded', files: received });
      void read(context);
    },
    change: (event) => {
      receive.dispatch(event);
      void read(context);
    },
    confirmMapping: (key, mapping) => {
      rememberMapping(context, key, mapping);
      receive.dispatch({ type: 'mappingConfirmed', key, mapping });
      void read(context);
    },
    forgetMapping: (fingerprint) => {
      const { settings, update } = services.session.getState();
      update({ foreignMappings: forget(settings.foreignMappings, fingerprint) });
    },
    commit: () => commitPlans(context),
    stopCommit: () => receive.dispatch({ type: 'commitStopped' }),
  };
}

function rememberMapping({ receive, services }: ReceiveContext, key: string, mapping: WorkbookMapping): void {
  const state = receive.getState();
  if (state.step !== 'mapping') return;
  const grid = state.plans.find(({ file }) => file.key === key)?.foreign?.grid;
  if (grid === undefined) return;
  const { settings, update } = services.session.getState();
  const { foreignMappings, workspace } = settings;
  update({ foreignMappings: remember(foreignMappings, grid, mapping, centerIdOf(workspace)) });
}

const centerIdOf = (workspace: Workspace | null): RecordId | null =>
  workspace?.kind === 'center' ? workspace.centerId : null;

/** Reads and plans whatever is chosen now; an earlier reading is given up. */
async function read(context: ReceiveContext): Promise<void> {
  reading?.abort();
  const { receive, store, services, language } = context;
  const state = receive.getState();
  if (state.step !== 'reading') return;
  const { run, blankClears } = state;
  const control = new AbortController();
  reading = control;
  try {
    const files = await unpacked(context, state, control.signal);
    if (files === null) return;
    const options = await planOptions({ store, services, language }, blankClears);
    const progress: Parameters<typeof planInWorker>[3] = {
      signal: control.signal,
      workbooks: services.host.workbooks,
      onStep: (step) => {
        if (step.step !== 'writing')
          receive.dispatch({ type: 'stepped', run, at: step.file, doing: step.step });
      },
    };
    const first = await planEach(context, files, options, progress);
    if (first === null) return;
    // Which workbooks they are is known only now; that one is a later state of a copy imported before is rare.
    const earlierCopies = await copiesBefore(store, files, first);
    const plans =
      earlierCopies.length === 0
        ? first
        : await planEach(context, files, { ...options, earlierCopies }, progress);
    if (plans === null) return;
    const filePlans = files.flatMap((file, index): FilePlan[] => {
      const result = plans[index];
      if (result === undefined) return [];
      const { foreign } = result;
      return [foreign === undefined ? { file, result } : { file, result, foreign }];
    });
    receive.dispatch({ type: 'planned', run, plans: filePlans });
  } catch (error) {
    receive.dispatch({ type: 'readingFailed', run, failure: String(error) });
  }
}

/** How files are planned here and now. */
export async function planOptions(
  { store, services, language }: Pick<ReceiveContext, 'store' | 'services' | 'language'>,
  blankClears: boolean,
): Promise<PlanOptions> {
  const { workspace, foreignMappings } = services.session.getState().settings;
  const now = services.clock.now();
  return {
    language,
    today: dateInZone(now, localZone()),
    now,
    defaultCenterId: centerIdOf(workspace),
    blankClears,
    importStamp: store.issueStamp(),
    remembered: foreignMappings,
    ...(await importsBefore(store)),
  };
}

/** Applies exactly the previewed plans, each as one change set; makes the preview again when records changed. */
async function commitPlans(context: ReceiveContext): Promise<void> {
  const { receive, store, services } = context;
  const state = receive.getState();
  if (state.step !== 'preview') return;
  if (!areCurrent(plansToCommit(state.plans), store.records)) {
    receive.dispatch({ type: 'recordsChanged' });
    return read(context);
  }
  receive.dispatch({ type: 'commitStarted' });
  // The way back from a wrong import. Where it cannot be taken, the foot of the screen says so; undo is still there.
  await services.host.snapshots.take('import');
  let stopped = false;
  for (const { file, result } of state.plans) {
    const outcome: FileOutcome = !result.ok
      ? { kind: 'refused', name: file.name, error: result.error }
      : stopped
        ? { kind: 'notReached', name: file.name }
        : isStopping(receive.getState())
          ? { kind: 'stopped', name: file.name }
          : await commitFile(context, file, result.value);
    // The plans after one that failed were made on top of it.
    if (outcome.kind === 'notSaved' || outcome.kind === 'notReached') stopped = true;
    receive.dispatch({ type: 'fileDone', outcome });
  }
}

const isStopping = (state: ReceiveState): boolean => state.step === 'committing' && state.stopping;

/** What came along first: a record is called saved only after the file that it names was kept. */
async function commitFile(
  context: ReceiveContext,
  { pack }: ReceivedFile,
  plan: ImportPlan,
): Promise<FileOutcome> {
  if (pack === undefined) return commitPlan(context, plan);
  const refusal = await context.store.refusal();
  if (refusal !== null) return { kind: 'notSaved', name: plan.source.name, error: refusal };
  const kept = await keepFiles(pack, context.services.host.evidence);
  const outcome = await commitPlan(context, plan);
  return outcome.kind === 'imported' || outcome.kind === 'nothing' ? { ...outcome, kept } : outcome;
}

async function commitPlan({ store, services }: ReceiveContext, plan: ImportPlan): Promise<FileOutcome> {
  if (plan.changes.length === 0) return { kind: 'nothing', plan };
  const { name, workbookId, contentHash, savedBy, savedAt } = plan.source;
  const saved = savedBy === undefined || savedAt === undefined ? {} : { savedBy, savedAt };
  let isCurrent = true;
  const committed = await store.commit({
    kind: 'import',
    by: services.session.getState().settings.person?.name ?? '',
    source: { name, workbookId, contentHash, ...saved },
    plan: (records) => {
      isCurrent = isPlanCurrent(plan, records);
      return isCurrent ? plan.changes : [];
    },
  });
  if (!committed.ok) return { kind: 'notSaved', name, error: committed.error };
  const { changeSet } = committed.value;
  if (changeSet === null) return isCurrent ? { kind: 'nothing', plan } : { kind: 'notReached', name };
  return { kind: 'imported', plan, changeSet: changeSet.id };
}

/** Each plan builds on the ones before it. */
function areCurrent(plans: readonly ImportPlan[], records: RecordSet): boolean {
  let before = records;
  for (const plan of plans) {
    if (!isPlanCurrent(plan, before)) return false;
    before = overlaySet(before, plan.changes);
  }
  return true;
}
