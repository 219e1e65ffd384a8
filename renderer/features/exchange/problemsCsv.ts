import type { Language } from '../../../shared/core/language.ts';
import { rowProblemText } from '../../../shared/messages/rowProblemText.ts';
import { cellAddress, type ShownRow } from './planRows.ts';

const headers: Readonly<Record<Language, readonly string[]>> = {
  en: ['File', 'Sheet', 'Cell', 'Record', 'Column', 'Value', 'What to do', 'Imported'],
  ko: ['파일', '시트', '셀', '기록', '열', '값', '조치 사항', '가져오기'],
};
const imported: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  en: ['yes, with a warning', 'no'],
  ko: ['예(경고)', '아니요'],
};

/** Every problem of the rows as a CSV that Excel opens in either language: UTF-8 with its mark, CRLF. */
export function problemsCsv(rows: readonly ShownRow[], language: Language): Uint8Array {
  const lines = rows.flatMap(({ row, fileName }) =>
    row.problems.map((problem) => [
      fileName,
      row.sheet,
      cellAddress(row, problem),
      row.title,
      problem.header[language],
      problem.value,
      rowProblemText(problem, language),
      imported[language][row.status === 'rejected' ? 1 : 0],
    ]),
  );
  const text = [headers[language], ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

/**
 * A value that a spreadsheet would take for a formula is written as text, behind an apostrophe; so is one that is
 * behind apostrophes already, so that taking one away always gives the value.
 */
function csvCell(value: string): string {
  const safe = /^'*[=+\-@\t\r\n|%＝＋－＠]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
