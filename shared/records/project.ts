import { isRecordId, type RecordId } from '../core/ids.ts';
import { isBlank } from '../core/text.ts';
import { defineRecord, type RecordLookup } from '../schema/defineRecord.ts';
import { choice, date, localizedText, longText, money, ref } from '../schema/fields.ts';
import { ofSameCenter } from './centerRules.ts';
import { endNotBeforeStart } from './dateRules.ts';
import { exceptionReason, insideOperatingPeriod } from './operatingPeriod.ts';
import { inPublishedFigure, notInPublishedFigure } from './publishedFigures.ts';
import { responsible } from './responsible.ts';
import { localizedTitle } from './titles.ts';
import { workField } from './workField.ts';

/** A joint project of a center and its partners. */
export const project = defineRecord({
  type: 'project',
  scope: 'center',
  label: { one: { en: 'Project', ko: '공동협력과제' }, many: { en: 'Projects', ko: '공동협력과제' } },
  sheetAliases: ['project', 'joint projects', 'joint project', '과제', '프로젝트', '협력과제', '공동과제'],
  version: 3,
  migrations: [
    { to: 2, kind: 'add', field: 'decision' },
    { to: 2, kind: 'add', field: 'decisionException' },
    { to: 3, kind: 'add', field: 'responsible' },
    { to: 3, kind: 'add', field: 'statusReason' },
    { to: 3, kind: 'add', field: 'inPublishedFigure' },
  ],
  groups: [
    { key: 'what', label: { en: 'What is the project?', ko: '어떤 과제입니까?' } },
    { key: 'progress', label: { en: 'Where does it stand?', ko: '어디까지 진행되었습니까?' } },
    { key: 'result', label: { en: 'What does it bring?', ko: '무엇을 가져옵니까?' } },
  ],
  fields: {
    title: localizedText({
      label: { en: 'Title', ko: '과제명' },
      help: { en: 'In at least one language.', ko: '한 언어 이상으로 적으세요.' },
      required: true,
      aliases: ['project', 'project title', 'project name', 'name', '과제', '프로젝트명', '사업명', '제목'],
      maxLength: 300,
      width: 36,
      sensitivity: 'public',
      group: 'what',
    }),
    field: workField({ required: true, group: 'what' }),
    kind: choice({
      label: { en: 'Kind', ko: '유형' },
      help: { en: 'What the project produces.', ko: '과제의 성격을 선택하세요.' },
      required: true,
      aliases: ['type', 'project type', '과제 유형', '구분', '과제 구분'],
      choices: [
        {
          value: 'masterPlan',
          label: { en: 'Master plan', ko: '기본계획 수립' },
          aliases: ['ISP', 'strategy', '마스터플랜', '기본계획', '정보화전략계획'],
        },
        {
          value: 'feasibility',
          label: { en: 'Feasibility study', ko: '타당성조사' },
          aliases: ['feasibility', 'F/S', 'pre-feasibility study', '사전타당성조사', '타당성 조사'],
        },
        {
          value: 'pilot',
          label: { en: 'Pilot', ko: '시범사업' },
          aliases: ['pilot project', 'prototype', '시범', '파일럿'],
        },
        {
          value: 'jointResearch',
          label: { en: 'Joint research', ko: '공동연구' },
          aliases: ['research', 'study', '공동 연구', '연구'],
        },
        {
          value: 'lawOrPolicy',
          label: { en: 'Law or policy', ko: '법·정책 수립' },
          aliases: ['law', 'policy', 'legislation', '법제도', '정책', '법령'],
        },
      ],
      sensitivity: 'public',
      group: 'what',
    }),
    client: ref({
      to: 'organization',
      label: { en: 'Client', ko: '수요기관' },
      help: { en: 'The organization for which the project is done.', ko: '과제의 결과를 활용할 기관입니다.' },
      aliases: ['client organization', 'beneficiary', 'counterpart', '수혜기관', '대상 기관', '발주기관'],
      sensitivity: 'public',
      group: 'what',
    }),
    status: choice({
      label: { en: 'Status', ko: '상태' },
      help: {
        en: 'From “Running” on, the project counts in the history table.',
        ko: '‘진행 중’부터 실적 표에 집계됩니다.',
      },
      required: true,
      aliases: ['state', 'progress', '진행 상태', '추진 상태', '진행상황'],
      choices: [
        { value: 'proposed', label: { en: 'Proposed', ko: '제안' }, aliases: ['proposal', 'idea', '제안됨'] },
        { value: 'approved', label: { en: 'Approved', ko: '승인' }, aliases: ['accepted', '승인됨', '확정'] },
        {
          value: 'running',
          label: { en: 'Running', ko: '진행 중' },
          aliases: ['ongoing', 'in progress', 'active', '진행', '진행중', '추진 중'],
        },
        {
          value: 'done',
          label: { en: 'Done', ko: '완료' },
          aliases: ['completed', 'finished', 'closed', '종료', '완료됨'],
        },
        {
          value: 'cancelled',
          label: { en: 'Cancelled', ko: '취소' },
          aliases: ['canceled', 'stopped', '중단', '취소됨'],
        },
      ],
      initial: 'proposed',
      sensitivity: 'public',
      group: 'progress',
    }),
    statusReason: longText({
      label: { en: 'Reasons for steps back', ko: '상태 변경 사유' },
      help: {
        en: 'Why the project was set back or cancelled, each with its day.',
        ko: '과제를 이전 상태로 되돌리거나 취소한 사유와 날짜입니다.',
      },
      aliases: ['reason for cancelling', 'status reason', '취소 사유', '중단 사유', '변경 사유'],
      since: 3,
      group: 'progress',
    }),
    responsible: responsible('progress', 3),
    start: date({
      label: { en: 'Start', ko: '시작일' },
      help: { en: 'First day of work.', ko: '과제를 시작한 날입니다.' },
      aliases: ['start date', 'from', 'begin', '착수일', '시작', '과제 시작일', '연도'],
      sensitivity: 'public',
      group: 'progress',
    }),
    end: date({
      label: { en: 'End', ko: '종료일' },
      help: { en: 'Last day of work, planned or actual.', ko: '과제의 마지막 날(예정 또는 실제)입니다.' },
      aliases: ['end date', 'to', 'until', '완료일', '종료', '과제 종료일'],
      sensitivity: 'public',
      group: 'progress',
    }),
    budget: money({
      label: { en: 'Budget', ko: '예산' },
      help: { en: 'What the project may cost in all.', ko: '과제의 총예산입니다.' },
      aliases: ['cost', 'amount', '과제 예산', '사업비', '금액'],
      defaultCurrency: 'USD',
      group: 'progress',
    }),
    decision: ref({
      to: 'decision',
      label: { en: 'Decision', ko: '결정 사항' },
      help: {
        en: 'The committee’s decision on the project; expected from “Approved” on.',
        ko: '이 과제에 관한 위원회의 결정 사항입니다. ‘승인’부터 필요합니다.',
      },
      aliases: ['decided by', 'approval', 'committee decision', '의결', '위원회 결정', '승인 근거'],
      since: 2,
      group: 'progress',
    }),
    decisionException: longText({
      label: { en: 'Reason for having no decision', ko: '결정 없는 추진 사유' },
      help: {
        en: 'Only for a project that was begun without a decision of the committee: why.',
        ko: '위원회의 결정 없이 추진한 과제일 때만 그 사유를 적으세요.',
      },
      aliases: ['no decision because', 'decision exception', '결정 예외 사유', '미결정 사유'],
      maxLength: 2000,
      since: 2,
      group: 'progress',
    }),
    exceptionReason: exceptionReason('progress'),
    inPublishedFigure: inPublishedFigure('progress'),
    deliverables: longText({
      label: { en: 'Deliverables', ko: '산출물' },
      help: {
        en: 'In a few words; each with its due day is kept under the tab “Progress”.',
        ko: '간단히 적으세요. 산출물별 제출 기한은 ‘진행 관리’ 탭에서 관리합니다.',
      },
      aliases: ['outputs', 'deliverable', '결과물', '성과물'],
      group: 'result',
    }),
    result: longText({
      label: { en: 'Result', ko: '결과' },
      help: { en: 'What changed because of it.', ko: '과제로 달라진 점을 적으세요.' },
      aliases: ['outcome', 'effect', '성과', '추진 결과'],
      group: 'result',
    }),
  },
  title: ({ title }, context) => localizedTitle(title, context),
  dateField: 'start',
  endField: 'end',
  listFields: ['title', 'field', 'kind', 'client', 'status', 'start', 'end'],
  indexes: ['center', 'field', 'kind', 'client', 'status', 'responsible', 'start', 'end'],
  rules: [
    endNotBeforeStart('start', 'end'),
    insideOperatingPeriod('start', 'end'),
    notInPublishedFigure('project', 'projects', 'start'),
    ofSameCenter('decision', 'decision', { en: 'decision', ko: '결정 사항' }),
    {
      code: 'DECISION_MISSING',
      level: 'warning',
      field: 'decision',
      message: {
        en: 'Projects are decided by the committee, and this one names no decision. Choose it, or enter the reason under “Reason for having no decision”.',
        ko: '과제는 위원회가 결정하지만 이 과제에는 결정 사항이 없습니다. 결정 사항을 선택하거나 ‘결정 없는 추진 사유’를 입력하세요.',
      },
      broken: ({ status, decision, decisionException: reason }) =>
        needsDecision(status) && decision === undefined && (reason === undefined || isBlank(reason)),
    },
    {
      code: 'DECISION_DROPPED',
      level: 'warning',
      field: 'decision',
      message: {
        en: 'The decision was dropped, so the project cannot rest on it. Choose another, or enter the reason under “Reason for having no decision”.',
        ko: '철회된 결정 사항이므로 과제의 근거가 될 수 없습니다. 다른 결정 사항을 선택하거나 ‘결정 없는 추진 사유’를 입력하세요.',
      },
      broken: (values, lookup) => decidedBy(values, lookup)?.decision.values.status === 'dropped',
    },
    {
      code: 'DECISION_OF_WORKING_MEETING',
      level: 'warning',
      field: 'decision',
      message: {
        en: 'Projects are decided by a committee, but this decision is of a working meeting. Choose a decision of a committee, or enter the reason under “Reason for having no decision”.',
        ko: '과제는 위원회가 결정하지만 이 결정 사항은 실무회의의 것입니다. 위원회의 결정 사항을 선택하거나 ‘결정 없는 추진 사유’를 입력하세요.',
      },
      broken: (values, lookup) => decidedBy(values, lookup)?.meeting?.values.kind === 'working',
    },
    {
      code: 'DECIDED_AFTER_START',
      level: 'warning',
      field: 'decision',
      message: {
        en: 'The project began on {start}, before the meeting that decided it ({date}). Check both dates, choose another decision, or enter the reason under “Reason for having no decision”.',
        ko: '과제 시작일({start})이 결정한 회의일({date})보다 빠릅니다. 두 날짜를 확인하거나 다른 결정 사항을 선택하세요. 사유가 있으면 ‘결정 없는 추진 사유’에 입력하세요.',
      },
      broken: (values, lookup) => {
        const date = decidedBy(values, lookup)?.meeting?.values.date;
        const { start } = values;
        return typeof date === 'string' && start !== undefined && start < date && { start, date };
      },
    },
    {
      code: 'DECISION_TO_COME',
      level: 'warning',
      field: 'decision',
      message: {
        en: 'The meeting that decides the project is on {date}, which is still to come, so nothing is decided yet. Set the status to “Proposed”, check the date of the meeting, or enter the reason under “Reason for having no decision”.',
        ko: '과제를 결정할 회의일({date})이 아직 되지 않아 결정된 사항이 없습니다. 상태를 ‘제안’으로 바꾸거나 회의일을 확인하세요. 사유가 있으면 ‘결정 없는 추진 사유’에 입력하세요.',
      },
      broken: (values, lookup) => {
        if (!needsDecision(values.status)) return false;
        const date = decidedBy(values, lookup)?.meeting?.values.date;
        return typeof date === 'string' && date > lookup.today && { date };
      },
    },
    {
      code: 'RUNNING_BEFORE_START',
      level: 'warning',
      field: 'status',
      message: {
        en: 'The project is running, but it starts on {start}, which is still to come. Set it to “Approved” until then, or correct the start.',
        ko: '진행 중인 과제이지만 시작일({start})이 아직 되지 않았습니다. 그때까지 상태를 ‘승인’으로 바꾸거나 시작일을 고치세요.',
      },
      broken: ({ status, start }, { today }) =>
        status === 'running' && start !== undefined && start > today && { start },
    },
    {
      code: 'START_MISSING',
      level: 'warning',
      field: 'start',
      message: {
        en: 'The project has begun, but its start is missing, so no report of a period counts it. Enter the start.',
        ko: '시작된 과제이지만 시작일이 없어 기간별 보고서에 집계되지 않습니다. 시작일을 입력하세요.',
      },
      broken: ({ status, start }) => (status === 'running' || status === 'done') && start === undefined,
    },
    {
      code: 'RUNNING_PAST_END',
      level: 'warning',
      field: 'status',
      message: {
        en: 'The project should have ended on {end}, but it is still running. Set it to “Done”, or move the end.',
        ko: '종료일({end})이 지났지만 아직 진행 중입니다. 상태를 ‘완료’로 바꾸거나 종료일을 늦추세요.',
      },
      broken: ({ status, end }, { today }) =>
        status === 'running' && end !== undefined && end < today && { end },
    },
    {
      code: 'END_MISSING',
      level: 'warning',
      field: 'end',
      message: {
        en: 'The project has ended, but its last day is missing, so reports cannot tell for how long it went on. Enter the end.',
        ko: '끝난 과제이지만 종료일이 없어 보고서에서 진행 기간을 알 수 없습니다. 종료일을 입력하세요.',
      },
      broken: ({ status, end }) => (status === 'done' || status === 'cancelled') && end === undefined,
    },
    {
      code: 'RESULT_MISSING',
      level: 'warning',
      field: 'result',
      message: {
        en: 'The project is done, but its result is missing. Say what it brought.',
        ko: '완료된 과제이지만 결과가 없습니다. 어떤 성과가 있었는지 입력하세요.',
      },
      broken: ({ status, result }) => status === 'done' && result === undefined,
    },
  ],
});

/** From approval on a project rests on a decision; what is proposed awaits one, and what was cancelled needs none. */
const needsDecision = (status: string | undefined): boolean =>
  status === 'approved' || status === 'running' || status === 'done';

interface Basis {
  readonly decision?: RecordId | undefined;
  readonly decisionException?: string | undefined;
}

/** The decision that a project rests on and its meeting; null where none is known, or a reason is given for doing without. */
function decidedBy({ decision: id, decisionException: reason }: Basis, lookup: RecordLookup) {
  if (id === undefined || (reason !== undefined && !isBlank(reason))) return null;
  const decision = lookup.get('decision', id);
  if (decision === null) return null;
  const { meeting } = decision.values;
  return { decision, meeting: isRecordId(meeting) ? lookup.get('meeting', meeting) : null };
}
