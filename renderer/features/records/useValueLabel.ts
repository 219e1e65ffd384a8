import { useCallback, useMemo } from 'react';
import { isRecordId } from '../../../shared/core/ids.ts';
import { referenceBookOf } from '../../../shared/records/recordSet.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import type { FieldSpec } from '../../../shared/schema/fieldSpec.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { emptyValue } from './listFilters.ts';
import { recordsTexts } from './recordsTexts.ts';

/** How one value of a filter is called. */
export function useValueLabel(spec: FieldSpec): (value: string) => string {
  const t = useTexts(recordsTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const references = useMemo(() => referenceBookOf(records, language), [records, language]);
  return useCallback(
    (value: string): string => {
      if (value === emptyValue) return t('noValue');
      const context = { language, references };
      if (spec.kind === 'multiChoice') return codecOf(spec).toText([value], context);
      if (spec.kind === 'refs') return isRecordId(value) ? codecOf(spec).toText([value], context) : value;
      if (spec.kind === 'boolean') return codecOf(spec).toText(value === 'true', context);
      return codecOf(spec).toText(value, context);
    },
    [spec, language, references, t],
  );
}
