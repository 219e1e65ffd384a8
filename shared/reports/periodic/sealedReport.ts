import type { IsoDate } from '../../core/dates.ts';
import { sha256Hex } from '../../core/hashing.ts';
import type { RecordId } from '../../core/ids.ts';
import { canonicalJson, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Label } from '../../core/language.ts';
import { centerLabel } from '../../records/center.ts';
import { withoutPersonalRecords } from '../../records/personalRecords.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import { type RecordOf, recordOf } from '../../records/recordsOf.ts';
import type { RecordType } from '../../records/registry.ts';
import type { LocalizedText } from '../../schema/fieldSpec.ts';
import {
  namesIn,
  type ReportKind,
  type ReportNames,
  type ReportRequest,
  reportContent,
} from './reportContent.ts';
import { reportedRecords } from './reportedRecords.ts';
import { type ReportSection, type ReportTextField, reportTextFields } from './reportSections.ts';
import { sealedRecords } from './sealedRecords.ts';

/**
 * The version of what is sealed and how it is written; a seal that was given keeps the version it was made by. The
 * first one held the targets of every plan of the center, and of what lies outside of the period no record; the first
 * two told of samples as of any record, of decisions as they stood on the day of the report, not at the period's end, and
 * of a project without an end as if it went on; the first three told of what was planned for the rest of the period (see
 * `ReportRequest.rules`).
 */
export const sealFormat = 4;
export const readableSealFormats = [1, 2, 3, sealFormat] as const;

/**
 * What a report says when it is submitted: its texts, its computed sections, and every record of the period and every
 * other that its tables name, with their values. Personal fields are left out, and evidence that is personal as a whole, so that a workbook without personal
 * data carries the seal too, and verifies.
 */
export interface SealedReport {
  readonly format: (typeof readableSealFormats)[number];
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly center: RecordId;
  readonly centerName: Label;
  /** The day on which it was sealed. */
  readonly asOf: IsoDate;
  /** Sample records are told of; absent where none are. Formats before the third told of them without a word. */
  readonly sample?: true;
  readonly texts: Readonly<Partial<Record<ReportTextField, LocalizedText>>>;
  readonly sections: readonly ReportSection[];
  /** By type in the order of sheets, then by id. */
  readonly records: readonly SealedRecord[];
  /** What the tables name and does not lie in the period, such as follow-ups; absent in the first format. */
  readonly others?: readonly SealedRecord[];
}

export interface SealedRecord {
  readonly type: RecordType;
  readonly id: RecordId;
  /** Version of the record type. */
  readonly version: number;
  readonly title: Label;
  readonly values: JsonObject;
}

/** Names that a seal may use: of a set without its personal records, which would change how others are told apart. */
export interface SealNames extends ReportNames {
  readonly isWithoutPersonal: true;
}

/** How records are called in seals; made once for a set of reports. */
export const sealNamesIn = (set: RecordSet): SealNames => ({
  ...namesIn(withoutPersonalRecords(set)),
  isWithoutPersonal: true,
});

/** `rules` are for a comparison with a seal of another format. */
export interface SealOptions extends Pick<ReportRequest, 'rules'> {
  /** Default: made from the set; given where several reports are sealed. */
  readonly names?: SealNames;
  /** Default: what `reportedRecords` decides, and always for a report that is a sample itself. */
  readonly includeSample?: boolean | undefined;
}

/** What would be sealed now; null for a report without center or period. */
export function sealedReportOf(
  set: RecordSet,
  report: RecordOf<'report'>,
  asOf: IsoDate,
  options: SealOptions = {},
): SealedReport | null {
  const { center, kind, from, to } = report.values;
  const { names = sealNamesIn(set), includeSample = report.sample ? true : undefined, rules } = options;
  if (center === undefined || kind === undefined || from === undefined || to === undefined) return null;
  const { records, samples } = reportedRecords(set, [center], includeSample);
  const values = recordOf(set, 'center', center)?.values ?? {};
  const request = { kind, from, to, centerIds: [center], asOf, includeSample: true, rules };
  const { sections } = reportContent(records, request, names);
  return {
    format: sealFormat,
    kind,
    from,
    to,
    center,
    centerName: { en: centerLabel(values, 'en'), ko: centerLabel(values, 'ko') },
    asOf,
    ...(samples === 'told' ? { sample: true } : {}),
    texts: textsOf(report),
    sections,
    ...sealedRecords(records, names, { kind, center, from, to }, sections),
  };
}

/** The text that is hashed: canonical JSON (see core/json), no byte order mark, no line end. */
export function sealText(sealed: SealedReport): string {
  // The boundary: a sealed report consists of plain data only, which an interface cannot say.
  return canonicalJson(sealed as unknown as JsonValue);
}

/** SHA-256 of the seal's text in UTF-8, as 64 hexadecimal digits. */
export const sealHash = (sealed: SealedReport): string => sha256Hex(sealText(sealed));

/** The first 16 digits in groups of four, for people who compare two seals by eye. */
export const shortSeal = (hash: string): string => hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');

/** What people wrote in a report. */
export function textsOf({ values }: RecordOf<'report'>): SealedReport['texts'] {
  return Object.fromEntries(
    reportTextFields.flatMap((field) => {
      const text = values[field];
      return text === undefined ? [] : [[field, text] as const];
    }),
  );
}
