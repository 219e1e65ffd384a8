import type { RecordId } from '../core/ids.ts';
import type { Label } from '../core/language.ts';
import { valueProblemTexts } from '../messages/valueProblems.ts';
import type { CellContext } from '../schema/codec.ts';
import type { RecordLookup } from '../schema/defineRecord.ts';
import { type Finding, validateRecord } from '../schema/validate.ts';
import { columnLetters, idColumnKey } from './columns.ts';
import { placedProblem } from './decodeRow.ts';
import type { Twin } from './foreign/twins.ts';
import type { RowProblem } from './importPlan.ts';
import type { IncomingRow, IncomingSheet } from './incomingRows.ts';
import type { Candidate } from './planRows.ts';
import type { IdentifiedRow } from './repeatedIds.ts';

/** What the record's rules say of a row that somebody wrote or changed. */
export function ruleProblems(
  { sheet, row, existing, joined, badFields }: Candidate,
  lookup: RecordLookup,
): readonly RowProblem[] {
  const { definition } = sheet;
  if (joined.result === null || joined.result.deleted) return [];
  const findings = validateRecord(definition, joined.result.values, lookup, row.id);
  // What was wrong before, here or at the exporter, is no reason to refuse somebody's correction of another cell.
  const known = existing === null ? [] : validateRecord(definition, existing.values, lookup, row.id);
  // A cell that could not be read is not missing too.
  const isNew = (finding: Finding): boolean =>
    !(finding.code === 'REQUIRED' && badFields.has(finding.field)) &&
    !known.some(({ code, field }) => code === finding.code && field === finding.field);
  return findings.filter(isNew).map((finding) => placedFinding(sheet, row, finding));
}

function placedFinding(sheet: IncomingSheet, row: IncomingRow, finding: Finding): RowProblem {
  const field = sheet.layout.fields.find(({ key }) => key === finding.field);
  const { code, message, params } = finding;
  // Which of two records came first differs from replica to replica, so refusing the second would set them apart.
  const level = finding.acrossRecords === true ? 'warning' : finding.level;
  if (field === undefined) {
    return { level, code, message, params, column: null, header: { en: '', ko: '' }, value: '' };
  }
  const placed = placedProblem(sheet, field, row, { code: 'REQUIRED', params, column: 0 }, message);
  return { ...placed, level, code };
}

/** The id cell is no id of a record of this type. */
export function idProblem(sheet: IncomingSheet, value: string): RowProblem {
  return idProblemOf(sheet, 'error', 'BAD_ID', value, {});
}

/** The id stands in another row too: as a mere copy of it, or with other cells. */
export function repeatedRow(
  sheet: IncomingSheet,
  code: 'DUPLICATE_ID' | 'COPIED_ROW',
  { id }: Pick<IncomingRow, 'id'>,
  other: Pick<IdentifiedRow, 'sheet' | 'row'>,
): RowProblem {
  const level = code === 'COPIED_ROW' ? 'warning' : 'error';
  return idProblemOf(sheet, level, code, id, { row: other.row.row, otherSheet: other.sheet.name });
}

/** The id stood beside another row; most cells tell which record the row is. */
export const rowToldByCells = (sheet: IncomingSheet, { id }: Pick<IncomingRow, 'id'>): RowProblem =>
  idProblemOf(sheet, 'warning', 'ROW_TOLD_BY_CELLS', id, {});

function idProblemOf(
  sheet: IncomingSheet,
  level: RowProblem['level'],
  code: 'BAD_ID' | 'DUPLICATE_ID' | 'COPIED_ROW' | 'ROW_TOLD_BY_CELLS',
  value: string,
  params: RowProblem['params'],
): RowProblem {
  const position = sheet.positions.get(idColumnKey);
  return {
    level,
    code,
    column: position === undefined ? null : columnLetters(position),
    header: { en: 'ID', ko: 'ID' },
    value,
    message: valueProblemTexts[code],
    params: { value, sheet: sheet.name, ...params },
  };
}

/** The row may say again what a record or an earlier row says; it stays new unless a person decides otherwise. */
export function twinWarning({ where, title, row, savers }: Twin): RowProblem {
  return {
    level: 'warning',
    code: 'LIKELY_DUPLICATE',
    column: null,
    header: { en: 'Duplicate?', ko: '중복 여부' },
    value: '',
    message: savers === undefined ? duplicateTexts[where] : editedByAnother,
    params: { title, row: row ?? 0, ...savers },
  };
}

const duplicateHere: Label = {
  en: 'Looks like “{title}” of the same day, which is here already. It becomes a new record unless you decide otherwise.',
  ko: '같은 날짜의 기존 기록 “{title}”와(과) 비슷합니다. 따로 정하지 않으면 새 기록으로 추가합니다.',
};
const duplicateInFile: Label = {
  en: 'Looks like “{title}” in row {row} of the same file. It becomes a new record unless you decide otherwise.',
  ko: '같은 파일 {row}행의 “{title}”와(과) 비슷합니다. 따로 정하지 않으면 새 기록으로 추가합니다.',
};

const editedAgain: Label = {
  en: 'An earlier copy of this workbook brought “{title}”, which is not in it any more; this row says mostly the same. It becomes a new record unless you decide otherwise.',
  ko: '이 통합 문서의 이전 사본으로 가져온 “{title}” 기록이 지금은 없고, 이 행의 내용이 그 기록과 대부분 같습니다. 따로 정하지 않으면 새 기록으로 추가합니다.',
};
const editedByAnother: Label = {
  en: 'An earlier copy of this workbook, saved by {earlier}, brought “{title}”, which is not in this one; this row says mostly the same. This copy was saved by {now}, so it may be another person’s row. It becomes a new record unless you decide otherwise.',
  ko: '이 통합 문서의 이전 사본({earlier} 저장)으로 가져온 “{title}” 기록이 이 사본에는 없고, 이 행의 내용이 그 기록과 대부분 같습니다. 이 사본은 {now}이(가) 저장했으므로 다른 사람이 쓴 행일 수 있습니다. 따로 정하지 않으면 새 기록으로 추가합니다.',
};
const duplicateTexts: Readonly<Record<Twin['where'], Label>> = {
  here: duplicateHere,
  file: duplicateInFile,
  copy: editedAgain,
};

/** The row refers to a row of the same workbook that is rejected. */
export function missingReference(
  sheet: IncomingSheet,
  [type, id]: readonly [string, RecordId, ...unknown[]],
  reader: CellContext,
): RowProblem {
  const value = reader.references.titleOf(type, id) ?? '';
  const field = sheet.layout.fields.find(
    ({ spec }) => (spec.kind === 'ref' || spec.kind === 'refs') && spec.to === type,
  );
  return {
    level: 'error',
    code: 'UNKNOWN_REFERENCE',
    column: null,
    header: field?.spec.label ?? { en: '', ko: '' },
    value,
    message: valueProblemTexts.UNKNOWN_REFERENCE,
    params: { value, type: reader.references.labelOf(type) },
  };
}
