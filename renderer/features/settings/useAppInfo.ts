import { useEffect, useState } from 'react';
import type { AppInfo } from '../../../shared/ipc/host.ts';
import { useHost } from '../../stores/services.tsx';

/** What the host says of itself; null until it has answered. */
export function useAppInfo(): AppInfo | null {
  const host = useHost();
  const [info, setInfo] = useState<AppInfo | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void host.appInfo().then((answer) => {
      if (isCurrent) setInfo(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [host]);
  return info;
}
