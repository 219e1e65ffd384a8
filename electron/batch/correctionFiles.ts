import { basename, dirname, extname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { problemsWorkbook } from '../../shared/workbook/problemsWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import { type BatchError, batchError } from './batchErrors.ts';
import { outputProblem, saveOutput } from './batchFiles.ts';
import type { BatchSession } from './batchShell.ts';
import { filesByName, type JoinedFile, type JoinedInputs } from './joinInputs.ts';

/** Each file with rejected rows, with the workbook beside the list of problems that goes back to its author. */
export function correctionPaths(
  files: readonly JoinedFile[],
  report: string,
): ReadonlyMap<JoinedFile, string> {
  const rejected = filesByName(files).filter(({ toCorrect }) => toCorrect !== null);
  const stem = join(dirname(report), basename(report, extname(report)));
  const bare = ({ name }: JoinedFile): string => basename(name, extname(name));
  return new Map(
    rejected.map((file) => {
      // Files of one name come from two folders; the contents tell them apart in whatever order they are given.
      const twins = rejected.filter((other) => bare(other).toLowerCase() === bare(file).toLowerCase());
      const suffix = twins.length > 1 ? `_${file.hash.slice(0, 8)}` : '';
      return [file, `${stem}_${bare(file)}${suffix}.xlsx`];
    }),
  );
}

/** What keeps one of them from being written: it would overwrite an input, for example. Null when nothing does. */
export async function correctionProblem(
  files: readonly JoinedFile[],
  report: string,
  taken: readonly string[],
): Promise<BatchError | null> {
  for (const path of correctionPaths(files, report).values()) {
    const problem = await outputProblem(path, taken);
    if (problem !== null) return problem;
  }
  return null;
}

/** Writes them; the paths that were written. */
export async function writeCorrections(
  { files, records, at }: JoinedInputs,
  report: string,
  { operations }: BatchSession,
): Promise<Result<readonly string[], BatchError>> {
  const paths = correctionPaths(files, report);
  for (const [{ name, toCorrect }, path] of paths) {
    if (toCorrect === null) continue;
    const { context, password } = toCorrect;
    // Of several names for the same bytes the one that does not depend on the order in which they were given.
    const file = { ...toCorrect.file, name };
    const document = problemsWorkbook(file, context, { at, password, joined: records });
    const bytes = document.ok ? await writeWorkbook(document.value) : document;
    if (!bytes.ok) return err(batchError(bytes.error.code, bytes.error.params));
    const problem = await saveOutput(path, bytes.value, operations);
    if (problem !== null) return err(problem);
  }
  return ok([...paths.values()]);
}
