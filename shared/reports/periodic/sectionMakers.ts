import { addDays, type IsoDate, yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import { decision } from '../../records/decision.ts';
import { type RecordOf, recordOf, recordsOf } from '../../records/recordsOf.ts';
import { choiceTitle } from '../../records/titles.ts';
import type { StoredRecord } from '../../sync/record.ts';
import { isOpenDecision } from '../openDecisions.ts';
import { isInPeriod, overlapsPeriod } from '../period.ts';
import { projectEnd, stateReachedOn } from '../stateHistory.ts';
import { budgetTables, spentInPeriod } from './budgetTables.ts';
import { deliverableTable, reportedDeliverables } from './deliverableTable.ts';
import { type DraftFacts, draftOf } from './draftTexts.ts';
import { followUpTable } from './followUpTable.ts';
import { recordTable } from './recordTable.ts';
import type { ReportInput } from './reportContent.ts';
import {
  type ReportFigure,
  type ReportSection,
  type ReportSectionKey,
  type ReportTable,
  sectionTitles,
} from './reportSections.ts';

type SectionMaker = (input: ReportInput, figures: readonly ReportFigure[]) => ReportSection;

/** How each section is computed. */
export const sectionMakers: Readonly<Record<ReportSectionKey, SectionMaker>> = {
  summary: (input, figures) => section('summary', factsOf(input, figures), [], figures),
  activities: (input, figures) =>
    section('activities', factsOf(input, figures), [consultations(input), trainings(input), events(input)]),
  projects: (input, figures) =>
    section('projects', factsOf(input, figures), [projects(input), deliverableTable(input)]),
  committee: (input, figures) =>
    section('committee', factsOf(input, figures), [meetings(input), decisions(input), milestones(input)]),
  budget: (input, figures) => section('budget', factsOf(input, figures), budgetTables(input)),
  people: (input, figures) =>
    section('people', factsOf(input, figures), [assignments(input), exchanges(input)]),
  outcomes: (input, figures) =>
    section('outcomes', factsOf(input, figures), [outcomes(input), followUpTable(input)]),
  problems: (input, figures) =>
    section('problems', factsOf(input, figures), [openActions(input), openDecisions(input)]),
  evidence: (input, figures) => section('evidence', factsOf(input, figures), [evidenceList(input)]),
};

function section(
  key: ReportSectionKey,
  facts: DraftFacts,
  tables: readonly ReportTable[],
  figures: readonly ReportFigure[] = [],
): ReportSection {
  return { key, title: sectionTitles[key], draft: draftOf(key, facts), figures, tables };
}

function factsOf(input: ReportInput, figures: readonly ReportFigure[]): DraftFacts {
  const deliverables = reportedDeliverables(input);
  const rows = (table: ReportTable): number => table.rows.length;
  return {
    figure: (key) => figures.find((figure) => figure.key === key)?.value ?? null,
    deliverablesDone: deliverables.filter(({ isDoneInPeriod }) => isDoneInPeriod).length,
    deliverablesOverdue: deliverables.filter(({ state }) => state === 'overdue').length,
    meetings: rows(meetings(input)),
    decisions: rows(decisions(input)),
    openDecisions: rows(openDecisions(input)),
    spentUsd: spentInPeriod(input),
    people: peopleIn(input),
    exchanges: rows(exchanges(input)),
    followUps: rows(followUpTable(input)),
    outcomes: rows(outcomes(input)),
    openActions: rows(openActions(input)),
    evidence: rows(evidenceList(input)),
  };
}

/** An activity of the period that has taken place by the day on which the report is computed. */
const wasHeld = (input: ReportInput, day: IsoDate | undefined): boolean =>
  within(input, day) && (input.byFormerRules || (day !== undefined && day <= input.request.asOf));

/** Whether what begins on a day has begun by the one on which the report is computed. */
const hasBegun = ({ byThirdRules, request }: ReportInput, day: IsoDate | undefined): boolean =>
  byThirdRules || (day !== undefined && day <= request.asOf);

const within = (input: ReportInput, day: IsoDate | undefined): boolean =>
  day !== undefined && isInPeriod(day, input.period);

/** Whether something from a day on, to another or with no end yet, touches the period. */
const during = ({ period }: ReportInput, start: IsoDate | undefined, end: IsoDate | undefined): boolean =>
  start !== undefined && overlapsPeriod(start, end ?? null, period);

function consultations(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'consultations',
    type: 'consultation',
    records: input.own('consultation').filter(({ values }) => wasHeld(input, values.date)),
    columns: [
      ['date', 1.1],
      ['client', 2.2],
      ['topic', 3],
      ['mode', 0.9],
      ['hours', 0.7],
      ['result', 1.1],
    ],
  });
}

