import { isIsoDate } from '../../core/dates.ts';
import { isRecordId } from '../../core/ids.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Label } from '../../core/language.ts';
import { isRecordType } from '../../records/registry.ts';
import { plannedUnits, reportTextFields, sectionOrder } from './reportSections.ts';
import { readableSealFormats, type SealedReport } from './sealedReport.ts';

/**
 * Reads a seal's text; null where it is none of this version's. Its hash says that it is what somebody sealed, not
 * that this somebody was Fieldbook: the shape of all that is shown is checked.
 */
export function sealedReportFromText(text: string): SealedReport | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  return isSealedReport(json) ? json : null;
}

/** A section or a text that this version does not know it could not show either. */
const sectionKeys: ReadonlySet<unknown> = new Set(sectionOrder);
const textFields: ReadonlySet<string> = new Set(reportTextFields);

type Check = (json: JsonValue | undefined) => boolean;

function isSealedReport(json: unknown): json is SealedReport {
  if (!isJsonObject(json) || !readableSealFormats.some((format) => format === json.format)) return false;
  const { kind, from, to, center, centerName, asOf, sample, texts, sections, records, others = [] } = json;
  return (
    (kind === 'monthly' || kind === 'quarterly' || kind === 'annual' || kind === 'final') &&
    [from, to, asOf].every(isIsoDate) &&
    isRecordId(center) &&
    isLabel(centerName) &&
    (sample === undefined || sample === true) &&
    isJsonObject(texts) &&
    Object.entries(texts).every(
      ([field, text]) => textFields.has(field) && isJsonObject(text) && Object.values(text).every(isText),
    ) &&
    listOf(isSection)(sections) &&
    listOf(isRecord)(records) &&
    listOf(isRecord)(others)
  );
}

const listOf =
  (check: Check): Check =>
  (json) =>
    Array.isArray(json) && json.every(check);

const isText: Check = (json) => typeof json === 'string';
const isNumberOrNull: Check = (json) => json === null || typeof json === 'number';

function isLabel(json: JsonValue | undefined): json is JsonValue & Label {
  return isJsonObject(json) && typeof json.en === 'string' && typeof json.ko === 'string';
}

const isSection: Check = (json) =>
  isJsonObject(json) &&
  sectionKeys.has(json.key) &&
  isLabel(json.title) &&
  isLabel(json.draft) &&
  listOf(isFigure)(json.figures) &&
  listOf(isTable)(json.tables);

const isFigure: Check = (json) =>
  isJsonObject(json) &&
  isText(json.key) &&
  isLabel(json.label) &&
  (json.unit === null || isLabel(json.unit)) &&
  (json.format === 'integer' || json.format === 'decimal' || json.format === 'percent') &&
  [json.value, json.periodTarget, json.toDate, json.target].every(isNumberOrNull) &&
  (json.planned === undefined || isPlannedPart(json.planned)) &&
  (json.plannedInPeriod === undefined || isPlannedInPeriod(json.plannedInPeriod)) &&
  listOf(isReference)(json.records);

const isPlannedPart: Check = (json) =>
  isJsonObject(json) &&
  isNumberOrNull(json.toDate) &&
  typeof json.count === 'number' &&
  typeof json.all === 'number' &&
  plannedUnits.some((unit) => unit === json.unit);

const isPlannedInPeriod: Check = (json) =>
  isJsonObject(json) &&
  isNumberOrNull(json.value) &&
  typeof json.count === 'number' &&
  typeof json.all === 'number';

const isTable: Check = (json) =>
  isJsonObject(json) &&
  isText(json.key) &&
  isLabel(json.title) &&
  listOf(isColumn)(json.columns) &&
  listOf(
    (row) =>
      isJsonObject(row) && (row.record === null || isReference(row.record)) && listOf(isCell)(row.cells),
  )(json.rows);

const isColumn: Check = (json) =>
  isJsonObject(json) &&
  isLabel(json.label) &&
  ['text', 'date', 'number', 'year', 'usd'].some((kind) => kind === json.kind) &&
  typeof json.weight === 'number';

const isCell: Check = (json) =>
  json === null || typeof json === 'string' || typeof json === 'number' || isLabel(json);

const isReference: Check = (json) =>
  isJsonObject(json) && typeof json.type === 'string' && isRecordType(json.type) && isRecordId(json.id);

const isRecord: Check = (json) =>
  isJsonObject(json) &&
  isReference(json) &&
  typeof json.version === 'number' &&
  isLabel(json.title) &&
  isJsonObject(json.values);
