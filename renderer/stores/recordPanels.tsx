import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import type { Label } from '../../shared/core/language.ts';
import type { RecordType } from '../../shared/records/registry.ts';

/** A further tab of an open record: what its field of work shows beside the form. */
export interface RecordPanel {
  readonly key: string;
  readonly label: Label;
  readonly Panel: ComponentType<{ readonly id: RecordId }>;
}

export type RecordPanels = { readonly [Type in RecordType]?: readonly RecordPanel[] };

// The application hands the panels down, because features know nothing of each other.
const RecordPanelsContext = createContext<RecordPanels>({});

export function RecordPanelsProvider({
  panels,
  children,
}: {
  readonly panels: RecordPanels;
  readonly children: ReactNode;
}) {
  return <RecordPanelsContext value={panels}>{children}</RecordPanelsContext>;
}

/** The further tabs of records of a type; null for none. */
export function useRecordPanels(type: string | null): readonly RecordPanel[] {
  const panels: Readonly<Record<string, readonly RecordPanel[] | undefined>> =
    useContext(RecordPanelsContext);
  return type === null ? [] : (panels[type] ?? []);
}
