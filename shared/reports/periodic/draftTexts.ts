import type { Label } from '../../core/language.ts';
import { fillMessage } from '../../messages/message.ts';
import { formatNumber } from '../../schema/codecs/numbers.ts';
import type { ReportSectionKey } from './reportSections.ts';

/** The counts from which the pre-filled sentences are made. */
export interface DraftFacts {
  /** Null where there is nothing to compute it from. */
  figure(key: string): number | null;
  readonly deliverablesDone: number;
  readonly deliverablesOverdue: number;
  readonly meetings: number;
  readonly decisions: number;
  readonly openDecisions: number;
  readonly spentUsd: number;
  readonly people: number;
  readonly exchanges: number;
  readonly followUps: number;
  readonly outcomes: number;
  readonly openActions: number;
  readonly evidence: number;
}

/** What a section says until a person writes its text. Counts stand behind words, so that one reads as well as many. */
export function draftOf(key: ReportSectionKey, facts: DraftFacts): Label {
  const { text, params } = drafts[key](facts);
  const filled = (language: 'en' | 'ko') =>
    fillMessage(
      text,
      language,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, formatNumber(value, language)]),
      ),
    );
  return { en: filled('en'), ko: filled('ko') };
}

/**
 * The sentence of a section with places for its counts; then those that stand there where a figure is lacking, and that
 * stood there in earlier versions.
 */
export const draftTemplates = (key: ReportSectionKey): readonly Label[] => [
  drafts[key](noFacts).text,
  ...(lackingTemplates[key] ?? []),
  ...(earlierTemplates[key] ?? []),
];

const activitiesWithoutAdvice: Label = {
  en: 'Hours of advice: {hours}; persons who attended events: {attendance}.',
  ko: '자문 시간은 {hours}시간, 행사 참석 인원은 {attendance}명입니다.',
};

const lackingTemplates: Readonly<Partial<Record<ReportSectionKey, readonly Label[]>>> = {
  activities: [activitiesWithoutAdvice],
};

// Texts of people have them still.
const earlierTemplates: Readonly<Partial<Record<ReportSectionKey, readonly Label[]>>> = {
  projects: [
    {
      en: 'Projects under way in the period: {count}.',
      ko: '보고 기간에 진행된 과제는 {count}건입니다.',
    },
  ],
  evidence: [
    { en: 'Pieces of evidence from the period: {count}.', ko: '보고 기간의 증빙은 {count}건입니다.' },
  ],
};

const noFacts: DraftFacts = {
  figure: () => 0,
  deliverablesDone: 0,
  deliverablesOverdue: 0,
  meetings: 0,
  decisions: 0,
  openDecisions: 0,
  spentUsd: 0,
  people: 0,
  exchanges: 0,
  followUps: 0,
  outcomes: 0,
  openActions: 0,
  evidence: 0,
};

interface Draft {
  readonly text: Label;
  readonly params: Readonly<Record<string, number>>;
}

/** A count of nothing is 0; only of a share there is none. */
const count = (value: number | null): number => value ?? 0;
const tenth = (value: number): number => Math.round(value * 10) / 10;

const drafts: Readonly<Record<ReportSectionKey, (facts: DraftFacts) => Draft>> = {
  summary: ({ figure }) => ({
    text: {
      en: 'Consultations: {consultations}; trainings: {trainings}, with {trainees} participants in all; events: {events}; projects under way: {projects}.',
      ko: '보고 기간에 컨설팅 {consultations}건, 연수·교육 {trainings}회(참가 인원 {trainees}명), 행사 {events}회를 수행하였으며 진행 과제는 {projects}건입니다.',
    },
    params: {
      consultations: count(figure('consultations')),
      trainings: count(figure('trainings')),
      trainees: count(figure('trainees')),
      events: count(figure('events')),
      projects: count(figure('runningProjects')),
    },
  }),
  activities: ({ figure }) => {
    const adopted = figure('adoptionRate');
    const params = {
      hours: tenth(count(figure('consultationHours'))),
      attendance: count(figure('eventAttendance')),
    };
    if (adopted === null) return { text: activitiesWithoutAdvice, params };
    return {
      text: {
        en: 'Hours of advice: {hours}; share of the advice that was adopted: {adopted} %; persons who attended events: {attendance}.',
        ko: '자문 시간은 {hours}시간, 자문 반영률은 {adopted}%, 행사 참석 인원은 {attendance}명입니다.',
      },
      params: { ...params, adopted: Math.round(adopted * 100) },
    };
  },
  projects: ({ figure, deliverablesDone, deliverablesOverdue }) => ({
    text: {
      en: 'Projects under way in the period: {count}; deliverables handed over: {done}; overdue: {overdue}.',
      ko: '보고 기간에 진행된 과제는 {count}건이며, 산출물 {done}건을 제출하였고 기한이 지난 산출물은 {overdue}건입니다.',
    },
    params: {
      count: count(figure('runningProjects')),
      done: deliverablesDone,
      overdue: deliverablesOverdue,
    },
  }),
  committee: ({ meetings, decisions, openDecisions }) => ({
    text: {
      en: 'Meetings held: {meetings}; decisions taken: {decisions}; decisions still open, those of earlier meetings included: {open}.',
      ko: '회의를 {meetings}회 개최하여 {decisions}건을 의결하였으며, 이전 회의를 포함하여 이행이 끝나지 않은 의결 사항은 {open}건입니다.',
    },
    params: { meetings, decisions, open: openDecisions },
  }),
  budget: ({ spentUsd }) => ({
    text: { en: 'Spent in the period: USD {spent}.', ko: '보고 기간의 집행액은 미화 {spent}달러입니다.' },
    params: { spent: Math.round(spentUsd) },
  }),
  people: ({ figure, people, exchanges }) => ({
    text: {
      en: 'Persons assigned: {people}; dispatch: {months} person-months; exchanges: {exchanges}.',
      ko: '근무 인력은 {people}명, 전문가 파견은 {months}인월, 인력 교류는 {exchanges}건입니다.',
    },
    params: { people, months: tenth(count(figure('dispatchMonths'))), exchanges },
  }),
  outcomes: ({ followUps, outcomes }) => ({
    text: {
      en: 'Follow-up projects: {followUps}; published figures: {outcomes}.',
      ko: '후속사업은 {followUps}건, 외부에서 발표한 지표는 {outcomes}건입니다.',
    },
    params: { followUps, outcomes },
  }),
  problems: ({ openActions, openDecisions }) => ({
    text: {
      en: 'Next actions still open: {actions}; decisions still open: {decisions}.',
      ko: '완료되지 않은 후속 조치는 {actions}건, 이행이 끝나지 않은 의결 사항은 {decisions}건입니다.',
    },
    params: { actions: openActions, decisions: openDecisions },
  }),
  evidence: ({ evidence }) => ({
    text: {
      en: 'Pieces of evidence from the period, without those that hold personal data: {count}.',
      ko: '보고 기간의 증빙은 개인정보가 담긴 것을 제외하고 {count}건입니다.',
    },
    params: { count: evidence },
  }),
};
