import { useMemo } from 'react';
import { type PackPlan, planPack } from '../../../shared/exchangePack/planPack.ts';
import type { Selection } from '../../../shared/workbook/exportSelection.ts';
import type { SendChoice } from './sendChoice.ts';
import { useEvidenceSizes } from './useEvidenceSizes.ts';

export type ShownPack =
  | { readonly state: 'reading' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'planned'; readonly plan: PackPlan };

/** The files of evidence that would go along; null while they are not asked for. */
export function usePackPlan(
  live: Selection['live'],
  { withFiles, language }: Pick<SendChoice, 'withFiles' | 'language'>,
): ShownPack | null {
  const sizes = useEvidenceSizes(withFiles);
  return useMemo(() => {
    if (!withFiles) return null;
    if (sizes === null) return { state: 'reading' };
    if (sizes === 'unreadable') return { state: 'unreadable' };
    return { state: 'planned', plan: planPack(live, sizes, language) };
  }, [live, sizes, withFiles, language]);
}