function trainings(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'trainings',
    type: 'training',
    records: input.own('training').filter(({ values }) => wasHeld(input, values.start)),
    columns: [
      ['start', 1.1],
      ['end', 1.1],
      ['title', 3.2],
      ['kind', 1.4],
      ['attendance', 1],
      ['hours', 0.7],
    ],
  });
}

function events(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'events',
    type: 'event',
    records: input.own('event').filter(({ values }) => wasHeld(input, values.date)),
    columns: [
      ['date', 1.1],
      ['title', 3.4],
      ['kind', 1.4],
      ['role', 1],
      ['attendance', 1],
    ],
  });
}

function projects(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'projects',
    type: 'project',
    // What was only proposed has no place in time yet and stands in each report until it is decided.
    records: input.own('project').filter((project) => {
      const { status, start, end } = project.values;
      if (status === 'proposed') return start === undefined || start <= input.period.to;
      const formerEnd = status === 'running' ? undefined : end;
      return during(input, start, input.byFormerRules ? formerEnd : (projectEnd(project) ?? undefined));
    }),
    columns: [
      ['title', 3.2],
      ['kind', 1.4],
      ['client', 2],
      ['status', 1.2],
      ['start', 1.1],
      ['end', 1.1],
    ],
  });
}

const wasMet = (input: ReportInput, { values: { date } }: RecordOf<'meeting'>): boolean =>
  within(input, date) && hasBegun(input, date);

function meetings(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'meetings',
    type: 'meeting',
    records: input.own('meeting').filter((meeting) => wasMet(input, meeting)),
    columns: [
      ['date', 1.1],
      ['kind', 1.6],
      ['number', 0.7],
      ['venue', 1.8],
      ['agenda', 3],
    ],
  });
}

function decisions(input: ReportInput): ReportTable {
  const held = new Set(
    input.own('meeting').flatMap((meeting) => (wasMet(input, meeting) ? [meeting.id] : [])),
  );
  return recordTable(input, {
    key: 'decisions',
    type: 'decision',
    records: input
      .own('decision')
      .filter(({ values }) => values.meeting !== undefined && held.has(values.meeting)),
    columns: [
      ['text', 3.6],
      ['owner', 1.6],
      ['due', 1.1],
      ['status', 1],
    ],
  });
}

/** Steps in the life of a center that were taken in the period, whenever they were planned for. */
function milestones(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'milestones',
    type: 'milestone',
    records: input
      .own('milestone')
      .filter(({ values: { status, doneOn } }) => status !== 'cancelled' && within(input, doneOn)),
    dayOf: ({ values: { doneOn } }) => doneOn,
    columns: [
      ['doneOn', 1.1],
      ['kind', 1.8],
      ['stage', 1.2],
      ['outcome', 3.4],
    ],
  });
}

const assigned = (input: ReportInput): readonly RecordOf<'assignment'>[] =>
  input
    .own('assignment')
    .filter(({ values: { start, end } }) => during(input, start, end) && hasBegun(input, start));

/** One person may have several assignments, one after the other or at once. */
const peopleIn = (input: ReportInput): number =>
  new Set(assigned(input).map(({ id, values: { person } }) => person ?? id)).size;

function assignments(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'assignments',
    type: 'assignment',
    records: assigned(input),
    columns: [
      ['person', 2.4],
      ['role', 1.4],
      ['field', 1.8],
      ['start', 1.1],
      ['end', 1.1],
    ],
  });
}

function exchanges(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'exchanges',
    type: 'exchange',
    records: input
      .own('exchange')
      .filter(({ values: { start, end } }) => during(input, start, end ?? start) && hasBegun(input, start)),
    columns: [
      ['person', 2],
      ['direction', 1.6],
      ['host', 2],
      ['purpose', 2.4],
      ['start', 1.1],
      ['end', 1.1],
    ],
  });
}

