import { useEffect, useState } from 'react';
import { useHost } from '../../stores/services.tsx';

/** The files of evidence on this computer, size by SHA-256; null until they were listed, and while not `wanted`. */
export function useEvidenceSizes(wanted: boolean): ReadonlyMap<string, number> | 'unreadable' | null {
  const { evidence } = useHost();
  const [sizes, setSizes] = useState<ReadonlyMap<string, number> | 'unreadable' | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let isShown = true;
    void evidence.list().then((listed) => {
      if (!isShown) return;
      setSizes(listed.ok ? new Map(listed.value.map(({ sha256, bytes }) => [sha256, bytes])) : 'unreadable');
    });
    return () => {
      isShown = false;
    };
  }, [evidence, wanted]);
  return sizes;
}
