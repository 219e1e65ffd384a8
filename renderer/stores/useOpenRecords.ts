import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import { openRecords } from './paths.ts';
import { useSession } from './services.tsx';

/** Opens the records behind a number in their list, under a title that can be taken away. */
export function useOpenRecords(): (type: string, ids: Iterable<RecordId>, title: string) => void {
  const navigate = useNavigate();
  const select = useSession((session) => session.select);
  return useCallback(
    (type, ids, title) => openRecords(select, navigate, { type, ids, title }),
    [navigate, select],
  );
}
