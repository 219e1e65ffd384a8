import type { IsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { Label } from '../../../shared/core/language.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { definitionOf, type RecordType } from '../../../shared/records/registry.ts';
import { type WorkType, workTypes } from '../../../shared/reports/inCharge.ts';
import type { OpenWork } from '../../../shared/reports/openWork.ts';
import { formatOf } from '../../i18n/useFormat.ts';
import { bothTitlesIn } from '../../stores/useTitles.ts';
import { openCaseLabel } from './handOverTexts.ts';

/** What stands on the sheet of one handover, in both languages. */
export interface HandOverPaper {
  readonly from: Label;
  readonly to: Label | null;
  readonly centers: readonly Label[];
  readonly date: Label;
  /** By kind of work, empty ones left out. */
  readonly parts: readonly { readonly type: WorkType; readonly lines: readonly PaperLine[] }[];
  readonly count: number;
  /** Something or somebody on it is of a sample, which every page says. */
  readonly includesSample: boolean;
}

export interface PaperLine {
  readonly id: RecordId;
  readonly title: Label;
  /** The next action of a consultation as it was written, or that there is none; null where the title says it all. */
  readonly action: Label | null;
  readonly due: Label | null;
  readonly status: Label | null;
}

export interface HandOver {
  readonly from: RecordId;
  readonly to: RecordId | null;
  readonly date: IsoDate;
  readonly work: readonly OpenWork[];
}

const statusField: Readonly<Record<WorkType, string>> = {
  consultation: 'result',
  decision: 'status',
  project: 'status',
  training: 'kind',
  followUp: 'stage',
};

export function handOverPaper(records: RecordSet, { from, to, date, work }: HandOver): HandOverPaper {
  const name = bothTitlesIn(records);
  const centers = [...new Set(work.flatMap(({ centerId }) => centerId ?? []))];
  const isSample = (type: RecordType, id: RecordId): boolean => records.find(type, id)?.sample === true;
  return {
    from: name('person', from),
    to: to === null ? null : name('person', to),
    centers: centers.map((center) => name('center', center)),
    date: dateLabel(date),
    count: work.length,
    includesSample:
      work.some(({ type, id }) => isSample(type, id)) ||
      centers.some((center) => isSample('center', center)) ||
      [from, ...(to === null ? [] : [to])].some((person) => isSample('person', person)),
    parts: workTypes.flatMap((type) => {
      const lines = work
        .filter((one) => one.type === type)
        .map(({ id, action, due }) => ({
          id,
          title: name(type, id),
          action: actionLabel(type, action),
          due: due === null ? null : dateLabel(due),
          status: statusLabel(records, type, id),
        }));
      return lines.length === 0 ? [] : [{ type, lines }];
    }),
  };
}

const actionLabel = (type: WorkType, action: string): Label | null =>
  action !== '' ? { en: action, ko: action } : type === 'consultation' ? openCaseLabel : null;

function statusLabel(records: RecordSet, type: WorkType, id: RecordId): Label | null {
  const spec = definitionOf(type).spec(statusField[type]);
  const value = records.find(type, id)?.values[statusField[type]];
  if (spec?.kind !== 'choice') return null;
  return spec.choices.find((choice) => choice.value === value)?.label ?? null;
}

const dateLabel = (date: IsoDate): Label => ({
  en: formatOf('en').date(date),
  ko: formatOf('ko').date(date),
});
