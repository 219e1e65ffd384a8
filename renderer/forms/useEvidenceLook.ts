import { useEffect, useState } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import type { EvidenceLook, EvidenceServices } from './evidenceServices.ts';

/** The file behind an entry of evidence; null until it was read. */
export function useEvidenceLook(evidence: EvidenceServices, id: RecordId): EvidenceLook | null {
  const [look, setLook] = useState<{ readonly id: RecordId; readonly look: EvidenceLook } | null>(null);
  useEffect(() => {
    let isShown = true;
    void evidence.look(id).then((found) => {
      if (isShown) setLook({ id, look: found });
    });
    return () => {
      isShown = false;
    };
  }, [evidence, id]);
  return look?.id === id ? look.look : null;
}

/** What browsers show as a still picture, without running anything; others are saved and opened elsewhere. */
const shownTypes: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
]);

/** An address for an `img`, of this window alone; null where there is no picture to show. */
export function useImageAddress(look: EvidenceLook | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (look?.state !== 'image' || !shownTypes.has(look.mediaType)) return setAddress(null);
    // The copy has a plain buffer, which a Blob asks for.
    const made = URL.createObjectURL(new Blob([new Uint8Array(look.bytes)], { type: look.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [look]);
  return address;
}
