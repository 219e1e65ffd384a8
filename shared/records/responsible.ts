import { ref } from '../schema/fields.ts';

/** Who sees to something that is under way: the person from whom it is taken over. */
export const responsible = (group: string, since: number) =>
  ref({
    to: 'person',
    label: { en: 'Person in charge', ko: '담당자' },
    help: {
      en: 'Who sees to it; a handover passes it on.',
      ko: '업무를 맡은 사람입니다. 인계하면 후임자로 바뀝니다.',
    },
    aliases: ['responsible', 'in charge', 'owner', 'contact person', '책임자', '담당', '업무 담당자'],
    since,
    group,
  });
