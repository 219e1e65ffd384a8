import { isRecordId } from '../../core/ids.ts';
import { foldText } from '../../core/text.ts';
import type { CellContext } from '../../schema/codec.ts';
import { cellText } from '../../schema/codecs/cells.ts';
import { listElements } from '../../schema/codecs/choices.ts';
import type { FieldSpec } from '../../schema/fieldSpec.ts';
import type { GridCell } from '../grid.ts';
import type { NameDecision } from './mapping.ts';

/** The names in a cell of a reference column: one, or for a set as many as people wrote behind each other. */
export function nameElements(cell: GridCell, spec: FieldSpec, context: CellContext): readonly string[] {
  const text = cellText(cell).trim();
  if (text === '' || (spec.kind !== 'ref' && spec.kind !== 'refs')) return [];
  if (spec.kind === 'ref') return [text];
  const isKnown = (name: string): boolean => context.references.find(spec.to, name).length > 0;
  // A comma parts names, unless it belongs to one: “Kim, Minji”.
  return listElements(text).flatMap((element) =>
    isKnown(element) ? [element] : element.split(/\s*[,，/]\s*/u).filter((name) => name !== ''),
  );
}

/** What a person decided of a name; null where nobody did, or where the record that it was taken for is gone. */
export function decisionOf(
  names: readonly NameDecision[],
  type: string,
  name: string,
  { references }: Pick<CellContext, 'references'>,
): NameDecision | null {
  const folded = foldText(name);
  const isStanding = (one: NameDecision): boolean =>
    one.means === 'new' || references.titleOf(type, one.id) !== null;
  return names.find((one) => one.type === type && foldText(one.name) === folded && isStanding(one)) ?? null;
}

/** A name that no record bears, or that several do. */
export interface OpenName {
  readonly type: string;
  readonly name: string;
  /** How many records are called that: 0, or more than one. */
  readonly known: number;
  readonly uses: number;
  readonly sheet: string;
  /** As Excel numbers it; where the name stands first. */
  readonly row: number;
}

export const isOpenName = (type: string, name: string, context: CellContext): boolean =>
  !isRecordId(name) && context.references.find(type, name).length !== 1;
