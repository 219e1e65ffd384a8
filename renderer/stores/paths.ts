import type { RecordId } from '../../shared/core/ids.ts';
import type { RecordSelection } from './sessionStore.ts';

/** The addresses of all pages, behind `#`. */
export const paths = {
  home: '/',
  life: '/center',
  history: '/history',
  reports: '/reports',
  send: '/send',
  receive: '/receive',
  batches: '/batches',
  conflicts: '/conflicts',
  settings: '/settings',
  records: (type: string): string => `/records/${type}`,
  record: (type: string, id: RecordId): string => `/records/${type}/${id}`,
  newRecord: (type: string): string => `/records/${type}/new`,
} as const;

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
