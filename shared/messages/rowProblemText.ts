import type { Language } from '../core/language.ts';
import type { RowProblem } from '../workbook/importPlan.ts';
import { fillMessage } from './message.ts';

/** What is wrong with a row, and what to do, with its places filled in the reader's language. */
export function rowProblemText(
  { message, params }: Pick<RowProblem, 'message' | 'params'>,
  language: Language,
): string {
  const filled: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    filled[name] = typeof value === 'object' ? value[language] : value;
  }
  return fillMessage(message, language, filled);
}
