import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { FieldKind, FieldSpec } from '../../../shared/schema/fieldSpec.ts';

export interface ListColumn {
  readonly key: string;
  readonly spec: FieldSpec;
  /** Pixels below which the column would say nothing. */
  readonly minWidth: number;
  /** How much of the remaining width it takes; 0 for columns of one width. */
  readonly grow: number;
}

const widthByKind: Readonly<Record<FieldKind, readonly [minWidth: number, grow: number]>> = {
  text: [220, 3],
  longText: [200, 3],
  localizedText: [180, 3],
  number: [84, 0],
  integer: [84, 0],
  money: [144, 0],
  date: [112, 0],
  dateTime: [168, 0],
  choice: [112, 1],
  multiChoice: [140, 1],
  boolean: [72, 0],
  country: [116, 1],
  ref: [150, 2],
  refs: [140, 2],
  evidence: [84, 0],
  attendance: [92, 0],
};

/** The shown columns: those chosen, else the type's own; the workspace's center is left out. */
export function listColumns(
  definition: AnyRecordDefinition,
  chosen: readonly string[] | undefined,
  isGiven: (field: string) => boolean,
): readonly ListColumn[] {
  const keys = chosen ?? definition.listFields;
  return keys.flatMap((key) => {
    const spec = definition.spec(key);
    if (spec === null || isGiven(key)) return [];
    const [minWidth, grow] = widthByKind[spec.kind];
    return [{ key, spec, minWidth, grow }];
  });
}

/**
 * As many columns from the front as fit, but never fewer than two; where these are all of one width, such as two days,
 * the last gives way to the first that tells what the record is about.
 */
export function fitColumns(columns: readonly ListColumn[], width: number): readonly ListColumn[] {
  let used = 0;
  const fitting = columns.filter(({ minWidth }, index) => {
    used += minWidth;
    return index < 2 || used <= width;
  });
  const telling = columns.find(({ grow }) => grow > 0);
  if (telling === undefined || fitting.includes(telling)) return fitting;
  return [...fitting.slice(0, -1), telling];
}

export const gridTemplate = (columns: readonly ListColumn[]): string =>
  columns
    .map(({ minWidth, grow }) => `minmax(${minWidth}px, ${grow === 0 ? `${minWidth}px` : `${grow}fr`})`)
    .join(' ');

export const totalMinWidth = (columns: readonly ListColumn[]): number =>
  columns.reduce((sum, { minWidth }) => sum + minWidth, 0);
