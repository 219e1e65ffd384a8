import type { Language } from '../../shared/core/language.ts';
import { fillMessage } from '../../shared/messages/message.ts';
import type {
  GridRow,
  PageSheet,
  StyledCell,
  TableSheet,
  WorkbookDocument,
} from '../../shared/workbook/grid.ts';
import type { PlannedRow, RowProblem } from '../../shared/workbook/importPlan.ts';
import { batchTexts } from './batchTexts.ts';
import type { JoinedFile, JoinedInputs } from './joinInputs.ts';

/** One problem of one row of one file. */
export interface FoundProblem {
  readonly file: string;
  readonly row: PlannedRow;
  readonly problem: RowProblem;
}

/** In the order of files, sheets and rows; a file that was given twice is told of once. */
export function problemsOf(files: readonly JoinedFile[]): readonly FoundProblem[] {
  return files
    .filter(({ sameAs }) => sameAs === null)
    .flatMap(({ name, plan }) =>
      plan.rows.flatMap((row) => row.problems.map((problem) => ({ file: name, row, problem }))),
    );
}

/** The sentence of a problem. */
export function problemText({ message, params }: RowProblem, language: Language): string {
  const filled: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    filled[name] = typeof value === 'object' ? value[language] : value;
  }
  return fillMessage(message, language, filled);
}

/** A workbook with every problem as a row of one table, and in front how many there are of which kind. */
export function problemsDocument({ files, at }: JoinedInputs, language: Language): WorkbookDocument {
  // By name, so that the order of the command line does not show.
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const problems = problemsOf(sorted);
  return {
    title: batchTexts.problems[language],
    author: batchTexts.author[language],
    language,
    createdAt: at,
    sheets: [kindsSheet(problems, language), problemsSheet(problems, language)],
  };
}

function kindsSheet(problems: readonly FoundProblem[], language: Language): PageSheet {
  const kinds = new Map<
    string,
    { count: number; readonly first: number; readonly level: RowProblem['level'] }
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
  ['level', 20],
  ['kind', 24],
  ['reason', 60],
] as const;

function problemsSheet(problems: readonly FoundProblem[], language: Language): TableSheet {
  const rows = problems.map(
    ({ file, row, problem }): GridRow => [
      file,
      row.sheet,
      row.row,
      problem.column,
      problem.header[language],
      row.title,
      // A whole page of text would not fit beside the explanation of what is wrong with it.
      problem.value.slice(0, 1000),
      batchTexts[problem.level][language],
      problem.code,
      problemText(problem, language),
    ],
  );
  return {
    kind: 'table',
    name: batchTexts.problems[language],
    visibility: 'visible',
    columns: columns.map(([name, width]) => ({
      width,
      format: name === 'row' ? 'integer' : 'text',
      wrap: name === 'value' || name === 'reason',
    })),
    header: columns.map(([name]) => ({ text: batchTexts[name][language], required: false })),
    rows,
    tableName: 'Fieldbook_problems',
    frozenColumns: 0,
    spareRows: 0,
    landscape: true,
  };
}
