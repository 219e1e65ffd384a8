import type { Language } from '../../shared/core/language.ts';
import { type OpenConflict, openConflicts } from '../../shared/records/openConflicts.ts';
import { referenceBookOf } from '../../shared/records/recordSet.ts';
import type { CellContext } from '../../shared/schema/codec.ts';
import { waitingConflict } from '../../shared/workbook/waitingConflict.ts';
import { batchTexts } from './batchTexts.ts';
import { filesByName, type JoinedInputs } from './joinInputs.ts';
import type { FoundProblem } from './problemsDocument.ts';

/** What is still contradictory after all files were joined, as lines of the list of problems. */
export function conflictProblems(
  { files, records }: Pick<JoinedInputs, 'files' | 'records'>,
  language: Language,
): readonly FoundProblem[] {
  const open = openConflicts(records);
  if (open.length === 0) return [];
  const filesByStamp = stampFiles(files, new Set(open.map(({ record }) => record.id)));
  const context = { language, references: referenceBookOf(records, language) };
  return open.map((one) => problemOf(one, filesByStamp, context));
}

/** For each version of a record in conflict: the file that brought it. */
function stampFiles(files: JoinedInputs['files'], ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  const byStamp = new Map<string, string>();
  for (const { name, plan } of filesByName(files)) {
    for (const { id, stamp } of plan.changes) {
      // Of two files with the same version the first by name is told.
      if (ids.has(id) && !byStamp.has(`${id} ${stamp}`)) byStamp.set(`${id} ${stamp}`, name);
    }
  }
  return byStamp;
}

function problemOf(
  one: OpenConflict,
  filesByStamp: ReadonlyMap<string, string>,
  context: CellContext,
): FoundProblem {
  const { definition, record, conflict } = one;
  const { isDeletion, title, header, value, other } = waitingConflict(one, context);
  const names = conflict.versions.flatMap(({ stamp }) => filesByStamp.get(`${record.id} ${stamp}`) ?? []);
  return {
    file: [...new Set(names)].sort().join(', '),
    sheet: definition.label.many[context.language],
    row: null,
    title,
    problem: {
      level: 'conflict',
      code: isDeletion ? 'CONFLICT_DELETED' : 'CONFLICT',
      column: null,
      header,
      value,
      other,
      message: batchTexts[isDeletion ? 'decideDeletion' : 'decide'],
      params: {},
    },
  };
}
