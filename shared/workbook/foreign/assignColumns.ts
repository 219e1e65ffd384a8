import { foldText } from '../../core/text.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import { isRequired } from '../../schema/isRequired.ts';
import type { GridCell } from '../grid.ts';
import { contentFit, isHangul, isTelling, periodFit } from './columnContents.ts';
import { addressesGiven, columnParts, type FieldPart } from './fieldParts.ts';
import type { TableColumn } from './headerRows.ts';
import { headerScores } from './headerScores.ts';
import type { Knowledge } from './suggestSheet.ts';

/** Which field part a column most likely holds. */
export interface Assignment {
  readonly address: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly from: 'header' | 'content' | 'nothing';
}

export interface SampledColumn {
  readonly column: TableColumn;
  readonly cells: readonly GridCell[];
}

/** Below this a suggestion is a guess: shown to a person, and not used where nobody looks. */
export const sureConfidence = 0.6;
const leastConfidence = 0.3;

/** Gives each column at most one part and each part at most one column, the best fitting pairs first. */
export function assignColumns(
  definition: AnyRecordDefinition,
  columns: readonly SampledColumn[],
  knowledge: Knowledge,
): readonly Assignment[] {
  const parts = [...columnParts(definition).values()];
  const pairs = columns.flatMap((sampled, index) => {
    const headers = headerScores(definition, sampled.column);
    return parts.flatMap((part) => {
      const header = headers.get(part.address) ?? 0;
      const confidence = pairConfidence(header, part, sampled, knowledge);
      return confidence < leastConfidence ? [] : [{ index, part, header, confidence }];
    });
  });
  pairs.sort((a, b) => b.confidence - a.confidence || b.header - a.header || a.index - b.index);
  const found = new Map<number, Assignment>();
  const taken = new Set<string>();
  for (const { index, part, header, confidence } of pairs) {
    const given = addressesGiven(part);
    if (found.has(index) || given.some((address) => taken.has(address))) continue;
    for (const address of given) taken.add(address);
    found.set(index, { address: part.address, confidence, from: header > 0 ? 'header' : 'content' });
  }
  return withoutRepeatedSums(
    columns.map(
      (_, index): Assignment => found.get(index) ?? { address: null, confidence: 0, from: 'nothing' },
    ),
    columns,
  );
}

/** Two days in a cell are hardly chance. */
const periodConfidence = 0.7;

function pairConfidence(
  header: number,
  { spec, key, part, period }: FieldPart,
  { cells, column }: SampledColumn,
  { context, dateSystem }: Knowledge,
): number {
  if (period !== undefined) {
    const fit = periodFit(cells);
    return Math.max(header * (cells.length === 0 ? 0.5 : fit >= 0.5 ? 1 : fit), fit * periodConfidence);
  }
  const telling = isTelling(spec, key);
  if (header === 0 && !telling) return 0;
  const fit = contentFit(cells, spec, key, part, context, dateSystem);
  if (header > 0) {
    if (spec.kind === 'localizedText') return header * languageFit(part, cells);
    if (!telling || cells.length === 0) return header;
    // Names that are not known yet are no contradiction.
    if (spec.kind === 'ref' || spec.kind === 'refs') return header * (looksLikeNames(cells) ? 1 : 0.5);
    return header * (fit >= 0.5 ? 1 : 0.5 + fit * 0.5);
  }
  return cells.length < 2 || fit < 0.8
    ? 0
    : contentConfidence(spec.kind, isRequired(spec, {}), cells, column) * fit;
}

/** What cells alone tell. Numbers are everywhere; a date or a choice of the type is rarely chance. */
function contentConfidence(
  kind: FieldPart['spec']['kind'],
  required: boolean,
  cells: readonly GridCell[],
  { header }: TableColumn,
): number {
  const isSerial = cells.every((cell) => typeof cell === 'number');
  switch (kind) {
    case 'date':
      return isSerial ? 0 : required ? 0.5 : 0;
    case 'choice':
    case 'country':
    case 'ref':
    case 'refs':
      return isSerial ? 0 : header === '' ? 0.55 : 0.5;
    case 'text':
      return 0.55;
    default:
      return 0;
  }
}

function looksLikeNames(cells: readonly GridCell[]): boolean {
  return cells.filter((cell) => typeof cell === 'string' && cell.length <= 200).length >= cells.length / 2;
}

/** A text in one language stands in the column of that language. */
function languageFit(part: string, cells: readonly GridCell[]): number {
  const texts = cells.filter((cell) => typeof cell === 'string');
  const hangul = texts.filter(isHangul).length;
  const latin = texts.filter((cell) => !isHangul(cell) && /\p{Script=Latin}/u.test(String(cell))).length;
  const other = texts.length - hangul - latin;
  const most = Math.max(hangul, latin, other);
  const own = part === 'ko' ? hangul : part === 'en' ? latin : other;
  if (texts.length === 0) return part === 'en' ? 1 : 0.8;
  return own === most ? 1 : 0.6;
}

const notDisclosed = /not disclosed|unknown|미공개|미상|무응답/iu;

/** A column “Total” beside women and men counts the same people again. */
function withoutRepeatedSums(
  assignments: readonly Assignment[],
  columns: readonly SampledColumn[],
): readonly Assignment[] {
  const addresses = new Set(assignments.map(({ address }) => address));
  return assignments.map((assignment, index) => {
    const { address } = assignment;
    if (address === null || !address.endsWith('/undisclosed')) return assignment;
    const field = address.slice(0, address.indexOf('/'));
    const parted = addresses.has(`${field}/female`) || addresses.has(`${field}/male`);
    const header = foldText(columns[index]?.column.header ?? '');
    return parted && !notDisclosed.test(header)
      ? { address: null, confidence: 1, from: 'header' }
      : assignment;
  });
}
