import type { IsoDate } from '../core/dates.ts';
import { isBlank } from '../core/text.ts';
import { project } from './project.ts';
import type { ValuesByType } from './registry.ts';

export type ProjectValues = ValuesByType['project'];
export type ProjectStatus = NonNullable<ProjectValues['status']>;

/** `on` is the usual way; `back` and `stop` ask why. */
export interface ProjectStep {
  readonly to: ProjectStatus;
  readonly kind: 'on' | 'back' | 'stop';
}

const stepsFrom: Readonly<Record<ProjectStatus, readonly ProjectStep[]>> = {
  proposed: [
    { to: 'approved', kind: 'on' },
    { to: 'cancelled', kind: 'stop' },
  ],
  approved: [
    { to: 'running', kind: 'on' },
    { to: 'proposed', kind: 'back' },
    { to: 'cancelled', kind: 'stop' },
  ],
  running: [
    { to: 'done', kind: 'on' },
    { to: 'approved', kind: 'back' },
    { to: 'cancelled', kind: 'stop' },
  ],
  done: [{ to: 'running', kind: 'back' }],
  cancelled: [{ to: 'proposed', kind: 'back' }],
};

/** The steps that make sense from a status: the next one, the one before, and the end; from none, as if proposed. */
export const projectSteps = (status: ProjectStatus | undefined): readonly ProjectStep[] =>
  stepsFrom[status ?? 'proposed'];

/** What a person enters with a step; each is asked only where it is needed. */
export interface StepInput {
  /** The first day of work for `running`, the last for `done` and `cancelled`. */
  readonly day: IsoDate | null;
  readonly result: string;
  readonly reason: string;
}

export type StepProblem =
  | 'REASON_MISSING'
  | 'START_MISSING'
  | 'END_MISSING'
  | 'END_BEFORE_START'
  | 'RESULT_MISSING';

/** Why a step cannot be taken so; null where it can. Going back to `running` keeps its start and asks no day. */
export function stepProblem(
  values: ProjectValues,
  { to, kind }: ProjectStep,
  { day, result, reason }: StepInput,
): StepProblem | null {
  if (kind !== 'on' && isBlank(reason)) return 'REASON_MISSING';
  if (kind === 'back') return null;
  if (to === 'running' && day === null) return 'START_MISSING';
  if (to === 'running' && values.end !== undefined && day !== null && day > values.end) {
    return 'END_BEFORE_START';
  }
  if (to !== 'done' && to !== 'cancelled') return null;
  if (day === null) return 'END_MISSING';
  const hasBegun = to === 'done' || values.status === 'running';
  if (hasBegun && values.start !== undefined && day < values.start) return 'END_BEFORE_START';
  return to === 'done' && isBlank(result) ? 'RESULT_MISSING' : null;
}

/** The fields that a step changes. Reasons are kept below each other, each with its day and step. */
export function steppedValues(
  values: ProjectValues,
  { to, kind }: ProjectStep,
  { day, result, reason }: StepInput,
  today: IsoDate,
): ProjectValues {
  if (kind !== 'on') {
    const line = `${today} ${labelOf(values.status)} → ${labelOf(to)}: ${reason.trim()}`;
    const before = values.statusReason;
    return {
      status: to,
      statusReason: before === undefined ? line : `${before}\n${line}`,
      ...(kind === 'stop' ? { end: lastDay(values, day ?? today) } : {}),
      // The day on which it was cancelled is not its last one any more.
      ...(values.status === 'cancelled' ? { end: undefined } : {}),
    };
  }
  return {
    status: to,
    ...(to === 'running' && day !== null ? { start: day } : {}),
    ...(to === 'done' && day !== null ? { end: day, result: result.trim() } : {}),
  };
}

/** What is cancelled before the day on which it was to begin has no day before that. */
const lastDay = ({ start }: ProjectValues, day: IsoDate): IsoDate =>
  start !== undefined && day < start ? start : day;

// Kept in both languages: the text travels to people who read the other one.
function labelOf(status: ProjectStatus | undefined): string {
  const label = project.fields.status.choices.find(({ value }) => value === status)?.label;
  return label === undefined ? '' : `${label.en}/${label.ko}`;
}
