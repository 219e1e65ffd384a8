import { type BatchSession, type ExitCode, exitCodes } from './batchShell.ts';
import type { JoinedInputs } from './joinInputs.ts';
import { problemsOf, problemText } from './problemsDocument.ts';

/** A terminal shows so many without losing the first. */
const shownProblems = 20;

/** Names the rows that were rejected and why, as far as they fit on a screen; ends the command. */
export function tellRejected(
  { files }: Pick<JoinedInputs, 'files'>,
  { language, tell, text }: BatchSession,
  more: 'moreProblems' | 'moreListed',
): ExitCode {
  const rejected = files
    .filter(({ sameAs }) => sameAs === null)
    .reduce((sum, { plan }) => sum + plan.counts.rejected, 0);
  if (rejected === 0) return exitCodes.done;
  tell(text('rejectedRows', { count: rejected }));
  const problems = problemsOf(files).filter(({ problem }) => problem.level === 'error');
  for (const { file, row, problem } of problems.slice(0, shownProblems)) {
    const place = row.row === null ? row.sheet : text('atPlace', { sheet: row.sheet, row: row.row });
    const header = problem.header[language];
    tell(
      `  ${[file, place, ...(header === '' ? [] : [header])].join(' · ')}: ${problemText(problem, language)}`,
    );
  }
  if (problems.length > shownProblems) tell(`  ${text(more, { count: problems.length - shownProblems })}`);
  return exitCodes.rejectedRows;
}
