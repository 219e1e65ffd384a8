import type { RecordId } from '../../shared/core/ids.ts';
import { useSettings } from './services.tsx';

/** The center of the workspace; null at headquarters. */
export function useCenterId(): RecordId | null {
  const { workspace } = useSettings();
  return workspace?.kind === 'center' ? workspace.centerId : null;
}
