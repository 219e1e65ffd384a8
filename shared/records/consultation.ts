import { defineRecord } from '../schema/defineRecord.ts';
import { choice, date, longText, number, ref, refs, text } from '../schema/fields.ts';
import { caseRules } from './caseRules.ts';
import { ofSameCenter } from './centerRules.ts';
import { notAfterToday } from './dateRules.ts';
import { evidenceFiles, evidenceNote, hasEvidence } from './evidenceNote.ts';
import { exceptionReason, insideOperatingPeriod } from './operatingPeriod.ts';
import { inPublishedFigure, notInPublishedFigure } from './publishedFigures.ts';
import { workField } from './workField.ts';

/** Advice that experts gave to an organization. */
export const consultation = defineRecord({
  type: 'consultation',
  scope: 'center',
  label: { one: { en: 'Consultation', ko: '컨설팅' }, many: { en: 'Consultations', ko: '컨설팅' } },
  sheetAliases: [
    'consultation',
    'consulting',
    'advice',
    'policy advice',
    'consulting log',
    '자문',
    '정책자문',
    '컨설팅 실적',
    '자문 실적',
    '자문일지',
  ],
  version: 3,
  migrations: [
    { to: 2, kind: 'add', field: 'evidenceFiles' },
    { to: 3, kind: 'add', field: 'followsUp' },
    { to: 3, kind: 'add', field: 'nextActionBy' },
    { to: 3, kind: 'add', field: 'caseClosedOn' },
    { to: 3, kind: 'add', field: 'inPublishedFigure' },
    { to: 3, kind: 'add', field: 'counterparts' },
  ],
  groups: [
    { key: 'who', label: { en: 'Who advised whom, and when?', ko: '누가 언제 누구에게 자문했습니까?' } },
    { key: 'what', label: { en: 'What was asked and advised?', ko: '무엇을 묻고 답했습니까?' } },
    { key: 'result', label: { en: 'What came of it?', ko: '결과는 무엇입니까?' } },
    { key: 'next', label: { en: 'What comes next?', ko: '다음에 할 일은 무엇입니까?' } },
  ],
  fields: {
    date: date({
      label: { en: 'Date', ko: '날짜' },
      help: { en: 'The day of the consultation.', ko: '자문한 날입니다.' },
      required: true,
      aliases: ['consultation date', 'day', 'when', '일자', '자문일', '자문 일자', '일시', '컨설팅 일자'],
      sensitivity: 'public',
      group: 'who',
    }),
    experts: refs({
      to: 'person',
      label: { en: 'Experts', ko: '전문가' },
      help: { en: 'Who gave the advice.', ko: '자문한 전문가입니다.' },
      required: true,
      aliases: ['expert', 'advisor', 'consultant', 'by', '자문위원', '담당 전문가', '자문 전문가', '담당자'],
      group: 'who',
    }),
    client: ref({
      to: 'organization',
      label: { en: 'Client organization', ko: '자문 대상 기관' },
      help: { en: 'The organization that asked.', ko: '자문을 요청한 기관입니다.' },
      required: true,
      aliases: [
        'client',
        'organization',
        'counterpart',
        'agency',
        '기관',
        '기관명',
        '대상 기관',
        '수요기관',
        '자문기관',
        '대상기관',
      ],
      sensitivity: 'public',
      group: 'who',
    }),
    counterparts: refs({
      to: 'person',
      label: { en: 'People advised', ko: '협력국 측 참석자' },
      help: {
        en: 'Who of the client took part, where it is known.',
        ko: '자문 대상 기관에서 참석한 사람입니다. 모르면 비워 두세요.',
      },
      aliases: ['advised people', 'officials met', 'persons met', '면담자', '자문 상대', '상대측 참석자'],
      since: 3,
      group: 'who',
    }),
    mode: choice({
      label: { en: 'Mode', ko: '방식' },
      help: { en: 'How the advice was given.', ko: '자문한 방식을 선택하세요.' },
      required: true,
      aliases: ['method', 'way', 'how', '자문 방식', '형태', '방법'],
      choices: [
        {
          value: 'visit',
          label: { en: 'Visit', ko: '방문' },
          aliases: ['on site', 'meeting', 'in person', '현장', '대면', '회의'],
        },
        {
          value: 'online',
          label: { en: 'Online', ko: '온라인' },
          aliases: ['video', 'video call', 'zoom', '화상', '화상회의', '비대면'],
        },
        {
          value: 'written',
          label: { en: 'Written', ko: '서면' },
          aliases: ['letter', 'e-mail', 'email', 'paper', '이메일', '문서'],
        },
        { value: 'phone', label: { en: 'Phone', ko: '전화' }, aliases: ['call', 'telephone', '유선'] },
      ],
      initial: 'visit',
      sensitivity: 'public',
      group: 'who',
    }),
    hours: number({
      label: { en: 'Hours', ko: '소요 시간' },
      help: { en: 'Time spent by all experts together.', ko: '모든 전문가가 쓴 시간의 합계입니다.' },
      aliases: ['duration', 'time', 'time spent', '시간', '자문 시간'],
      unit: { en: 'h', ko: '시간' },
      min: 0,
      max: 1000,
      group: 'who',
    }),
    followsUp: ref({
      to: 'consultation',
      label: { en: 'Earlier consultation', ko: '이전 컨설팅' },
      help: {
        en: 'The visit that this one continues; together they are one case.',
        ko: '이번 자문이 이어지는 이전 컨설팅입니다. 이어진 기록은 하나의 자문 사례로 묶입니다.',
      },
      aliases: ['continues', 'previous consultation', 'case', '이전 자문', '선행 자문', '자문 사례'],
      since: 3,
      group: 'who',
    }),
    topic: text({
      label: { en: 'Topic', ko: '주제' },
      help: { en: 'In one line.', ko: '한 줄로 적으세요.' },
      required: true,
      aliases: ['subject', 'title', 'theme', '제목', '자문 주제', '안건', '컨설팅 주제', '자문명'],
      maxLength: 300,
      width: 36,
      sensitivity: 'public',
      group: 'what',
    }),
    field: workField({ required: true, group: 'what' }),
    question: longText({
      label: { en: 'Question', ko: '요청 사항' },
      help: { en: 'What the client wanted to know.', ko: '기관이 알고자 한 내용을 적으세요.' },
      required: true,
      aliases: ['request', 'issue', 'problem', 'inquiry', '질의', '질문', '요청사항', '질의 내용'],
      group: 'what',
    }),
    advice: longText({
      label: { en: 'Advice', ko: '자문 내용' },
      help: {
        en: 'What the experts answered or recommended.',
        ko: '전문가가 답하거나 권고한 내용을 적으세요.',
      },
      required: true,
      aliases: [
        'answer',
        'recommendation',
        'content',
        'details',
        '내용',
        '답변',
        '권고',
        '주요 내용',
        '자문내용',
        '컨설팅 내용',
      ],
      group: 'what',
    }),
    result: choice({
      label: { en: 'Result', ko: '반영 결과' },
      help: {
        en: 'What the client did with the advice so far.',
        ko: '기관이 지금까지 자문을 어떻게 반영했는지 선택하세요.',
      },
      required: true,
      aliases: ['outcome', 'adoption', 'status', '결과', '반영 여부', '채택 여부', '자문 결과'],
      choices: [
        {
          value: 'none',
          label: { en: 'No result yet', ko: '아직 없음' },
          aliases: ['none', 'open', 'pending', '없음', '미반영', '검토 중'],
        },
        { value: 'accepted', label: { en: 'Accepted', ko: '수용' }, aliases: ['agreed', '수용됨', '동의'] },
        {
          value: 'planned',
          label: { en: 'Planned', ko: '반영 예정' },
          aliases: ['to be adopted', '계획', '추진 예정', '반영예정'],
        },
        {
          value: 'adopted',
          label: { en: 'Adopted', ko: '반영 완료' },
          aliases: ['implemented', 'done', '반영', '채택', '이행', '반영완료'],
        },
      ],
      initial: 'none',
      sensitivity: 'public',
      group: 'result',
    }),
    project: ref({
      to: 'project',
      label: { en: 'Project', ko: '관련 과제' },
      help: {
        en: 'The joint project to which the advice belongs, if any.',
        ko: '자문과 관련된 공동협력과제가 있으면 선택하세요.',
      },
      aliases: ['related project', 'joint project', '과제', '과제명', '공동협력과제'],
      sensitivity: 'public',
      group: 'result',
    }),
    evidenceNote: evidenceNote('result'),
    evidenceFiles: evidenceFiles('result', 2),
    exceptionReason: exceptionReason('result'),
    inPublishedFigure: inPublishedFigure('result'),
    nextAction: text({
      label: { en: 'Next action', ko: '후속 조치' },
      help: { en: 'What was promised or is to be done.', ko: '약속했거나 앞으로 할 일을 적으세요.' },
      aliases: [
        'follow-up',
        'follow up',
        'next step',
        'action',
        '후속조치',
        '향후 계획',
        '후속 계획',
        '다음 단계',
      ],
      maxLength: 500,
      width: 30,
      group: 'next',
    }),
    nextActionDue: date({
      label: { en: 'Due', ko: '조치 기한' },
      help: { en: 'Until when it is to be done.', ko: '후속 조치를 마쳐야 하는 날입니다.' },
      aliases: ['due date', 'deadline', 'follow-up date', '기한', '마감일', '후속 조치 기한', '예정일'],
      group: 'next',
    }),
    nextActionBy: ref({
      to: 'person',
      label: { en: 'Who does it', ko: '조치 담당자' },
      help: {
        en: 'Only when it is not one of the experts above, for example after a handover.',
        ko: '업무 인계 등으로 위의 전문가가 아닌 사람이 맡을 때만 선택하세요.',
      },
      aliases: ['action by', 'action owner', 'next action by', '후속 조치 담당자', '조치자'],
      since: 3,
      group: 'next',
    }),
    nextActionDoneOn: date({
      label: { en: 'Done on', ko: '조치 완료일' },
      help: {
        en: 'The day on which the next action was done; empty while it is open.',
        ko: '후속 조치를 마친 날입니다. 아직이면 비워 두세요.',
      },
      aliases: ['action done', 'follow-up done', 'completed on', '완료일', '후속 조치 완료일', '조치일'],
      group: 'next',
    }),
    caseClosedOn: date({
      label: { en: 'Case closed on', ko: '사례 종결일' },
      help: {
        en: 'Only when nothing more is to be done although the advice was not adopted.',
        ko: '자문이 반영되지 않았지만 더 할 일이 없을 때만 적으세요.',
      },
      aliases: ['case closed', 'closed on', '종결일', '자문 종결일'],
      since: 3,
      group: 'next',
    }),
  },
  title: ({ topic }) => topic ?? '',
  dateField: 'date',
  listFields: ['date', 'topic', 'client', 'experts', 'field', 'mode', 'result', 'nextActionDue'],
  indexes: [
    'center',
    'date',
    'client',
    'experts',
    'counterparts',
    'field',
    'mode',
    'result',
    'project',
    'followsUp',
    'nextActionDue',
  ],
  rules: [
    insideOperatingPeriod('date', 'date'),
    notInPublishedFigure('consultation', 'consulting', 'date'),
    ...caseRules,
    ofSameCenter('followsUp', 'consultation', { en: 'earlier consultation', ko: '이전 컨설팅' }),
    notAfterToday('date', {
      en: 'The consultation is dated {date}, which is still to come. Check the date.',
      ko: '자문 날짜({date})가 오늘보다 뒤입니다. 날짜를 확인하세요.',
    }),
    {
      code: 'EVIDENCE_MISSING',
      level: 'warning',
      field: 'evidenceNote',
      message: {
        en: 'The advice was adopted. Choose its evidence, or say where it is kept: a decision, a letter, minutes.',
        ko: '반영이 완료된 자문입니다. 결정문, 공문, 회의록 등 증빙을 선택하거나 보관 위치를 적으세요.',
      },
      broken: (values, lookup) => values.result === 'adopted' && !hasEvidence(values, lookup),
    },
    {
      code: 'NEXT_ACTION_UNDATED',
      level: 'warning',
      field: 'nextActionDue',
      message: {
        en: 'There is a next action without a due date, so nobody will be reminded. Enter “Due”.',
        ko: '후속 조치에 기한이 없어 알림이 표시되지 않습니다. ‘조치 기한’을 입력하세요.',
      },
      broken: ({ nextAction, nextActionDue, nextActionDoneOn }) =>
        nextAction !== undefined && nextActionDue === undefined && nextActionDoneOn === undefined,
    },
    {
      code: 'NEXT_ACTION_MISSING',
      level: 'warning',
      field: 'nextAction',
      message: {
        en: 'There is a date for a next action, but not what it is. Enter “Next action”, or clear the date.',
        ko: '후속 조치의 날짜만 있고 내용이 없습니다. ‘후속 조치’를 입력하거나 날짜를 지우세요.',
      },
      broken: ({ nextAction, nextActionDue, nextActionDoneOn }) =>
        nextAction === undefined && (nextActionDue !== undefined || nextActionDoneOn !== undefined),
    },
    {
      code: 'NEXT_ACTION_TOO_EARLY',
      level: 'warning',
      field: 'nextActionDue',
      message: {
        en: 'The next action is due ({due}) before the consultation itself ({date}). Check both dates.',
        ko: '조치 기한({due})이 자문 날짜({date})보다 빠릅니다. 두 날짜를 확인하세요.',
      },
      broken: ({ date: day, nextActionDue: due }) =>
        day !== undefined && due !== undefined && due < day && { due, date: day },
    },
    {
      code: 'PROJECT_OF_OTHER_CENTER',
      level: 'warning',
      field: 'project',
      message: {
        en: 'The project belongs to another center. Choose one of this center, or correct the center.',
        ko: '다른 센터의 과제입니다. 이 센터의 과제를 선택하거나 센터를 고치세요.',
      },
      broken: ({ center, project }, lookup) => {
        const of = project === undefined ? null : lookup.get('project', project);
        return center !== undefined && of !== null && of.centerId !== null && of.centerId !== center;
      },
    },
  ],
});