/** Figures that others published of the years of the period, of these centers, of their countries or of none. */
function outcomes(input: ReportInput): ReportTable {
  const { set, request, byThirdRules } = input;
  const [first, last] = [yearOf(request.from), yearOf(request.to)];
  const countries = new Set(request.centerIds.map((id) => recordOf(set, 'center', id)?.values.country));
  const isTold = (center: RecordId | undefined, country: string | undefined): boolean =>
    center === undefined
      ? byThirdRules || country === undefined || countries.has(country)
      : request.centerIds.includes(center);
  return recordTable(input, {
    key: 'outcomes',
    type: 'outcome',
    records: recordsOf(set, 'outcome').filter(
      ({ values: { year, center, country } }) =>
        year !== undefined && year >= first && year <= last && isTold(center, country),
    ),
    columns: [
      ['name', 3],
      // Of one center it is always the same.
      ...(request.centerIds.length > 1 ? ([['country', 1.4]] as const) : []),
      ['year', 0.8],
      ['value', 1],
      ['unit', 1],
      ['source', 3],
    ],
  });
}

/** Next actions that were agreed until the period's end and are open on the day of the report. */
function openActions(input: ReportInput): ReportTable {
  return recordTable(input, {
    key: 'openActions',
    type: 'consultation',
    title: openActionsTitle,
    records: input
      .own('consultation')
      .filter(
        ({ values: { date, nextAction, nextActionDue, nextActionDoneOn } }) =>
          date !== undefined &&
          date <= input.period.to &&
          (input.request.rules === 'first' ? nextActionDue : nextAction) !== undefined &&
          isOpenAt(nextActionDoneOn, input.period.to),
      ),
    columns: [
      ['nextActionDue', 1.1],
      ['nextAction', 3.4],
      ['client', 2],
      ['topic', 2.4],
    ],
  });
}

/** Closed by now, but after a day; where no day says when, by the day on which it was entered as closed. */
function wasOpenAt(record: RecordOf<'decision'>, day: IsoDate): boolean {
  return (record.values.doneOn ?? stateReachedOn(record as StoredRecord, 'status') ?? day) > day;
}

function openDecisions(input: ReportInput): ReportTable {
  const upTo = new Set(
    input
      .own('meeting')
      .flatMap(({ id, values: { date } }) =>
        date !== undefined && date <= input.period.to && hasBegun(input, date) ? [id] : [],
      ),
  );
  return recordTable(input, {
    key: 'openDecisions',
    type: 'decision',
    title: openDecisionsTitle,
    records: input.own('decision').filter((record) => {
      const { meeting, status } = record.values;
      if (meeting === undefined || !upTo.has(meeting)) return false;
      return isOpenDecision(status) || (!input.byFormerRules && wasOpenAt(record, input.period.to));
    }),
    columns: [
      ['due', 1.1],
      ['text', 3.8],
      ['owner', 1.8],
      {
        label: decision.fields.status.label,
        kind: 'text',
        weight: 1,
        cell: ({ values: { status } }) =>
          status === undefined || isOpenDecision(status)
            ? statusLabel(status)
            : closedLater[status === 'dropped' ? 'dropped' : 'done'],
      },
    ],
  });
}

/** A file that says no day of its own is of that of the record that names it. */
function evidenceList(input: ReportInput): ReportTable {
  const dayOf = (file: RecordOf<'evidence'>): IsoDate | undefined =>
    (input.byThirdRules ? file.values.takenOn : input.dayOfEvidence(file)) ?? undefined;
  return recordTable(input, {
    key: 'evidence',
    type: 'evidence',
    records: input
      .own('evidence')
      .filter((file) => within(input, dayOf(file)) && hasBegun(input, dayOf(file))),
    dayOf,
    columns: [
      ['takenOn', 1.1],
      ['kind', 1.2],
      ['fileName', 2.4],
      ['description', 3],
      ['keptAt', 1.8],
    ],
  });
}

const closedLater: Readonly<Record<'done' | 'dropped', Label>> = {
  done: { en: 'Done after the period', ko: '기간 후 이행 완료' },
  dropped: { en: 'Dropped after the period', ko: '기간 후 철회' },
};
const openActionsTitle: Label = { en: 'Next actions still open', ko: '완료되지 않은 후속 조치' };
const openDecisionsTitle: Label = { en: 'Decisions still open', ko: '이행이 끝나지 않은 의결 사항' };

const statusLabel = (status: string | undefined): Label => ({
  en: choiceTitle(decision.fields.status, status, 'en'),
  ko: choiceTitle(decision.fields.status, status, 'ko'),
});

/** Done after the period still counts as open in it. */
const isOpenAt = (doneOn: IsoDate | undefined, day: IsoDate): boolean =>
  doneOn === undefined || addDays(doneOn, -1) >= day;
