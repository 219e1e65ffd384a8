import type { RecordId } from '../core/ids.ts';
import type { Label, Language } from '../core/language.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { reportKind } from '../records/reportFields.ts';
import { choiceTitle } from '../records/titles.ts';
import { type Correction, correctionsOf } from '../reports/periodic/corrections.ts';
import {
  differenceHow,
  differenceKind,
  differenceOrigins,
  differencesByOrigin,
  olderRulesNote,
  reportCellText,
} from '../reports/periodic/differenceTexts.ts';
import { shortSeal } from '../reports/periodic/sealedReport.ts';
import type { CellLook, PageSheet, StyledCell } from './grid.ts';

/** Not a name that somebody gives to a sheet of his own. */
export const sealCorrectionSheetName: Label = { en: 'Corrections of reports', ko: '보고서 정정 사항' };

const texts = {
  lead: {
    en: 'What was changed since a report was submitted, record by record, figure by figure and table by table.',
    ko: '보고서를 제출한 뒤 바뀐 내용을 기록, 지표, 표별로 표시합니다.',
  },
  report: { en: 'Report', ko: '보고서' },
  seal: { en: 'Seal', ko: '봉인 값' },
  origin: { en: 'Comes from', ko: '범위' },
  what: { en: 'What', ko: '구분' },
  which: { en: 'Which', ko: '대상' },
  field: { en: 'Field', ko: '항목' },
  how: { en: 'How', ko: '변경 유형' },
  before: { en: 'As submitted', ko: '제출 당시' },
  after: { en: 'Now', ko: '현재' },
} as const satisfies Readonly<Record<string, Label>>;

/** What differs between sealed reports and their records now; null where every report holds. */
export function sealCorrectionSheet(
  set: RecordSet,
  centerId: RecordId | null,
  language: Language,
): PageSheet | null {
  const corrections = correctionsOf(set).filter(
    ({ report, differences }) =>
      differences.length > 0 && (centerId === null || report.centerId === centerId),
  );
  if (corrections.length === 0) return null;
  const cell = (value: string, look: CellLook): StyledCell => ({ value, look });
  const head = [
    texts.report,
    texts.seal,
    texts.what,
    texts.which,
    texts.field,
    texts.how,
    texts.before,
    texts.after,
    texts.origin,
  ];
  return {
    kind: 'page',
    name: sealCorrectionSheetName[language],
    visibility: 'visible',
    columnWidths: [3, 32, 21, 16, 34, 20, 12, 34, 34, 40],
    rows: [
      [],
      [null, cell(sealCorrectionSheetName[language], 'title')],
      [null, cell(texts.lead[language], 'subtitle')],
      corrections.some(({ mayBeByRules }) => mayBeByRules)
        ? [null, cell(olderRulesNote[language], 'subtitle')]
        : [],
      [null, ...head.map((label) => cell(label[language], 'header'))],
      ...corrections.flatMap((correction) =>
        rowsOf(correction, language).map((row) => [null, ...row.map((value) => cell(value, 'body'))]),
      ),
    ],
    merges: [
      { row: 1, column: 1, span: 4 },
      { row: 2, column: 1, span: 8 },
      { row: 3, column: 1, span: 8 },
    ],
    landscape: true,
  };
}

function rowsOf(
  { report, hash, differences }: Correction,
  language: Language,
): readonly (readonly string[])[] {
  const { kind, from = '', to = '' } = report.values;
  const name = `${choiceTitle(reportKind, kind, language)} ${from} – ${to}`;
  return differencesByOrigin(differences)
    .flatMap(({ own }) => own)
    .map((difference) => {
      const { origin, title, field, before, after, format } = difference;
      return [
        name,
        shortSeal(hash),
        differenceKind(difference, language),
        title[language],
        field?.[language] ?? '',
        differenceHow(difference, language),
        reportCellText(before, language, format),
        reportCellText(after, language, format),
        differenceOrigins[origin][language],
      ];
    });
}
