import type { Language } from '../../shared/core/language.ts';
import { rowProblemText } from '../../shared/messages/rowProblemText.ts';
import type {
  GridRow,
  PageSheet,
  StyledCell,
  TableSheet,
  WorkbookDocument,
} from '../../shared/workbook/grid.ts';
import type { RowProblem } from '../../shared/workbook/importPlan.ts';
import { batchTexts } from './batchTexts.ts';
import { conflictProblems } from './conflictProblems.ts';
import { filesByName, type JoinedFile, type JoinedInputs } from './joinInputs.ts';

/** One problem of one row of one file. */
export interface FoundProblem {
  /** The names of the files, where several have to do with it. */
  readonly file: string;
  readonly sheet: string;
  /** As Excel numbers it; null where no one row is to blame. */
  readonly row: number | null;
  /** The record's title. */
  readonly title: string;
  readonly problem: ListedProblem;
}

/** A row's problem, or a conflict: two values of one field, of which `value` counts for now. */
export interface ListedProblem extends Omit<RowProblem, 'level'> {
  readonly level: RowProblem['level'] | 'conflict';
  readonly other: string;
}

/** In the order of file names, sheets and rows; a file that was given twice is told of once. */
export function problemsOf(files: readonly JoinedFile[]): readonly FoundProblem[] {
  return filesByName(files).flatMap(({ name, plan }) =>
    plan.rows.flatMap(({ sheet, row, title, problems }) =>
      problems.map((problem) => ({ file: name, sheet, row, title, problem: { ...problem, other: '' } })),
    ),
  );
}

/** A workbook with every problem as a row of one table, and in front how many there are of which kind. */
export function problemsDocument(joined: JoinedInputs, language: Language): WorkbookDocument {
  // What a person has to decide first; a rejected row is only waiting to be corrected.
  const problems = [...conflictProblems(joined, language), ...problemsOf(joined.files)];
  return {
    title: batchTexts.problems[language],
    author: batchTexts.author[language],
    language,
    createdAt: joined.at,
    sheets: [kindsSheet(problems, language), problemsSheet(problems, language)],
  };
}

function kindsSheet(problems: readonly FoundProblem[], language: Language): PageSheet {
  const kinds = new Map<
    string,
    { count: number; readonly first: number; readonly level: ListedProblem['level'] }
  >();
  problems.forEach(({ problem: { code, level } }, index) => {
    const kind = kinds.get(code);
    if (kind === undefined) kinds.set(code, { count: 1, first: index + 2, level });
    else kind.count += 1;
  });
  const header = (text: string): StyledCell => ({ value: text, look: 'header' });
  const rows = [...kinds]
    .sort(([a, one], [b, two]) => two.count - one.count || (a < b ? -1 : 1))
    .map(([code, { count, first, level }]): (StyledCell | null)[] => [
      null,
      { value: code, look: 'link', linkTo: `${batchTexts.problems[language]}!A${first}` },
      { value: batchTexts[level][language], look: 'body' },
      { value: count, look: 'number', format: 'integer' },
    ]);
  return {
    kind: 'page',
    name: batchTexts.problemKinds[language],
    visibility: 'visible',
    columnWidths: [3, 36, 24, 12],
    rows: [
      [],
      [null, { value: batchTexts.problems[language], look: 'title' }],
      ...(rows.length === 0
        ? [[null, { value: batchTexts.noProblems[language], look: 'note' } as const]]
        : [
            [
              null,
              header(batchTexts.kind[language]),
              header(batchTexts.level[language]),
              header(batchTexts.count[language]),
            ],
            ...rows,
          ]),
    ],
    merges: [],
    landscape: false,
  };
}

const columns = [
  ['file', 28],
  ['sheet', 18],
  ['row', 8],
  ['column', 8],
  ['header', 22],
  ['record', 32],
  ['value', 28],
  ['other', 28],
  ['level', 20],
  ['kind', 24],
  ['reason', 60],
] as const;

function problemsSheet(problems: readonly FoundProblem[], language: Language): TableSheet {
  const rows = problems.map(
    ({ file, sheet, row, title, problem }): GridRow => [
      file,
      sheet,
      row,
      problem.column,
      problem.header[language],
      title,
      // A whole page of text would not fit beside the explanation of what is wrong with it.
      problem.value.slice(0, 1000),
      problem.other.slice(0, 1000),
      batchTexts[problem.level][language],
      problem.code,
      rowProblemText(problem, language),
    ],
  );
  return {
    kind: 'table',
    name: batchTexts.problems[language],
    visibility: 'visible',
    columns: columns.map(([name, width]) => ({
      width,
      format: name === 'row' ? 'integer' : 'text',
      wrap: name === 'value' || name === 'other' || name === 'reason',
    })),
    header: columns.map(([name]) => ({ text: batchTexts[name][language], required: false })),
    rows,
    tableName: 'Fieldbook_problems',
    frozenColumns: 0,
    spareRows: 0,
    landscape: true,
  };
}
