import { useEffect, useState } from 'react';
import { type SortedFiles, sortedFiles } from '../../storage/filesInUse.ts';
import { useRecordSet, useStore } from '../../storage/StoreContext.tsx';
import { useHost } from '../../stores/services.tsx';

/** The files of evidence that are here, by their use; null until they are listed, and where they cannot be. */
export function useSortedFiles(): { readonly files: SortedFiles | null; readonly look: () => Promise<void> } {
  const { evidence } = useHost();
  const store = useStore();
  const records = useRecordSet();
  const [files, setFiles] = useState<SortedFiles | null>(null);
  const look = async (isShown: () => boolean = () => true): Promise<void> => {
    const listed = await evidence.list();
    const sorted = listed.ok ? await sortedFiles(listed.value, store).catch(() => null) : null;
    if (isShown()) setFiles(sorted);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when records change, and not with each drawing
  useEffect(() => {
    let isShown = true;
    void look(() => isShown);
    return () => {
      isShown = false;
    };
  }, [evidence, store, records]);
  return { files, look: () => look() };
}
