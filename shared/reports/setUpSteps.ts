import type { IsoDate } from '../core/dates.ts';
import type { RecordId } from '../core/ids.ts';
import { isBlank } from '../core/text.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';
import type { RecordType, ValuesByType } from '../records/registry.ts';
import { isOpenDecision } from './openDecisions.ts';
import { toldRecords } from './toldSamples.ts';

export type Stage = NonNullable<ValuesByType['milestone']['stage']>;
export type MilestoneKind = NonNullable<ValuesByType['milestone']['kind']>;

/** What the programme expects of a stage before the next one begins, in its order. */
export const stepsByStage = {
  // The committee decides “after signing the MoU”: the signing closes the selection.
  selection: ['relationship', 'willingness', 'strategicDecision', 'highLevelDialogue', 'mou'],
  opening: [
    'committee',
    'contentsDecided',
    'koreaBudget',
    'partnerBudget',
    'forum',
    'operatingPeriod',
    'ceremony',
  ],
  operation: ['experts', 'plan', 'training', 'consulting', 'partnerShareAgreed', 'closing'],
  afterClosure: ['handover', 'decisionsCarriedOut', 'followUp'],
} as const satisfies Readonly<Record<Stage, readonly string[]>>;
export type StepKey = (typeof stepsByStage)[Stage][number];

/** The stage that the center's status stands for; null where the status says nothing. */
export function stageOf({ values }: RecordOf<'center'>): Stage | null {
  switch (values.status) {
    case 'selection':
      return 'selection';
    case 'opening':
      return 'opening';
    case 'operating':
    case 'extended':
      return 'operation';
    case 'closed':
    case 'followUp':
      return 'afterClosure';
    default:
      return null;
  }
}

export interface SetUpStep {
  readonly key: StepKey;
  readonly isMet: boolean;
  /** The partner's share is decided to be discussed later: enough to open, not to close. */
  readonly toBeDiscussed?: true;
  /** A record that shows it: a milestone, a meeting, the center itself. Null where nothing does yet. */
  readonly shownBy: { readonly type: string; readonly id: RecordId } | null;
}

export interface StageSteps {
  readonly stage: Stage;
  readonly steps: readonly SetUpStep[];
}

/**
 * Each stage with the steps of the programme's set-up procedure and whether the records show them. A step that
 * happened is shown by its milestone or by what it left behind: the MoU by its date, the committee by a meeting that
 * took place. What is still to come shows nothing, whatever its kind; nor does a sample where the center has work of its
 * own (see `toldSamples`).
 */
export function setUpSteps(
  center: RecordOf<'center'>,
  set: RecordSet,
  today: IsoDate,
): readonly StageSteps[] {
  const facts = factsOf(center, set, today);
  const stages: readonly Stage[] = ['selection', 'opening', 'operation', 'afterClosure'];
  return stages.map((stage) => ({
    stage,
    steps: stepsByStage[stage].map((key) => ({ key, ...stepOf(key, facts) })),
  }));
}

interface Facts {
  readonly center: RecordOf<'center'>;
  readonly milestones: readonly RecordOf<'milestone'>[];
  /** Of the committees, that took place. */
  readonly meetings: readonly RecordOf<'meeting'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  readonly today: IsoDate;
  /** The first record of this center that fits. */
  first<Type extends RecordType>(
    type: Type,
    fits: (values: ValuesByType[Type]) => boolean,
  ): RecordOf<Type> | null;
}

function factsOf(center: RecordOf<'center'>, set: RecordSet, today: IsoDate): Facts {
  const { records } = toldRecords(set, [center.id]);
  const own = <Type extends RecordType>(type: Type) =>
    recordsOf(records, type).filter(({ centerId }) => centerId === center.id);
  return {
    center,
    milestones: own('milestone').filter(({ values }) => values.status === 'done'),
    meetings: own('meeting').filter(
      ({ values: { kind, date } }) => (kind === 'committee' || kind === 'steering') && isPast(date, today),
    ),
    decisions: own('decision'),
    today,
    first: (type, fits) => own(type).find(({ values }) => fits(values)) ?? null,
  };
}

