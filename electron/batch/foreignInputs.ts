import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Language } from '../../shared/core/language.ts';
import { err, type Result } from '../../shared/core/result.ts';
import { type RecordSet, referenceBookOf } from '../../shared/records/recordSet.ts';
import { foreignSheets, sureMapping } from '../../shared/workbook/foreign/foreignReader.ts';
import { tableColumns } from '../../shared/workbook/foreign/headerRows.ts';
import type { WorkbookMapping } from '../../shared/workbook/foreign/mapping.ts';
import { mappingFromJson } from '../../shared/workbook/foreign/mappingJson.ts';
import { followedIn } from '../../shared/workbook/foreign/mappingOfFile.ts';
import { fingerprintOf } from '../../shared/workbook/foreign/remembered.ts';
import type { SheetView } from '../../shared/workbook/foreign/sheetView.ts';
import { workbookViews } from '../../shared/workbook/foreign/startMapping.ts';
import type { Knowledge } from '../../shared/workbook/foreign/suggestSheet.ts';
import type { SheetGrid, WorkbookGrid } from '../../shared/workbook/grid.ts';
import { toHostError } from '../services/nodeErrors.ts';
import { type BatchError, batchError } from './batchErrors.ts';

/** Reads a mapping file as the screen or `inspect --mapping` wrote it. */
export async function readMapping(path: string): Promise<Result<WorkbookMapping, BatchError>> {
  const name = basename(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = toHostError(error).code;
    return err(batchError(code === 'NOT_FOUND' ? 'NOT_FOUND' : 'IO', { name: path }));
  }
  let json: unknown;
  try {
    // Windows' own editor begins a text file with a byte order mark.
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return err(batchError('NOT_A_MAPPING', { name }));
  }
  const mapping = mappingFromJson(json);
  if (mapping.ok) return mapping;
  const { error } = mapping;
  if (error === 'NOT_A_MAPPING') return err(batchError('NOT_A_MAPPING', { name }));
  if (error === 'NEWER') return err(batchError('NEWER_MAPPING', { name }));
  return err(batchError('BAD_MAPPING', { name, part: error.part }));
}

/**
 * The part of a mapping that is about a file: sheets of the same name whose headers are those that it was made for.
 * Sheets that it does not know are read as far as nobody needs to be asked; null for a file that it says nothing of.
 * What it decides of single rows holds for the file that they stand in.
 */
export function mappingFor(
  grid: WorkbookGrid,
  mapping: WorkbookMapping,
  knowledge: Knowledge,
): ReturnType<typeof followedIn> | null {
  let known = 0;
  const foreign = foreignSheets(grid);
  const sheets = foreign.map((sheet) => {
    const own = mapping.sheets.find((one) => one.sheet === sheet.name && hasItsHeaders(sheet, one));
    if (own !== undefined) known += 1;
    return own ?? sureMapping(sheet, knowledge);
  });
  return known === 0 ? null : followedIn({ ...mapping, sheets }, foreign);
}

function hasItsHeaders(
  sheet: SheetGrid,
  { headerRow, headerRows, columns }: WorkbookMapping['sheets'][number],
): boolean {
  return fingerprintOf(tableColumns(sheet, headerRow, headerRows)) === fingerprintOf(columns);
}

/** What is used for a foreign file, and what it looks like; null for a workbook of Fieldbook's own. */
export function foreignFile(
  grid: WorkbookGrid,
  records: RecordSet,
  language: Language,
  given: WorkbookMapping | null,
): { readonly mapping: WorkbookMapping; readonly views: readonly SheetView[] } | null {
  const sheets = foreignSheets(grid);
  if (sheets.length === 0) return null;
  const knowledge = knowledgeFor(grid, records, language);
  const own = given === null ? null : mappingFor(grid, given, knowledge);
  const mapping = own?.mapping ?? {
    sheets: sheets.map((sheet) => sureMapping(sheet, knowledge)),
    names: [],
    rows: [],
  };
  return { mapping, views: workbookViews(grid, mapping, knowledge) };
}

export function knowledgeFor(grid: WorkbookGrid, records: RecordSet, language: Language): Knowledge {
  return {
    context: { language, references: referenceBookOf(records, language) },
    dateSystem: grid.dateSystem,
  };
}

/** Whether any of the files is one that the mapping was made for. */
export function isMappingUsed(grids: readonly WorkbookGrid[], mapping: WorkbookMapping): boolean {
  return grids.some((grid) =>
    foreignSheets(grid).some((sheet) =>
      mapping.sheets.some((one) => one.sheet === sheet.name && hasItsHeaders(sheet, one)),
    ),
  );
}
