import { compareTexts } from '../core/compareTexts.ts';
import { groupBy } from '../core/groupBy.ts';
import type { RecordId } from '../core/ids.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { type RecordOf, recordsOf } from '../records/recordsOf.ts';

/** Consultations that continue each other. A consultation that stands alone is a case of one visit. */
export interface Case {
  /** In the order of their days; never empty. */
  readonly visits: readonly RecordOf<'consultation'>[];
  readonly isOpen: boolean;
}

/** The case to which a consultation belongs; null when it is not here. */
export function caseOf(set: RecordSet, id: RecordId): Case | null {
  return casesOf(set).find(({ visits }) => visits.some((visit) => visit.id === id)) ?? null;
}

/** All cases. Consultations that name each other in a circle, as a merge can leave them, are one case like any other. */
export function casesOf(set: RecordSet): readonly Case[] {
  const consultations = recordsOf(set, 'consultation');
  const root = rootFinder(consultations);
  return [...groupBy(consultations, ({ id }) => root(id)).values()].map((group) => {
    const visits = group.toSorted(
      (a, b) => compareTexts(a.values.date ?? '', b.values.date ?? '') || compareTexts(a.id, b.id),
    );
    return { visits, isOpen: isOpen(visits) };
  });
}

/** The consultations of all cases that are open. */
export function openCaseVisits(set: RecordSet): ReadonlySet<RecordId> {
  return new Set(
    casesOf(set)
      .filter((one) => one.isOpen)
      .flatMap(({ visits }) => visits.map(({ id }) => id)),
  );
}

/** A next action that is still to be done. */
export const hasOpenAction = ({
  values: { nextAction, nextActionDoneOn },
}: RecordOf<'consultation'>): boolean => nextAction !== undefined && nextActionDoneOn === undefined;

/** Until the newest visit's advice was adopted or its case closed, and nothing promised on any visit is left to do. */
function isOpen(visits: readonly RecordOf<'consultation'>[]): boolean {
  const { result, caseClosedOn } = visits.at(-1)?.values ?? {};
  return (result !== 'adopted' && caseClosedOn === undefined) || visits.some(hasOpenAction);
}

/** Each visit's representative: two have the same one when a chain of references joins them, in any direction. */
function rootFinder(consultations: readonly RecordOf<'consultation'>[]): (id: RecordId) => RecordId {
  const known = new Set(consultations.map(({ id }) => id));
  const parent = new Map<RecordId, RecordId>();
  const root = (id: RecordId): RecordId => {
    let at = id;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    return at;
  };
  for (const { id, values } of consultations) {
    const { followsUp } = values;
    if (followsUp === undefined || !known.has(followsUp)) continue;
    const [own, other] = [root(id), root(followsUp)];
    if (own !== other) parent.set(own, other);
  }
  return root;
}
