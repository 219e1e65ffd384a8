import { addDays, type IsoDate } from '../../core/dates.ts';
import type { Label } from '../../core/language.ts';
import type { ValuesByType } from '../registry.ts';
import type { SampleCast } from './generateSample.ts';
import { workingDay } from './sampleDates.ts';
import { evidenceText } from './sampleEvidence.ts';
import { lastDayOf } from './sampleTimeline.ts';

type MilestoneKind = NonNullable<ValuesByType['milestone']['kind']>;
type Stage = NonNullable<ValuesByType['milestone']['stage']>;

interface Step {
  readonly stage: Stage;
  readonly kind: MilestoneKind;
  readonly day: IsoDate;
  readonly outcome?: Label;
}

const furtherPeriod: Label = {
  en: 'Both sides agreed on a further operating period (sample).',
  ko: '양측이 추가 운영 기간에 합의함(견본).',
};
const oneMoreYear: Label = {
  en: 'Both sides agreed on one more year (sample).',
  ko: '양측이 1년 연장 운영에 합의함(견본).',
};

/** The steps of a center's life, done as far as their days have come; the next forum is near or a little late. */
export function addMilestones(cast: SampleCast): void {
  const { today, timeline, random } = cast;
  for (const step of stepsOf(cast)) {
    // What lies further ahead is planned for, without weekends being looked at.
    if (step.day <= today) addDone(cast, step);
    else addPlanned(cast, step);
  }
  if (timeline.isClosed) return;
  const isOverdue = random.chance(0.3);
  const day = addDays(today, isOverdue ? -random.between(3, 20) : random.between(2, 45));
  addPlanned(cast, { stage: 'operation', kind: 'cooperationForum', day });
}

function stepsOf({ timeline, random }: SampleCast): readonly Step[] {
  const { mouSignedOn, openedOn, start, end, extendedUntil } = timeline;
  const before = (day: IsoDate, days: number) => workingDay(addDays(day, -days - random.between(0, 9)), '');
  const after = (day: IsoDate, days: number) => addDays(day, days + random.between(0, 9));
  const last = lastDayOf(timeline);
  return [
    { stage: 'selection', kind: 'strategicDecision', day: before(mouSignedOn, 180) },
    { stage: 'selection', kind: 'highLevelDialogue', day: before(mouSignedOn, 90) },
    { stage: 'selection', kind: 'mouSigning', day: mouSignedOn },
    { stage: 'opening', kind: 'committeeFormed', day: before(openedOn, 30) },
    { stage: 'opening', kind: 'cooperationForum', day: before(openedOn, 2) },
    { stage: 'opening', kind: 'opening', day: openedOn },
    ...(start > openedOn ? [extension(before(start, 40), furtherPeriod)] : []),
    { stage: 'operation', kind: 'midTermReview', day: after(start, 540) },
    ...(extendedUntil === null ? [] : [extension(before(end, 40), oneMoreYear)]),
    { stage: 'operation', kind: 'closing', day: last },
    { stage: 'afterClosure', kind: 'handover', day: after(last, 30) },
  ];
}

const extension = (day: IsoDate, outcome: Label): Step => ({
  stage: 'operation',
  kind: 'extension',
  day,
  outcome,
});

function addDone(cast: SampleCast, { stage, kind, day, outcome }: Step): void {
  // The evidence of one step is left open, so that data quality has something to show.
  const evidence = kind === 'highLevelDialogue' ? {} : { evidenceNote: evidenceText(cast, 'en') };
  cast.add('milestone', {
    center: cast.center.id,
    stage,
    kind,
    plannedOn: day,
    doneOn: day,
    status: 'done',
    ...(outcome === undefined ? {} : { outcome: outcome[cast.random.pick(['en', 'ko'] as const)] }),
    ...evidence,
  });
}

function addPlanned({ center, add }: SampleCast, { stage, kind, day }: Step): void {
  add('milestone', { center: center.id, stage, kind, plannedOn: day, status: 'planned' });
}
