import type { RecordId } from '../../../shared/core/ids.ts';
import type { QualityItem } from '../../../shared/reports/quality/qualityItems.ts';
import {
  type QualityKind,
  type QualitySeverity,
  qualityKinds,
} from '../../../shared/reports/quality/qualityKinds.ts';

export const groupings = ['kind', 'center', 'type'] as const;
export type Grouping = (typeof groupings)[number];

export interface QualityFilter {
  readonly kind: QualityKind | null;
  readonly severity: QualitySeverity | null;
  /** `none`: what belongs to no center. */
  readonly center: RecordId | 'none' | null;
}

export const noFilter: QualityFilter = { kind: null, severity: null, center: null };

export function matches({ kind, severity, center }: QualityFilter, item: QualityItem): boolean {
  return (
    (kind === null || item.kind === kind) &&
    (severity === null || item.severity === severity) &&
    (center === null || item.centerId === (center === 'none' ? null : center))
  );
}

/** How many there are of each kind under the other filters, kinds without any left out. */
export function countsByKind(
  items: readonly QualityItem[],
  filter: QualityFilter,
): readonly { readonly kind: QualityKind; readonly count: number }[] {
  const others = items.filter((item) => matches({ ...filter, kind: null }, item));
  return qualityKinds
    .map((kind) => ({ kind, count: others.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

export interface QualityGroup {
  /** A kind, a center's id or `none`, or a record type. */
  readonly key: string;
  readonly items: readonly QualityItem[];
}

/** In the order in which the groups' first items stand. */
export function grouped(items: readonly QualityItem[], by: Grouping): readonly QualityGroup[] {
  const groups = new Map<string, QualityItem[]>();
  for (const item of items) {
    const key = by === 'kind' ? item.kind : by === 'type' ? item.type : (item.centerId ?? 'none');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups].map(([key, own]) => ({ key, items: own }));
}
