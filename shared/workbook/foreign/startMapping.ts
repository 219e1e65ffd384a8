import { parseCountry } from '../../core/countries.ts';
import { isRecordId, type RecordId } from '../../core/ids.ts';
import { findDefinition } from '../../records/registry.ts';
import type { SheetGrid, WorkbookGrid } from '../grid.ts';
import type { Assignment } from './assignColumns.ts';
import { fieldPartOf } from './fieldParts.ts';
import { foreignSheets } from './foreignReader.ts';
import { foreignTable } from './foreignTable.ts';
import type { Fill, NameDecision, SheetMapping, WorkbookMapping } from './mapping.ts';
import type { OpenName } from './names.ts';
import { isCenter, withOwnCenter } from './ownCenter.ts';
import { type RecalledSheet, type RememberedMappings, recallSheet } from './remembered.ts';
import { hasOpenPoints, type SheetView, sheetView } from './sheetView.ts';
import { type Knowledge, type Settled, suggestSheet } from './suggestSheet.ts';

/** What a person begins with when a sheet is to be mapped. */
export interface SheetStart {
  readonly mapping: SheetMapping;
  /** How sure each suggested column is; empty for a mapping that is remembered or decided. */
  readonly assignments: readonly Assignment[];
  /** Of the headers under which the mapping was remembered; null where it was not. */
  readonly fingerprint: string | null;
  /** What was entered for all rows of the last table with these headers. */
  readonly recalledFills: readonly Fill[];
  readonly names: readonly NameDecision[];
}

/** A remembered mapping, else a suggestion; rows that name no center belong to the one that this computer works for. */
export function startSheet(
  sheet: SheetGrid,
  knowledge: Knowledge,
  remembered: RememberedMappings,
  centerId: RecordId | null,
  settled: Settled = {},
): SheetStart {
  const isSettled = Object.keys(settled).length > 0;
  const recalled: RecalledSheet | null = isSettled ? null : recallSheet(sheet, remembered, centerId);
  if (recalled !== null) {
    return { ...recalled, mapping: withKnownFills(recalled.mapping, knowledge), assignments: [] };
  }
  const { mapping, assignments } = suggestSheet(sheet, knowledge, settled);
  return {
    mapping: withOwnCenter(mapping, centerId),
    assignments,
    fingerprint: null,
    recalledFills: [],
    names: [],
  };
}

/** Without the records for all rows that are gone by now. */
function withKnownFills(mapping: SheetMapping, { context: { references } }: Knowledge): SheetMapping {
  const definition = mapping.type === null ? null : findDefinition(mapping.type);
  const isKnown = (fill: Fill): boolean => {
    const spec = definition === null ? undefined : fieldPartOf(definition, fill.address)?.spec;
    if (fill.from !== 'text' || !isRecordId(fill.text)) return true;
    return (spec?.kind !== 'ref' && spec?.kind !== 'refs') || references.titleOf(spec.to, fill.text) !== null;
  };
  return { ...mapping, fills: mapping.fills.filter(isKnown) };
}

/** What every foreign sheet of a file looks like through a mapping; a sheet that the mapping does not know is absent. */
export function workbookViews(
  grid: WorkbookGrid,
  { sheets, names }: WorkbookMapping,
  knowledge: Knowledge,
): readonly SheetView[] {
  return foreignSheets(grid).flatMap((sheet) => {
    const mapping = sheets.find((one) => one.sheet === sheet.name);
    return mapping === undefined ? [] : [sheetView(foreignTable(sheet, mapping), names, knowledge)];
  });
}

/**
 * Whether a remembered mapping is used without asking. What a person typed for all rows of one file, as its day or its
 * center, is only a suggestion for the next one; the center that this computer works for is no such text.
 */
export const isSettledRecall = (
  grid: WorkbookGrid,
  mapping: WorkbookMapping,
  knowledge: Knowledge,
  centerId: RecordId | null,
): boolean =>
  !workbookViews(grid, mapping, knowledge).some(
    (view) => hasOpenPoints(view) || hasTypedFill(view, centerId),
  );

function hasTypedFill({ table: { fills } }: SheetView, centerId: RecordId | null): boolean {
  return fills.some(
    (fill) => fill.from === 'text' && !(fill.part.address === 'center' && isCenter(fill.text, centerId)),
  );
}

/** Record types of which a name is nearly all that is needed. */
export const typesMadeFromNames: readonly string[] = ['organization', 'person'];

/** What is suggested for a name that nobody bears: a new record, with what its name and the center tell. */
export function suggestedName({ type, name, known }: OpenName, country: string | null): NameDecision | null {
  if (known > 0 || !typesMadeFromNames.includes(type)) return null;
  if (type === 'person') return { type, name, means: 'new', cells: {} };
  return {
    type,
    name,
    means: 'new',
    cells: {
      type: organizationKind(name),
      country: country === null ? '' : (parseCountry(country) ?? country),
    },
  };
}

const kindWords: readonly (readonly [kind: string, words: RegExp])[] = [
  ['ministry', /\bministr(y|ies)\b|(?:부|처)$/iu],
  ['academia', /\buniversity\b|\bcollege\b|\binstitute\b|대학교?$|연구원$|연구소$/iu],
  ['localGovernment', /\bmunicipality\b|\bcity of\b|\bprovince\b|(?:시청|군청|구청|도청|특별시|광역시)$/iu],
  ['donor', /\bbank\b|\bUNDP\b|\bfund\b|은행$|기금$/iu],
  ['publicCompany', /공사$|\bstate[- ]owned\b/iu],
  ['private', /\b(?:ltd|inc|llc|corp|company)\b|주식회사|\(주\)|㈜/iu],
];

function organizationKind(name: string): string {
  return kindWords.find(([, words]) => words.test(name.trim()))?.[0] ?? 'agency';
}
