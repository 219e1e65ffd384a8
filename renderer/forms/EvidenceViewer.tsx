import { Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import type { RecordId } from '../../shared/core/ids.ts';
import { useTexts } from '../i18n/useTexts.ts';
import classes from './Evidence.module.css';
import { EvidenceCondition, EvidenceSign } from './EvidenceSigns.tsx';
import type { EvidenceLook, EvidenceServices } from './evidenceServices.ts';
import { evidenceTexts } from './evidenceTexts.ts';
import { PdfView } from './PdfView.tsx';
import { saveCopyOf } from './saveCopyOf.ts';
import { Tool } from './Tool.tsx';
import { useEvidenceLook, useImageAddress } from './useEvidenceLook.ts';

export interface EvidenceViewerProps {
  readonly ids: readonly RecordId[];
  readonly id: RecordId;
  readonly nameOf: (id: RecordId) => string;
  readonly evidence: EvidenceServices;
  readonly onMove: (id: RecordId) => void;
  readonly onClose: () => void;
}

/** One file large, with ways to the others. */
export function EvidenceViewer({ ids, id, nameOf, evidence, onMove, onClose }: EvidenceViewerProps) {
  const t = useTexts(evidenceTexts);
  const look = useEvidenceLook(evidence, id);
  const pdf = pdfIn(look);
  const name = nameOf(id);
  const move = (step: number): void => {
    const next = ids[ids.indexOf(id) + step];
    if (next !== undefined) onMove(next);
  };
  // From the whole window: a button that had the focus may be gone with the file that it stood beside.
  useWindowEvent('keydown', (event) => {
    if (event.key === 'ArrowLeft') move(-1);
    if (event.key === 'ArrowRight') move(1);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={pdf === null ? 'auto' : 'min(60rem, 96vw)'}
      title={name}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.viewer}>
        {pdf === null ? (
          <Picture look={look} name={name} />
        ) : (
          <PdfView key={id} name={name} bytes={pdf} onSaveCopy={() => void saveCopyOf(evidence, id)} />
        )}
      </div>
      <div className={classes.buttons}>
        <Tool label={t('previous')} onClick={() => move(-1)} disabled={ids[0] === id}>
          <ChevronLeft size={16} />
        </Tool>
        <Tool label={t('next')} onClick={() => move(1)} disabled={ids.at(-1) === id}>
          <ChevronRight size={16} />
        </Tool>
        <Tool label={t('saveCopy', { name })} onClick={() => void saveCopyOf(evidence, id)}>
          <Download size={16} />
        </Tool>
      </div>
    </Modal>
  );
}

function Picture({ look, name }: { readonly look: EvidenceLook | null; readonly name: string }) {
  const t = useTexts(evidenceTexts);
  const address = useImageAddress(look);
  return (
    <>
      {address === null ? <EvidenceSign look={look} /> : <img src={address} alt={name} />}
      {look?.state === 'document' || (look?.state === 'image' && address === null) ? (
        <p className={classes.note}>{t('noPreview')}</p>
      ) : null}
      <EvidenceCondition look={look} />
    </>
  );
}

const pdfIn = (look: EvidenceLook | null): Uint8Array | null =>
  look?.state === 'document' && look.mediaType === 'application/pdf' ? look.bytes : null;
