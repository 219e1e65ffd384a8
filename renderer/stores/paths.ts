import type { RecordId } from '../../shared/core/ids.ts';
import type { RecordType, ValuesByType } from '../../shared/records/registry.ts';
import type { RecordSelection } from './sessionStore.ts';

/** The addresses of all pages, behind `#`. */
export const paths = {
  home: '/',
  life: '/center',
  committee: '/committee',
  plan: '/plan',
  settlement: '/plan/settlement',
  people: '/people',
  handOver: '/people/hand-over',
  results: '/results',
  history: '/history',
  indicators: '/indicators',
  indicatorCharts: '/indicators/charts',
  indicatorMap: '/indicators/map',
  stories: '/stories',
  reports: '/reports',
  consolidated: '/reports/consolidated',
  send: '/send',
  receive: '/receive',
  batches: '/batches',
  conflicts: '/conflicts',
  quality: '/quality',
  settings: '/settings',
  minutes: (meeting: RecordId): string => `/minutes/${meeting}`,
  records: (type: string): string => `/records/${type}`,
  record: (type: string, id: RecordId): string => `/records/${type}/${id}`,
  newRecord: (type: string): string => `/records/${type}/new`,
} as const;

/**
 * The form of a new record with values to begin with, as an address, so that it is a link like any other and survives
 * a reload.
 */
export function newRecordFrom<Type extends RecordType>(
  type: Type,
  values: ValuesByType[Type],
): { readonly to: string; readonly search: () => never } {
  // The boundary: the router's type is not known to its links, which therefore refuse every search.
  return { to: paths.newRecord(type), search: (() => ({ from: values })) as () => never };
}

/** An open record with the cursor in one of its fields, as an address. */
export function recordField(
  type: string,
  id: RecordId,
  field: string,
): { readonly to: string; readonly search: () => never } {
  // The boundary: see newRecordFrom.
  return { to: paths.record(type, id), search: (() => ({ field })) as () => never };
}

/** The page of conflicts with one of them lying open, as an address. */
export function openConflict(conflict: RecordId): { readonly to: string; readonly search: () => never } {
  // The boundary: see newRecordFrom.
  return { to: paths.conflicts, search: (() => ({ conflict })) as () => never };
}

/** The page of reports with one of them chosen, as an address. */
export function reportPage(report: {
  readonly centerId: RecordId;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}): { readonly to: string; readonly search: () => never } {
  const { centerId: center, kind, from, to } = report;
  // The boundary: see newRecordFrom.
  return { to: paths.reports, search: (() => ({ center, kind, from, to })) as () => never };
}

/** A page of plan and budget for a center and a year, as an address. */
export function planPageOf(
  to: string,
  center: RecordId,
  year: number,
): { readonly to: string; readonly search: () => never } {
  // The boundary: see newRecordFrom.
  return { to, search: (() => ({ center, year })) as () => never };
}

/** Goes to an address of `paths`: what TanStack Router's `useNavigate()` returns fits. */
export type Navigate = (options: { readonly to: string }) => unknown;

/** Opens the list of a type with only the given records, under a title that can be taken away. */
export function openRecords(
  select: (selection: RecordSelection) => void,
  navigate: Navigate,
  { type, ids, title }: Omit<RecordSelection, 'ids'> & { readonly ids: Iterable<RecordId> },
): void {
  select({ type, title, ids: new Set(ids) });
  navigate({ to: paths.records(type) });
}