type StepState = Omit<SetUpStep, 'key'>;

function stepOf(key: StepKey, facts: Facts): StepState {
  const { center, meetings, decisions, first, today } = facts;
  const { values } = center;
  switch (key) {
    case 'relationship':
      return stated(center, isWritten(values.relationship));
    case 'willingness':
      return stated(center, isWritten(values.willingness));
    case 'strategicDecision':
      return shown(done(facts, 'strategicDecision'));
    case 'highLevelDialogue':
      return shown(done(facts, 'highLevelDialogue'));
    case 'mou':
      return orStated(done(facts, 'mouSigning'), center, isPast(values.mouSignedOn, today));
    case 'committee':
      return shown(done(facts, 'committeeFormed') ?? meetings[0] ?? null);
    case 'contentsDecided': {
      const held = new Set(meetings.map(({ id }) => id));
      return shown(
        decisions.find(({ values: { meeting } }) => meeting !== undefined && held.has(meeting)) ?? null,
      );
    }
    case 'koreaBudget':
      return stated(center, values.koreaBudget !== undefined);
    case 'partnerBudget':
      return values.partnerBudgetStatus === 'toBeDiscussed'
        ? { ...stated(center, true), toBeDiscussed: true }
        : stated(center, hasPartnerShare(values));
    case 'forum':
      return shown(done(facts, 'cooperationForum') ?? heldForum(facts));
    case 'operatingPeriod':
      return stated(center, values.operationStart !== undefined && values.operationEnd !== undefined);
    case 'ceremony':
      return orStated(done(facts, 'opening'), center, isPast(values.openedOn, today));
    case 'experts':
      return shown(
        first(
          'assignment',
          ({ role, start }) => (role === 'expert' || role === 'head') && isPast(start, today),
        ),
      );
    case 'plan':
      return shown(first('plan', ({ status }) => status === 'approved' || status === 'superseded'));
    case 'training':
      return shown(first('training', ({ start }) => isPast(start, today)));
    case 'consulting':
      return shown(first('consultation', ({ date }) => isPast(date, today)));
    case 'partnerShareAgreed':
      return stated(center, hasPartnerShare(values));
    case 'closing':
      return shown(done(facts, 'closing'));
    case 'handover':
      return shown(done(facts, 'handover'));
    case 'decisionsCarriedOut': {
      // Where nothing was decided, or nothing says how far a decision is, nothing says that it was carried out.
      const isDone = decisions.every(
        ({ values: { status } }) => status !== undefined && !isOpenDecision(status),
      );
      return { isMet: decisions.length > 0 && isDone, shownBy: null };
    }
    case 'followUp':
      return shown(first('followUp', () => true));
  }
}

const isPast = (day: IsoDate | undefined, today: IsoDate): boolean => day !== undefined && day <= today;

const isWritten = (text: string | undefined): boolean => text !== undefined && !isBlank(text);

const hasPartnerShare = ({ partnerBudgetStatus, partnerBudget }: ValuesByType['center']): boolean =>
  partnerBudgetStatus !== 'toBeDiscussed' && partnerBudget !== undefined;

const done = ({ milestones }: Facts, kind: MilestoneKind) =>
  milestones.find(({ values }) => values.kind === kind) ?? null;

/** A forum that the center held, alone or with others: one that it attended as a guest is somebody else's. */
const heldForum = ({ first, today }: Facts) =>
  first('event', ({ kind, role, date }) => kind === 'forum' && role !== 'guest' && isPast(date, today));

function shown(record: RecordOf<RecordType> | null): StepState {
  if (record === null) return { isMet: false, shownBy: null };
  return { isMet: true, shownBy: { type: record.type, id: record.id } };
}

function stated(center: RecordOf<'center'>, isMet: boolean): StepState {
  return { isMet, shownBy: isMet ? { type: 'center', id: center.id } : null };
}

const orStated = (record: RecordOf<RecordType> | null, center: RecordOf<'center'>, isMet: boolean) =>
  record === null ? stated(center, isMet) : shown(record);
