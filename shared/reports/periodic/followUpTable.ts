import { dateInZone, type IsoDate } from '../../core/dates.ts';
import type { Label } from '../../core/language.ts';
import { followUp } from '../../records/followUp.ts';
import type { RecordOf } from '../../records/recordsOf.ts';
import { choiceTitle } from '../../records/titles.ts';
import { stateReachedOn } from '../stateHistory.ts';
import { recordTable } from './recordTable.ts';
import type { ReportInput } from './reportContent.ts';
import type { ReportTable } from './reportSections.ts';

type FollowUp = RecordOf<'followUp'>;

/** Follow-ups that were under way in the period or came to their end in it, as they stood when it ended. */
export function followUpTable(input: ReportInput): ReportTable {
  const { period, byThirdRules } = input;
  return recordTable(input, {
    key: 'followUps',
    type: 'followUp',
    records: input.own('followUp').filter((record) => {
      // Samples are all entered on one day, whatever the time of their reports.
      if (byThirdRules || record.sample) return true;
      const done = doneDay(record);
      return enteredOn(record) <= period.to && (done === null || done >= period.from);
    }),
    columns: [
      ['title', 3.2],
      ['type', 1.6],
      ['organization', 2],
      {
        label: followUp.fields.stage.label,
        kind: 'text',
        weight: 1.2,
        cell: (record) =>
          !byThirdRules && !record.sample && (doneDay(record) ?? '') > period.to
            ? doneLater
            : stageLabel(record),
      },
      ['value', 1.6],
    ],
  });
}

/** No field of a follow-up says when it began: what is known is the day on which it was entered. */
const enteredOn = ({ createdAt }: FollowUp): IsoDate => dateInZone(createdAt, 'UTC');

/** The day on which it was entered as done, be it when it was entered at all; null while it is not. */
const doneDay = (record: FollowUp): IsoDate | null =>
  record.values.stage === 'done' ? (stateReachedOn(record, 'stage') ?? enteredOn(record)) : null;

const doneLater: Label = { en: 'Done after the period', ko: '기간 후 완료' };

function stageLabel({ values: { stage } }: FollowUp): Label | null {
  if (stage === undefined) return null;
  return {
    en: choiceTitle(followUp.fields.stage, stage, 'en'),
    ko: choiceTitle(followUp.fields.stage, stage, 'ko'),
  };
}
