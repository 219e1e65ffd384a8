import type { RecordId } from '../../shared/core/ids.ts';
import { showToast } from '../ui/toast.tsx';
import type { EvidenceServices } from './evidenceServices.ts';

/** Saves a copy of a file where the person chooses, and says so when that failed. */
export async function saveCopyOf(evidence: EvidenceServices, id: RecordId): Promise<void> {
  const saved = await evidence.saveCopy(id);
  if (!saved.ok) showToast({ message: saved.error, failed: true });
}
