import { defineRecord } from '../schema/defineRecord.ts';
import { choice, date, longText, ref, refs } from '../schema/fields.ts';
import { endNotBeforeStart } from './dateRules.ts';
import { choiceTitle, joinTitle, referenceTitle } from './titles.ts';

const role = choice({
  label: { en: 'Role', ko: '담당 역할' },
  help: {
    en: 'What the person does for the cooperation on the partner’s side.',
    ko: '협력국 측에서 맡은 역할을 선택하세요.',
  },
  required: true,
  aliases: ['function', 'responsibility', 'duty', '역할', '담당 업무', '담당'],
  choices: [
    {
      value: 'decisionMaker',
      label: { en: 'Decision-maker', ko: '의사결정자' },
      aliases: ['director', 'head', '책임자', '결정권자'],
    },
    {
      value: 'coordinator',
      label: { en: 'Coordinator', ko: '총괄 담당관' },
      aliases: ['focal point', 'contact point', '총괄', '담당관', '연락관'],
    },
    {
      value: 'project',
      label: { en: 'In charge of projects', ko: '과제 담당' },
      aliases: ['project manager', 'project', '과제 담당자', '사업 담당'],
    },
    {
      value: 'technical',
      label: { en: 'Technical officer', ko: '기술 담당' },
      aliases: ['technical', 'IT', '기술 담당자', '전산 담당'],
    },
    {
      value: 'administration',
      label: { en: 'Administration and budget', ko: '행정·예산 담당' },
      aliases: ['administration', 'finance', '행정', '예산', '회계'],
    },
  ],
  sensitivity: 'public',
  group: 'who',
});

/**
 * Somebody of the partner’s side whom the center works with, in a role and for a time. How to reach the person stands
 * with the person, where it is personal.
 */
export const counterpart = defineRecord({
  type: 'counterpart',
  scope: 'center',
  label: {
    one: { en: 'Counterpart', ko: '협력국 담당자' },
    many: { en: 'Counterparts', ko: '협력국 담당자' },
  },
  sheetAliases: ['counterpart', 'focal points', 'partner contacts', '협력국 담당자 명단', '상대측 담당자'],
  version: 1,
  migrations: [],
  groups: [
    { key: 'who', label: { en: 'Who is it, in which role?', ko: '누가 어떤 역할을 맡습니까?' } },
    { key: 'when', label: { en: 'Since when?', ko: '언제부터입니까?' } },
  ],
  fields: {
    person: ref({
      to: 'person',
      label: { en: 'Person', ko: '인물' },
      help: {
        en: 'Of the partner’s side, with the organization and how to reach the person.',
        ko: '협력국 측 인물입니다. 소속 기관과 연락처는 인물에 등록합니다.',
      },
      required: true,
      aliases: ['name', 'official', 'contact person', '성명', '이름', '담당자', '담당자명'],
      group: 'who',
    }),
    role,
    projects: refs({
      to: 'project',
      label: { en: 'Projects', ko: '담당 과제' },
      help: {
        en: 'The joint projects that the person works on; empty for all or none.',
        ko: '담당하는 공동협력과제입니다. 특정 과제가 없으면 비워 두세요.',
      },
      aliases: ['project', 'joint projects', '과제', '과제명', '공동협력과제'],
      sensitivity: 'public',
      group: 'who',
    }),
    start: date({
      label: { en: 'Since', ko: '시작일' },
      help: {
        en: 'First day in this role, where it is known.',
        ko: '역할을 맡은 첫날입니다. 모르면 비워 두세요.',
      },
      aliases: ['start', 'from', 'start date', 'appointed on', '지정일', '임명일', '부터'],
      sensitivity: 'public',
      group: 'when',
    }),
    end: date({
      label: { en: 'Until', ko: '종료일' },
      help: {
        en: 'Last day; empty while the person is in it.',
        ko: '마지막 날입니다. 계속 맡고 있으면 비워 두세요.',
      },
      aliases: ['end', 'to', 'end date', '까지', '종료', '교체일'],
      sensitivity: 'public',
      group: 'when',
    }),
    notes: longText({
      label: { en: 'Notes', ko: '비고' },
      help: {
        en: 'What one needs to know to work with the person; no private matters.',
        ko: '업무에 필요한 내용을 적으세요. 사적인 내용은 적지 마세요.',
      },
      aliases: ['remarks', 'comment', '메모', '참고'],
      sensitivity: 'personal',
      group: 'when',
    }),
  },
  title: (values, context) =>
    joinTitle(
      referenceTitle('person', values.person, context),
      choiceTitle(role, values.role, context.language),
      referenceTitle('center', values.center, context),
    ),
  dateField: 'start',
  endField: 'end',
  listFields: ['person', 'role', 'center', 'projects', 'start', 'end'],
  indexes: ['center', 'person', 'role', 'projects', 'start', 'end'],
  rules: [
    endNotBeforeStart('start', 'end'),
    {
      code: 'COUNTERPART_WITHOUT_ORGANIZATION',
      level: 'warning',
      field: 'person',
      message: {
        en: 'Nothing says for which organization this person works. Enter it with the person.',
        ko: '이 사람의 소속 기관이 없습니다. 인물에 소속 기관을 입력하세요.',
      },
      broken: ({ person }, lookup) => {
        const found = person === undefined ? null : lookup.get('person', person);
        return found !== null && found.values.organization === undefined;
      },
    },
    {
      code: 'COUNTERPART_TWICE',
      level: 'warning',
      field: 'role',
      message: {
        en: 'This person is entered in the same role of this center for the same time already. Delete one of the two, or correct the dates.',
        ko: '같은 사람이 이 센터의 같은 역할로 같은 기간에 이미 등록되어 있습니다. 하나를 삭제하거나 날짜를 고치세요.',
      },
      broken: ({ person, center, role: own, start, end }, lookup, id) =>
        person !== undefined &&
        center !== undefined &&
        lookup
          .where('counterpart', 'person', person)
          .some(
            ({ id: other, centerId, values }) =>
              other !== id &&
              centerId === center &&
              values.role === own &&
              String(values.start ?? '') <= (end ?? '9999') &&
              (start ?? '') <= String(values.end ?? '9999'),
          ),
    },
    {
      code: 'PROJECT_OF_OTHER_CENTER',
      level: 'warning',
      field: 'projects',
      message: {
        en: 'One of the projects belongs to another center. Choose those of this center, or correct the center.',
        ko: '다른 센터의 과제가 있습니다. 이 센터의 과제를 선택하거나 센터를 고치세요.',
      },
      broken: ({ center, projects = [] }, lookup) =>
        center !== undefined &&
        projects.some((project) => {
          const of = lookup.get('project', project);
          return of !== null && of.centerId !== null && of.centerId !== center;
        }),
    },
  ],
});
