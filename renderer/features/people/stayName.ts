import { useCallback } from 'react';
import type { Language } from '../../../shared/core/language.ts';
import { assignment } from '../../../shared/records/assignment.ts';
import { counterpart } from '../../../shared/records/counterpart.ts';
import { exchange } from '../../../shared/records/exchange.ts';
import type { Stay } from '../../../shared/reports/stays.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { peopleTexts } from './peopleTexts.ts';

const roleFields = {
  assignment: assignment.fields.role,
  exchange: exchange.fields.direction,
  counterpart: counterpart.fields.role,
} as const;

/** The role of an assignment or a counterpart or the direction of an exchange in words; '' while it is not entered. */
export function roleName(
  { kind, role }: { readonly kind: Stay['kind'] | 'counterpart'; readonly role: string },
  language: Language,
): string {
  return role === '' ? '' : choiceLabel(roleFields[kind], role, language);
}

/** “1 Jan 2025 – open”. */
export function useStayPeriod(): (stay: Pick<Stay, 'start' | 'end'>) => string {
  const t = useTexts(peopleTexts);
  const format = useFormat();
  return useCallback(
    ({ start, end }) =>
      t('period', { start: format.date(start), end: end === null ? t('openEnd') : format.date(end) }),
    [t, format],
  );
}
