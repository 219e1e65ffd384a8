import { fieldOf, type QualityItem } from '../../shared/reports/quality/qualityItems.ts';
import { openConflict, paths, recordField, reportPage } from './paths.ts';
import { type StepTarget, stepTarget } from './stepTarget.ts';

/**
 * Where something is mended: the field of its record, the conflict on its page, the form of a missing step, the page
 * of a report.
 */
export function qualityTarget(item: QualityItem): StepTarget {
  const { type, id, step, conflict, report } = item;
  if (step !== undefined) return stepTarget(step.key, step.stage, id);
  if (conflict !== undefined) return openConflict(conflict);
  if (report !== undefined) return reportPage(report);
  const field = fieldOf(item);
  return field === null ? { to: paths.record(type, id) } : recordField(type, id, field);
}
