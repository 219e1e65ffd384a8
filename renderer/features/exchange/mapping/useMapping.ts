import { useMemo, useState } from 'react';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { referenceBookOf } from '../../../../shared/records/recordSet.ts';
import { foreignTable } from '../../../../shared/workbook/foreign/foreignTable.ts';
import type { WorkbookMapping } from '../../../../shared/workbook/foreign/mapping.ts';
import {
  hasOpenPoints,
  openQuestions,
  type SheetView,
  sheetView,
} from '../../../../shared/workbook/foreign/sheetView.ts';
import type { SheetStart } from '../../../../shared/workbook/foreign/startMapping.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { useLanguage } from '../../../i18n/useTexts.ts';
import { useRecordSet } from '../../../storage/StoreContext.tsx';
import { useSettings } from '../../../stores/services.tsx';
import { type DraftBase, draftOf, type MappingDraft, mappingOf } from './mappingDraft.ts';

export interface Mapping {
  readonly base: DraftBase;
  readonly draft: MappingDraft;
  /** What would be confirmed now. */
  readonly mapping: WorkbookMapping;
  /** Of each sheet, by name, before anything was decided of names. */
  readonly views: ReadonlyMap<string, SheetView>;
  /** How many points a person could still settle. */
  readonly open: number;
  change(next: (draft: MappingDraft, base: DraftBase) => MappingDraft): void;
}

/** The mapping of one file while a person works on it, with everything that follows from it. */
export function useMapping(
  grid: WorkbookGrid,
  given: WorkbookMapping | null,
  starts: readonly SheetStart[] | undefined,
): Mapping {
  const records = useRecordSet();
  const language = useLanguage();
  const { workspace, foreignMappings: remembered } = useSettings();
  const centerId: RecordId | null = workspace?.kind === 'center' ? workspace.centerId : null;
  const base = useMemo((): DraftBase => {
    const country: unknown = centerId === null ? null : records.find('center', centerId)?.values.country;
    return {
      grid,
      knowledge: {
        context: { language, references: referenceBookOf(records, language) },
        dateSystem: grid.dateSystem,
      },
      remembered,
      centerId,
      country: typeof country === 'string' ? country : null,
    };
  }, [grid, records, language, remembered, centerId]);
  const [draft, setDraft] = useState(() => draftOf(base, given, starts));
  const mapping = useMemo(() => mappingOf(draft, base), [draft, base]);
  const views = useMemo(() => viewsOf(draft, base, []), [draft, base]);
  const open = useMemo(
    () => openPoints([...viewsOf(draft, base, mapping.names).values()]),
    [draft, base, mapping],
  );
  return { base, draft, mapping, views, open, change: (next) => setDraft((before) => next(before, base)) };
}

function viewsOf(
  { sheets }: MappingDraft,
  { grid, knowledge }: DraftBase,
  names: WorkbookMapping['names'],
): ReadonlyMap<string, SheetView> {
  const views = new Map<string, SheetView>();
  for (const sheet of grid.sheets) {
    const start = sheets.find(({ mapping }) => mapping.sheet === sheet.name);
    if (start !== undefined) {
      views.set(sheet.name, sheetView(foreignTable(sheet, start.mapping), names, knowledge));
    }
  }
  return views;
}

function openPoints(views: readonly SheetView[]): number {
  return views
    .filter(hasOpenPoints)
    .reduce(
      (sum, { missing, openNames, columns }) =>
        sum +
        missing.length +
        openNames.length +
        columns.reduce((count, column) => count + openQuestions(column).length, 0),
      0,
    );
}
