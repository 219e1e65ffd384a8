import type { RecordId } from '../../core/ids.ts';
import { findDefinition } from '../../records/registry.ts';
import type { Fill, SheetMapping } from './mapping.ts';

/**
 * Rows that name no center belong to the one that this computer works for; null where it works for none. A center that
 * a column gives or that a person entered stays.
 */
export function withOwnCenter(mapping: SheetMapping, centerId: RecordId | null): SheetMapping {
  const isOfCenter = mapping.type !== null && findDefinition(mapping.type)?.scope === 'center';
  const isGiven = [...mapping.columns, ...mapping.fills].some(({ address }) => address === 'center');
  if (centerId === null || !isOfCenter || isGiven) return mapping;
  return { ...mapping, fills: [{ address: 'center', from: 'text', text: centerId }, ...mapping.fills] };
}

/** The mapping as it holds for every center: without what `withOwnCenter` fills in. */
export function withoutOwnCenter(mapping: SheetMapping, centerId: RecordId | null): SheetMapping {
  return { ...mapping, fills: mapping.fills.filter((fill) => !isOwnCenter(fill, centerId)) };
}

function isOwnCenter(fill: Fill, centerId: RecordId | null): boolean {
  return fill.address === 'center' && fill.from === 'text' && isCenter(fill.text, centerId);
}

/** Whether a text that stands in all rows is the center that this computer works for. */
export const isCenter = (text: string, centerId: RecordId | null): boolean =>
  centerId !== null && text === centerId;
