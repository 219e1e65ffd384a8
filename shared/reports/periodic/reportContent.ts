import type { IsoDate } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { Label } from '../../core/language.ts';
import { type EvidenceDayOf, evidenceDaysIn } from '../../records/evidenceDay.ts';
import { withoutPersonalRecords } from '../../records/personalRecords.ts';
import { type RecordSet, referenceBookOf } from '../../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../records/recordsOf.ts';
import type { RecordType } from '../../records/registry.ts';
import type { ReferenceBook } from '../../schema/codec.ts';
import { customPeriod, type Period } from '../period.ts';
import type { ToldSamples } from '../toldSamples.ts';
import { reportedRecords } from './reportedRecords.ts';
import { reportFigures } from './reportFigures.ts';
import { type ReportSection, type ReportSectionKey, sectionOrder } from './reportSections.ts';
import { sectionMakers } from './sectionMakers.ts';

export type ReportKind = 'monthly' | 'quarterly' | 'annual' | 'final';

/** Which report is asked for. One center's, or with several centers the consolidated one of headquarters. */
export interface ReportRequest {
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly centerIds: readonly RecordId[];
  /** The day on which it is computed: what is overdue, and until when people have served. */
  readonly asOf: IsoDate;
  /** Whether samples are told of; default: where the centers have no work of their own (see `reportedRecords`). */
  readonly includeSample?: boolean | undefined;
  /**
   * By the rules that an earlier format of seals went by, for a comparison with one; default: today's. By those of the
   * third, meetings, assignments and exchanges were listed that were planned for the rest of the period, follow-ups that
   * were entered later or had been done before, only evidence that says its day itself, and twice what was spent in the
   * years of a final report. By those of the
   * second, besides, decisions were open as they stood on the day of the report, and a project without an end went on. By
   * those of the first, besides, next actions were listed that had a day, a sum was agreed on while it was being
   * discussed, and every approved plan of a year counted.
   */
  readonly rules?: 'first' | 'second' | 'third' | undefined;
}

/** The computed part of a report: the same records and request always give the same content. */
export interface ReportContent {
  readonly request: ReportRequest;
  readonly sections: readonly ReportSection[];
  readonly samples: ToldSamples;
}

/** What the makers of sections read. */
export interface ReportInput {
  readonly set: RecordSet;
  readonly request: ReportRequest;
  readonly period: Period;
  /** A record's name in both languages; a dash for one that is not known here. */
  nameOf(type: RecordType, id: RecordId | undefined): Label;
  /** The rules are those of before the third format of seals (see `sealFormat`). */
  readonly byFormerRules: boolean;
  /** The rules are those of before the fourth format of seals. */
  readonly byThirdRules: boolean;
  readonly dayOfEvidence: EvidenceDayOf;
  own<Type extends RecordType>(type: Type): readonly RecordOf<Type>[];
}

/**
 * Computes all sections of a report from the log. Nothing that a person wrote is read or changed. Evidence that is
 * personal as a whole is not told of: a report goes to others, and its paper says what its seal says.
 */
export function reportContent(
  set: RecordSet,
  request: ReportRequest,
  names: ReportNames = namesIn(withoutPersonalRecords(set)),
): ReportContent {
  const { records, samples } = reportedRecords(set, request.centerIds, request.includeSample);
  const input = inputOf(records, request, names);
  const figures = reportFigures(input);
  return {
    request,
    samples,
    sections: sectionOrder.map((key: ReportSectionKey) => sectionMakers[key](input, figures)),
  };
}

function inputOf(set: RecordSet, request: ReportRequest, { nameOf }: ReportNames): ReportInput {
  const ids = new Set(request.centerIds);
  return {
    set,
    request,
    period: customPeriod(request.from, request.to),
    nameOf,
    dayOfEvidence: evidenceDaysIn(set),
    byFormerRules: request.rules === 'first' || request.rules === 'second',
    byThirdRules: request.rules !== undefined,
    own: (type) => recordsOf(set, type).filter(({ centerId }) => centerId !== null && ids.has(centerId)),
  };
}

/** How records are called in both languages. Made once for a set of reports: it names every record that is asked for. */
export interface ReportNames extends Pick<ReportInput, 'nameOf'> {
  readonly en: ReferenceBook;
  readonly ko: ReferenceBook;
}

/** A dash stands for a record that is not known here. */
export function namesIn(set: RecordSet): ReportNames {
  const en = referenceBookOf(set, 'en');
  const ko = referenceBookOf(set, 'ko');
  return {
    en,
    ko,
    nameOf: (type, id) => ({
      en: (id === undefined ? null : en.titleOf(type, id)) ?? '–',
      ko: (id === undefined ? null : ko.titleOf(type, id)) ?? '–',
    }),
  };
}
