import { type IsoDate, isIsoDate } from '../../../shared/core/dates.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { Label } from '../../../shared/core/language.ts';
import { centerFields } from '../../../shared/records/centerFields.ts';
import { decision as decisionType } from '../../../shared/records/decision.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { type RecordOf, recordOf } from '../../../shared/records/recordsOf.ts';
import type { RecordType } from '../../../shared/records/registry.ts';
import { type MeetingWithDecisions, meetingsOf } from '../../../shared/reports/meetingsOf.ts';
import type { ChoiceSpec } from '../../../shared/schema/fieldSpec.ts';
import { formatOf } from '../../i18n/useFormat.ts';
import { type BothTitles, bothTitlesIn } from '../../stores/useTitles.ts';

/** Everything that stands on the minutes of one meeting; names in both languages as far as they are known. */
export interface MinutesPaper {
  readonly record: RecordOf<'meeting'>;
  readonly programme: Label | null;
  readonly center: Label | null;
  readonly title: Label;
  readonly date: Label | null;
  /** False for a meeting to come. */
  readonly isHeld: boolean;
  /** By name. */
  readonly attendees: readonly Attendee[];
  readonly decisions: readonly PaperDecision[];
  readonly evidence: readonly Label[];
  /** Something or somebody on it is of a sample, which every page says. */
  readonly includesSample: boolean;
}

export interface Attendee {
  readonly id: RecordId;
  readonly name: Label;
  readonly position: string;
  readonly organization: Label | null;
}

export interface PaperDecision {
  readonly id: RecordId;
  readonly text: string;
  readonly owner: Label | null;
  readonly due: Label | null;
  readonly status: Label | null;
}

/** Null when there is no such meeting. */
export function minutesPaper(records: RecordSet, id: RecordId, today: IsoDate): MinutesPaper | null {
  const meeting = meetingsOf(records, null, today).find(({ record }) => record.id === id);
  if (meeting === undefined) return null;
  const name = bothTitlesIn(records);
  const { record, decisions, isHeld } = meeting;
  const { center, date, attendees = [], evidenceFiles = [] } = record.values;
  const programme = center === undefined ? undefined : recordOf(records, 'center', center)?.values.programme;
  return {
    record,
    programme: programme === undefined ? null : choiceOf(centerFields.programme, programme),
    center: center === undefined ? null : name('center', center),
    title: name('meeting', id),
    date: dateOf(date),
    isHeld,
    attendees: attendees
      .map((person) => attendeeOf(records, person, name))
      .sort((a, b) => a.name.en.localeCompare(b.name.en, 'en')),
    decisions: decisions.map(({ id: decision, values }) => ({
      id: decision,
      text: values.text ?? '',
      owner: values.owner === undefined ? null : name('person', values.owner),
      due: dateOf(values.due),
      status: values.status === undefined ? null : choiceOf(decisionType.fields.status, values.status),
    })),
    evidence: evidenceFiles.map((file) => name('evidence', file)),
    includesSample: [record, ...decisions].some(({ sample }) => sample) || namesSample(records, meeting),
  };
}

/** Whether the minutes name a center, a person, an organization or evidence of a sample. */
function namesSample(records: RecordSet, { record, decisions }: MeetingWithDecisions): boolean {
  const { center, attendees = [], evidenceFiles = [] } = record.values;
  const people = [...attendees, ...decisions.flatMap(({ values }) => values.owner ?? [])];
  const organizations = attendees.flatMap(
    (person) => recordOf(records, 'person', person)?.values.organization ?? [],
  );
  return (
    (center !== undefined && isSample(records, 'center', center)) ||
    people.some((id) => isSample(records, 'person', id)) ||
    organizations.some((id) => isSample(records, 'organization', id)) ||
    evidenceFiles.some((id) => isSample(records, 'evidence', id))
  );
}

const isSample = (records: RecordSet, type: RecordType, id: RecordId): boolean =>
  records.find(type, id)?.sample === true;

function attendeeOf(records: RecordSet, id: RecordId, name: BothTitles): Attendee {
  const { position = '', organization } = recordOf(records, 'person', id)?.values ?? {};
  return {
    id,
    name: name('person', id),
    position,
    organization: organization === undefined ? null : name('organization', organization),
  };
}

function dateOf(date: IsoDate | undefined): Label | null {
  if (!isIsoDate(date)) return null;
  return { en: formatOf('en').date(date), ko: formatOf('ko').date(date) };
}

function choiceOf({ choices }: Pick<ChoiceSpec, 'choices'>, value: string): Label | null {
  return choices.find((choice) => choice.value === value)?.label ?? null;
}
