import { addDays, type IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label, Language } from '../../core/language.ts';
import type { Attendance } from '../../schema/fieldSpec.ts';
import type { ValuesByType } from '../registry.ts';
import type { SampleCast } from './generateSample.ts';
import { addCounterparts, advisedAt } from './sampleCounterparts.ts';
import { earlier, someDay } from './sampleDates.ts';
import { addAssignments, onDuty } from './sampleDispatch.ts';
import { addEvidence, evidenceText } from './sampleEvidence.ts';
import { addMilestones } from './sampleMilestones.ts';
import { lastDayOf } from './sampleTimeline.ts';
import { sampleEvents, sampleProjects, sampleTopics, sampleTrainings } from './sampleTopics.ts';

/** What one center did, and what other records refer to. */
export interface CenterActivities {
  readonly doneProjects: readonly RecordId[];
  readonly consultations: readonly RecordId[];
  readonly trainings: readonly SampleTraining[];
}

export interface SampleTraining {
  readonly id: RecordId;
  readonly end: IsoDate;
}

/** Milestones, dispatched experts, projects, consultations, trainings, events. */
export function centerActivities(cast: SampleCast, decisions: readonly RecordId[]): CenterActivities {
  const { extent } = cast;
  addMilestones(cast);
  addAssignments(cast);
  const projects = times(extent.projects, (index) => addProject(cast, index, decisions));
  const visits: SampleVisit[] = [];
  const ids = projects.map(({ id }) => id);
  const consultations = times(extent.consultations, () => addConsultation(cast, ids, visits));
  const trainings = times(extent.trainings, () => addTraining(cast));
  times(extent.events, () => addEvent(cast));
  addCounterparts(cast, ids);
  const doneProjects = projects.filter(({ isDone }) => isDone).map(({ id }) => id);
  return { doneProjects, consultations, trainings };
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

interface MadeProject {
  readonly id: RecordId;
  readonly isDone: boolean;
}

function addProject(cast: SampleCast, index: number, decisions: readonly RecordId[]): MadeProject {
  const { center, timeline, today, services, clients, random, add } = cast;
  const sample = sampleProjects[index % sampleProjects.length] ?? random.pick(sampleProjects);
  const round = Math.floor(index / sampleProjects.length) + 1;
  const start = someDay(cast);
  const end = earlier(addDays(start, random.between(120, 420)), lastDayOf(timeline));
  const isDone = end < today;
  const status = isDone ? 'done' : random.pick(['running', 'running', 'approved', 'proposed'] as const);
  const id = add('project', {
    center: center.id,
    title: round === 1 ? sample.title : phased(sample.title, round),
    field: sample.field,
    kind: sample.kind,
    client: random.pick(clients),
    status,
    ...responsibleOf(onDuty(services, start), index),
    start,
    end,
    budget: { amount: random.between(2, 30) * 5000, currency: 'USD' },
    ...(status === 'proposed' ? {} : basisOf(cast, decisions)),
    deliverables: sample.deliverables.ko,
    ...(isDone ? { result: sample.result[random.pick(['en', 'ko'] as const)] } : {}),
  });
  addDeliverables(cast, { id, start, end });
  return { id, isDone };
}

const responsibleOf = (
  people: readonly RecordId[],
  index: number,
): Pick<ValuesByType['project'], 'responsible'> => {
  const person = people[index % Math.max(1, people.length)];
  return person === undefined ? {} : { responsible: person };
};

/** An interim and a final one; those whose day has gone by were handed over. */
function addDeliverables(
  cast: SampleCast,
  { id, start, end }: { readonly id: RecordId; readonly start: IsoDate; readonly end: IsoDate },
): void {
  const middle = earlier(addDays(start, 60), end);
  for (const { title, due } of [
    { title: { en: 'Interim report', ko: '중간보고서' }, due: middle },
    { title: { en: 'Final report', ko: '최종보고서' }, due: end },
  ]) {
    cast.add('deliverable', {
      center: cast.center.id,
      project: id,
      title,
      due,
      ...(due < cast.today ? { doneOn: due, evidenceNote: evidenceText(cast, 'ko') } : {}),
    });
  }
}

/** Most projects were decided on; some are explained, and one in twelve is neither (a warning to look at). */
function basisOf(
  { random }: SampleCast,
  decisions: readonly RecordId[],
): Pick<ValuesByType['project'], 'decision' | 'decisionException'> {
  if (random.chance(0.08)) return {};
  if (decisions.length === 0 || random.chance(0.15)) {
    return { decisionException: '위원회 구성 전에 양측 서면 합의로 착수함' };
  }
  return { decision: random.pick(decisions) };
}

const phased = ({ en, ko }: Label, round: number): Label => ({
  en: `${en}, phase ${round}`,
  ko: `${ko} ${round}차`,
});

interface SampleVisit {
  readonly id: RecordId;
  readonly client: RecordId;
  readonly field: string;
  readonly date: IsoDate;
  isContinued: boolean;
}

function addConsultation(cast: SampleCast, projects: readonly RecordId[], visits: SampleVisit[]): RecordId {
  const { center, services, clients, random, add } = cast;
  const date = someDay(cast);
  const language = random.pick<Language>(['en', 'ko']);
  const { topic, question, advice, field, nextAction } = random.pick(sampleTopics);
  const result = random.pick(['none', 'accepted', 'accepted', 'planned', 'adopted', 'adopted'] as const);
  // Roughly every sixth adopted advice lacks its evidence: a warning to look at.
  const hasEvidence = result === 'adopted' && random.chance(0.83);
  const project = random.pick(projects);
  const client = random.pick(clients);
  // The same question of the same organization makes a case, the newest visit before this one its last.
  const before = visits
    .filter((visit) => visit.client === client && visit.field === field && visit.date < date)
    .filter(({ isContinued }) => !isContinued)
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (before !== undefined) before.isContinued = true;
  const id = add('consultation', {
    center: center.id,
    date,
    experts: [...random.some(onDuty(services, date), random.between(1, 2))].sort(),
    client,
    ...advisedAt(cast, client, date),
    ...(before === undefined ? {} : { followsUp: before.id }),
    mode: random.pick(['visit', 'visit', 'visit', 'online', 'written', 'phone'] as const),
    hours: random.between(1, 12) / 2,
    topic: topic[language],
    field,
    question: question[language],
    advice: advice[language],
    result,
    ...(hasEvidence ? { evidenceNote: evidenceText(cast, language) } : {}),
    ...(random.chance(0.3) ? { project } : {}),
    ...(random.chance(0.6) ? followUpOf(cast, date, nextAction[language]) : {}),
  });
  visits.push({ id, client, field, date, isContinued: false });
  return id;
}

type FollowUp = Pick<ValuesByType['consultation'], 'nextAction' | 'nextActionDue' | 'nextActionDoneOn'>;

/** Old ones are done; recent ones are open, due around today; few have no due date (a warning). */
function followUpOf({ today, random }: SampleCast, date: IsoDate, nextAction: string): FollowUp {
  const due = addDays(date, random.between(7, 60));
  if (due < addDays(today, -20)) {
    return { nextAction, nextActionDue: due, nextActionDoneOn: addDays(due, -random.between(0, 6)) };
  }
  return random.chance(0.08) ? { nextAction } : { nextAction, nextActionDue: due };
}

function addTraining(cast: SampleCast): SampleTraining {
  const { center, until, services, random, add } = cast;
  const start = someDay(cast);
  const days = random.between(1, 10);
  const planned = addDays(start, days - 1);
  const kind = random.pick(['local', 'local', 'invitational', 'online', 'onTheJob'] as const);
  const { field, title } = random.pick(sampleTrainings);
  const end = earlier(planned, until);
  const id = add('training', {
    center: center.id,
    title,
    kind,
    field,
    start,
    end,
    venue: kind === 'invitational' ? 'Exampleville, Korea' : kind === 'online' ? 'Online' : 'Sample Hall',
    hours: days * random.between(4, 7),
    trainers: [...random.some(onDuty(services, start, end), 1)],
    attendance: attendance(cast, 8, 35),
    satisfaction: random.between(35, 50) / 10,
    cost: { amount: random.between(4, 60) * 500, currency: 'USD' },
    ...(random.chance(0.5)
      ? { evidenceFiles: [addEvidence(cast, 'attendanceSheet', end)] }
      : { evidenceNote: evidenceText(cast, 'ko') }),
  });
  return { id, end };
}

function addEvent(cast: SampleCast): void {
  const { center, until, services, officials, clients, random, add } = cast;
  const date = someDay(cast);
  const { kind, title } = random.pick(sampleEvents);
  const lastDay = addDays(date, 1);
  add('event', {
    center: center.id,
    title,
    kind,
    date,
    ...(random.chance(0.3) && lastDay <= until ? { endDate: lastDay } : {}),
    venue: random.pick(['Sample Hall', 'Exampleville Congress Center', 'Online']),
    role: random.pick(['host', 'host', 'coHost', 'guest'] as const),
    organizations: [...random.some(clients, random.between(1, 2))].sort(),
    ...(kind === 'delegation'
      ? { heads: [...onDuty(services, date).slice(0, 1), ...officials.slice(0, 1)].sort() }
      : {}),
    attendance: attendance(cast, 15, 120),
    ...(random.chance(0.3)
      ? { evidenceFiles: [addEvidence(cast, 'photo', date)] }
      : { evidenceNote: evidenceText(cast, 'en') }),
  });
}

function attendance({ random }: SampleCast, min: number, max: number): Attendance {
  const total = random.between(min, max);
  const undisclosed = random.chance(0.15) ? random.between(1, 3) : 0;
  const female = Math.round((total - undisclosed) * (0.3 + random.fraction() * 0.35));
  return { female, male: total - undisclosed - female, other: 0, undisclosed };
}
