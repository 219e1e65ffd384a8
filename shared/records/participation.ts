import { defineRecord } from '../schema/defineRecord.ts';
import { boolean, longText, ref } from '../schema/fields.ts';
import { ofSameCenter } from './centerRules.ts';
import { joinTitle, referenceTitle } from './titles.ts';

/** One person who takes part in a training. */
export const participation = defineRecord({
  type: 'participation',
  scope: 'center',
  label: {
    one: { en: 'Participation', ko: '연수 참가' },
    many: { en: 'Participations', ko: '연수 참가' },
  },
  sheetAliases: [
    'participation',
    'participants',
    'trainees',
    'attendance list',
    '참가자',
    '참가자 명단',
    '연수생',
    '연수생 명단',
    '수료자',
  ],
  version: 1,
  migrations: [],
  groups: [
    { key: 'who', label: { en: 'Who takes part in what?', ko: '누가 어떤 연수에 참가합니까?' } },
    { key: 'result', label: { en: 'Was it completed?', ko: '수료했습니까?' } },
  ],
  fields: {
    training: ref({
      to: 'training',
      label: { en: 'Training', ko: '연수·교육' },
      help: { en: 'The training.', ko: '참가한 연수·교육입니다.' },
      required: true,
      aliases: ['course', 'training title', 'course name', '연수', '교육', '연수명', '과정명', '교육과정'],
      sensitivity: 'public',
      group: 'who',
    }),
    person: ref({
      to: 'person',
      label: { en: 'Participant', ko: '참가자' },
      help: { en: 'Who takes part.', ko: '참가한 사람입니다.' },
      required: true,
      aliases: ['person', 'name', 'trainee', '성명', '이름', '연수생', '교육생'],
      group: 'who',
    }),
    completed: boolean({
      label: { en: 'Completed', ko: '수료 여부' },
      help: { en: 'Whether the person finished the training.', ko: '연수를 마쳤는지 선택하세요.' },
      aliases: ['certificate', 'passed', 'finished', '수료', '이수', '이수 여부'],
      words: {
        yes: ['수료', '이수', '수료함', '이수함', 'completed'],
        no: ['미수료', '미이수', '중도 포기', '중도 탈락', 'not completed'],
      },
      group: 'result',
    }),
    notes: longText({
      label: { en: 'Notes', ko: '비고' },
      help: { en: 'For example why it was not completed.', ko: '미수료 사유 등 참고할 내용을 적으세요.' },
      aliases: ['remarks', 'comment', '메모', '사유', '참고'],
      maxLength: 2000,
      group: 'result',
    }),
  },
  title: (values, context) =>
    joinTitle(
      referenceTitle('person', values.person, context),
      referenceTitle('training', values.training, context),
    ),
  partOf: 'training',
  listFields: ['training', 'person', 'center', 'completed', 'notes'],
  indexes: ['center', 'training', 'person', 'completed'],
  rules: [
    ofSameCenter('training', 'training', { en: 'training', ko: '연수·교육' }),
    {
      code: 'PARTICIPATES_TWICE',
      level: 'error',
      acrossRecords: true,
      field: 'person',
      message: {
        en: 'This person is entered for this training already. Choose another person, or delete one of the two entries.',
        ko: '이 연수에 이미 등록된 사람입니다. 다른 사람을 선택하거나 둘 중 하나를 삭제하세요.',
      },
      broken: ({ training, person }, lookup, id) =>
        training !== undefined &&
        person !== undefined &&
        lookup
          .where('participation', 'training', training)
          .some((other) => other.id !== id && other.values.person === person),
    },
    {
      code: 'COMPLETED_TOO_EARLY',
      level: 'warning',
      field: 'completed',
      message: {
        en: 'The training ends on {end}, so nobody can have completed it yet. Check the end of the training, or clear “Completed”.',
        ko: '연수가 {end}에 끝나므로 아직 수료할 수 없습니다. 연수 종료일을 확인하거나 ‘수료 여부’를 지우세요.',
      },
      broken: ({ training, completed }, lookup) => {
        const end = training === undefined ? null : (lookup.get('training', training)?.values.end ?? null);
        return completed === true && typeof end === 'string' && end > lookup.today && { end };
      },
    },
  ],
});
