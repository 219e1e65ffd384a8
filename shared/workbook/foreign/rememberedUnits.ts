import { foldText } from '../../core/text.ts';
import { findDefinition } from '../../records/registry.ts';
import type { SheetGrid } from '../grid.ts';
import { fieldPartOf } from './fieldParts.ts';
import type { ColumnMapping, ColumnUnit, SheetMapping } from './mapping.ts';
import type { MoneyUnit } from './moneyUnit.ts';
import { columnUnit, type TablePlace } from './saidUnits.ts';
import { unitGiven, unitSaid } from './suggestSheet.ts';

/** The units that a table names for its columns of amounts; where it names none the column is not there. */
export function unitsSeen(
  sheet: SheetGrid,
  { type, headerRow, columns }: SheetMapping,
  before: readonly ColumnUnit[],
): readonly ColumnUnit[] {
  return columns.flatMap(({ header, nth, address, currency, factor, unitBefore }): readonly ColumnUnit[] => {
    if (!isAmount(type, address)) return [];
    // What nobody answered is asked again.
    if (factor === null) {
      const known = columnUnitOf({ header, nth }, before);
      return known !== null ? [known] : unitBefore === undefined ? [] : [{ header, nth, ...unitBefore }];
    }
    const { unit, doubt } = columnUnit(header, { sheet, headerRow });
    if (doubt !== null) return [{ header, nth, currency: currency ?? null, factor: factor ?? 1, doubt }];
    return unit === null ? [] : [{ header, nth, ...unit }];
  });
}

/** A column as a person left it, without what was asked. */
export function asChosen({ unitBefore, ...column }: ColumnMapping): ColumnMapping {
  return column.factor === null ? withUnit(column, unitGiven(unitBefore ?? null)) : column;
}

/**
 * What was chosen holds for tables that name the same unit. Another unit goes before it, and where a table names none
 * any more, or says what nobody explained yet, a person says in what it is: a wrong guess is wrong a thousand times.
 */
export function unitOnRecall(
  column: ColumnMapping,
  units: readonly ColumnUnit[],
  place: TablePlace,
): ColumnMapping {
  const known = columnUnitOf(column, units);
  const before = known === null ? null : { currency: known.currency, factor: known.factor };
  const said = columnUnit(column.header, place);
  if (said.doubt !== null) {
    return known?.doubt === said.doubt ? column : withUnit(column, unitSaid(said));
  }
  if (said.unit !== null) {
    return isSameUnit(said.unit, before) ? column : withUnit(column, unitGiven(said.unit));
  }
  const { currency = null } = column;
  const factor = column.factor ?? 1;
  if (currency === null && factor === 1) return column;
  const unitBefore = { currency, factor };
  return before === null ? { ...column, factor, unitBefore } : withUnit(column, { factor: null, unitBefore });
}

function withUnit(
  { currency: _currency, factor: _factor, ownCurrency: _own, unitBefore: _before, ...column }: ColumnMapping,
  unit: Pick<ColumnMapping, 'currency' | 'factor' | 'unitBefore'>,
): ColumnMapping {
  return { ...column, ...unit };
}

const isSameUnit = (one: MoneyUnit, other: MoneyUnit | null): boolean =>
  one.currency === other?.currency && one.factor === other.factor;

const columnUnitOf = (
  { header, nth }: Pick<ColumnMapping, 'header' | 'nth'>,
  units: readonly ColumnUnit[],
): ColumnUnit | null =>
  units.find((one) => one.nth === nth && foldText(one.header) === foldText(header)) ?? null;

/** Whether a column goes to an amount of money. */
export function isAmount(type: string | null, address: string | null): boolean {
  const definition = type === null ? null : findDefinition(type);
  const part = definition === null || address === null ? null : fieldPartOf(definition, address);
  return part?.spec.kind === 'money' && part.part === 'amount';
}
