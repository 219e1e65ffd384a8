import type { RecordId } from '../../core/ids.ts';
import type { RecordSet } from '../../records/recordSet.ts';
import type { CellContext } from '../../schema/codec.ts';
import type { Candidate, RowPlan } from '../planRows.ts';
import { twinWarning } from '../rowProblems.ts';
import { findTwins, type Twin } from './twins.ts';

/** Only somebody's own table says things over again; a workbook of Fieldbook's own knows its records by id. */
export function twinsOf(
  candidates: readonly Candidate[],
  records: RecordSet,
  context: CellContext,
): ReadonlyMap<RecordId, Twin> {
  const fresh = candidates.flatMap(({ sheet, row, existing, joined, problems }) =>
    row.foreign === undefined ||
    !row.isNew ||
    existing !== null ||
    joined.result === null ||
    problems.some(({ level }) => level === 'error')
      ? []
      : [{ definition: sheet.definition, row: row.row, record: joined.result }],
  );
  return fresh.length === 0 ? noTwins : findTwins(fresh, records, context);
}

const noTwins: ReadonlyMap<RecordId, Twin> = new Map();

/** A planned row that names what it may be another copy of; once a person said what it is, it warns of nothing. */
export function withTwin(plan: RowPlan, twin: Twin | undefined, isTold: boolean): RowPlan {
  if (twin === undefined) return plan;
  const { row } = plan;
  return {
    ...plan,
    row: { ...row, problems: isTold ? row.problems : [...row.problems, twinWarning(twin)], twin },
  };
}
