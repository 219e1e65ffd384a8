import type { Label } from '../core/language.ts';
import { historyMetrics } from './countRules.ts';
import type { HistoryTable } from './historyTable.ts';

/** That published figures hold some records already, so that they are not added to them; null where they hold none. */
export function heldNote({ totals }: Pick<HistoryTable, 'totals'>): Label | null {
  const count = historyMetrics.reduce((sum, metric) => sum + totals[metric].held.length, 0);
  if (count === 0) return null;
  return {
    en:
      count === 1
        ? '1 record is in the published figures already and is not added to them.'
        : `${count} records are in the published figures already and are not added to them.`,
    ko: `공표 실적에 이미 포함된 기록 ${count}건은 더하지 않았습니다.`,
  };
}
