import { foldText } from '../../core/text.ts';
import { findDefinition } from '../../records/registry.ts';
import type { SheetGrid } from '../grid.ts';
import { fieldPartOf } from './fieldParts.ts';
import type { ColumnMapping, ColumnUnit, SheetMapping } from './mapping.ts';
import type { MoneyUnit } from './moneyUnit.ts';
import { columnUnit, type TablePlace, unitGiven } from './suggestSheet.ts';

/** The units that a table names for its columns of amounts; where it names none the column is not there. */
export function unitsSeen(
  sheet: SheetGrid,
  { type, headerRow, columns }: SheetMapping,
  before: readonly ColumnUnit[],
): readonly ColumnUnit[] {
  return columns.flatMap(({ header, nth, address, factor, unitBefore }): readonly ColumnUnit[] => {
    if (!isAmount(type, address)) return [];
    // What nobody answered is asked again.
    const unit =
      factor === null
        ? (unitOf({ header, nth }, before) ?? unitBefore ?? null)
        : columnUnit(header, { sheet, headerRow });
    return unit === null ? [] : [{ header, nth, ...unit }];
  });
}

/** A column as a person left it, without what was asked. */
export function asChosen({ unitBefore, ...column }: ColumnMapping): ColumnMapping {
  return column.factor === null ? withUnit(column, unitGiven(unitBefore ?? null)) : column;
}

/**
 * What was chosen holds for tables that name the same unit. Another unit goes before it, and where a table names none
 * any more a person says whether it is still that one: a wrong guess is wrong a thousand times.
 */
export function unitOnRecall(
  column: ColumnMapping,
  units: readonly ColumnUnit[],
  place: TablePlace,
): ColumnMapping {
  const before = unitOf(column, units);
  const now = columnUnit(column.header, place);
  if (now !== null) return isSameUnit(now, before) ? column : withUnit(column, unitGiven(now));
  const { currency = null } = column;
  const factor = column.factor ?? 1;
  if (currency === null && factor === 1) return column;
  const unitBefore = { currency, factor };
  return before === null ? { ...column, factor, unitBefore } : withUnit(column, { factor: null, unitBefore });
}

function withUnit(
  { currency: _currency, factor: _factor, unitBefore: _before, ...column }: ColumnMapping,
  unit: Pick<ColumnMapping, 'currency' | 'factor' | 'unitBefore'>,
): ColumnMapping {
  return { ...column, ...unit };
}

const isSameUnit = (one: MoneyUnit, other: MoneyUnit | null): boolean =>
  one.currency === other?.currency && one.factor === other.factor;

function unitOf(
  { header, nth }: Pick<ColumnMapping, 'header' | 'nth'>,
  units: readonly ColumnUnit[],
): MoneyUnit | null {
  const unit = units.find((one) => one.nth === nth && foldText(one.header) === foldText(header));
  return unit === undefined ? null : { currency: unit.currency, factor: unit.factor };
}

/** Whether a column goes to an amount of money. */
export function isAmount(type: string | null, address: string | null): boolean {
  const definition = type === null ? null : findDefinition(type);
  const part = definition === null || address === null ? null : fieldPartOf(definition, address);
  return part?.spec.kind === 'money' && part.part === 'amount';
}
