import { rowProblemText } from '../../shared/messages/rowProblemText.ts';
import { type BatchSession, type ExitCode, exitCodes } from './batchShell.ts';
import { conflictProblems } from './conflictProblems.ts';
import type { JoinedInputs } from './joinInputs.ts';
import { problemsOf } from './problemsDocument.ts';

/** A terminal shows so many without losing the first. */
const shownProblems = 20;

/** Names the conflicts and the rejected rows with their reasons, as far as they fit on a screen; ends the command. */
export function tellOpenPoints(
  joined: JoinedInputs,
  session: BatchSession,
  more: 'moreProblems' | 'moreListed',
): ExitCode {
  const conflicts = tellConflicts(joined, session, more);
  const rejected = tellRejected(joined, session, more);
  return conflicts + rejected === 0 ? exitCodes.done : exitCodes.openPoints;
}

function tellConflicts(
  joined: JoinedInputs,
  { language, tell, text }: BatchSession,
  more: 'moreProblems' | 'moreListed',
): number {
  const conflicts = conflictProblems(joined, language);
  if (conflicts.length === 0) return 0;
  tell(text('conflictsOpen', { count: conflicts.length }));
  for (const { file, sheet, title, problem } of conflicts.slice(0, shownProblems)) {
    const place = [file, sheet, title, problem.header[language]].filter((part) => part !== '').join(' · ');
    const values = { value: short(problem.value), other: short(problem.other) };
    tell(`  ${place}: ${text('versus', values)}`);
  }
  if (conflicts.length > shownProblems) tell(`  ${text(more, { count: conflicts.length - shownProblems })}`);
  return conflicts.length;
}

function tellRejected(
  { files }: Pick<JoinedInputs, 'files'>,
  { language, tell, text }: BatchSession,
  more: 'moreProblems' | 'moreListed',
): number {
  const rejected = files
    .filter(({ sameAs }) => sameAs === null)
    .reduce((sum, { plan }) => sum + plan.counts.rejected, 0);
  if (rejected === 0) return 0;
  tell(text('rejectedRows', { count: rejected }));
  const problems = problemsOf(files).filter(({ problem }) => problem.level === 'error');
  for (const { file, sheet, row, problem } of problems.slice(0, shownProblems)) {
    const place = row === null ? sheet : text('atPlace', { sheet, row });
    const header = problem.header[language];
    tell(
      `  ${[file, place, ...(header === '' ? [] : [header])].join(' · ')}: ${rowProblemText(problem, language)}`,
    );
  }
  if (problems.length > shownProblems) tell(`  ${text(more, { count: problems.length - shownProblems })}`);
  return rejected;
}

/** A line of a terminal holds no page of text. */
const short = (value: string): string => {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
