import { ActionIcon, Modal } from '@mantine/core';
import { ChevronLeft, ChevronRight, Download, FileText, ImageOff, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import { evidenceType } from '../../shared/schema/codecs/references.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { StateMark } from '../ui/Notice.tsx';
import { showToast } from '../ui/toast.tsx';
import classes from './Evidence.module.css';
import type { EvidenceLook, EvidenceServices } from './evidenceServices.ts';
import { evidenceTexts } from './evidenceTexts.ts';
import type { FormServices } from './formServices.ts';
import { useEvidenceLook, useImageAddress } from './useEvidenceLook.ts';

export interface EvidenceCardsProps {
  readonly services: Pick<FormServices, 'evidence' | 'references'>;
  readonly ids: readonly RecordId[];
  /** Absent where files cannot be taken away. */
  readonly onDetach?: (id: RecordId) => void;
}

/** The files of a record, each with a small picture; one is viewed large, and the arrow keys go on. */
export function EvidenceCards({ services, ids, onDetach }: EvidenceCardsProps) {
  const t = useTexts(evidenceTexts);
  const [viewed, setViewed] = useState<RecordId | null>(null);
  const nameOf = (id: RecordId): string => services.references.titleOf(evidenceType, id) ?? id;
  if (ids.length === 0) return null;
  return (
    <>
      <ul className={classes.cards} aria-label={t('attached')}>
        {ids.map((id) => (
          <Card
            key={id}
            id={id}
            name={nameOf(id)}
            evidence={services.evidence}
            onView={() => setViewed(id)}
            onDetach={onDetach === undefined ? null : () => onDetach(id)}
          />
        ))}
      </ul>
      {viewed === null ? null : (
        <Viewer
          ids={ids}
          id={viewed}
          nameOf={nameOf}
          evidence={services.evidence}
          onMove={setViewed}
          onClose={() => setViewed(null)}
        />
      )}
    </>
  );
}

interface CardProps {
  readonly id: RecordId;
  readonly name: string;
  readonly evidence: EvidenceServices;
  readonly onView: () => void;
  readonly onDetach: (() => void) | null;
}

function Card({ id, name, evidence, onView, onDetach }: CardProps) {
  const t = useTexts(evidenceTexts);
  const look = useEvidenceLook(evidence, id);
  const address = useImageAddress(look);
  const hasFile = look?.state === 'image' || look?.state === 'document';
  return (
    <li className={classes.card}>
      <button
        type="button"
        className={classes.thumb}
        aria-label={t('view', { name })}
        disabled={!hasFile}
        onClick={onView}
      >
        {address === null ? <Sign look={look} /> : <img src={address} alt="" />}
      </button>
      <div className={classes.cardText}>
        <span className={classes.name}>{name}</span>
        <Condition look={look} />
      </div>
      {hasFile ? (
        <Tool label={t('saveCopy', { name })} onClick={() => void saveCopy(evidence, id)}>
          <Download size={16} />
        </Tool>
      ) : null}
      {onDetach === null ? null : (
        <Tool label={t('detach', { name })} onClick={onDetach}>
          <X size={16} />
        </Tool>
      )}
    </li>
  );
}

function Sign({ look }: { readonly look: EvidenceLook | null }) {
  if (look === null) return null;
  return look.state === 'document' || look.state === 'none' ? (
    <FileText size={20} aria-hidden="true" />
  ) : (
    <ImageOff size={20} aria-hidden="true" />
  );
}

function Condition({ look }: { readonly look: EvidenceLook | null }) {
  const t = useTexts(evidenceTexts);
  switch (look?.state) {
    case 'none':
      return <span className={classes.note}>{t('none')}</span>;
    case 'missing':
    case 'damaged':
    case 'unreadable':
      return <StateMark state="warn">{t(look.state)}</StateMark>;
    default:
      return null;
  }
}

interface ViewerProps {
  readonly ids: readonly RecordId[];
  readonly id: RecordId;
  readonly nameOf: (id: RecordId) => string;
  readonly evidence: EvidenceServices;
  readonly onMove: (id: RecordId) => void;
  readonly onClose: () => void;
}

function Viewer({ ids, id, nameOf, evidence, onMove, onClose }: ViewerProps) {
  const t = useTexts(evidenceTexts);
  const look = useEvidenceLook(evidence, id);
  const address = useImageAddress(look);
  const name = nameOf(id);
  const move = (step: number): void => {
    const next = ids[ids.indexOf(id) + step];
    if (next !== undefined) onMove(next);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={name}
      closeButtonProps={{ 'aria-label': t('close') }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') move(-1);
        if (event.key === 'ArrowRight') move(1);
      }}
    >
      <div className={classes.viewer}>
        {address === null ? <Sign look={look} /> : <img src={address} alt={name} />}
        {look?.state === 'document' || (look?.state === 'image' && address === null) ? (
          <p className={classes.note}>{t('noPreview')}</p>
        ) : null}
        <Condition look={look} />
      </div>
      <div className={classes.buttons}>
        <Tool label={t('previous')} onClick={() => move(-1)} disabled={ids[0] === id}>
          <ChevronLeft size={16} />
        </Tool>
        <Tool label={t('next')} onClick={() => move(1)} disabled={ids.at(-1) === id}>
          <ChevronRight size={16} />
        </Tool>
        <Tool label={t('saveCopy', { name })} onClick={() => void saveCopy(evidence, id)}>
          <Download size={16} />
        </Tool>
      </div>
    </Modal>
  );
}

function Tool(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      {props.children}
    </ActionIcon>
  );
}

async function saveCopy(evidence: EvidenceServices, id: RecordId): Promise<void> {
  const saved = await evidence.saveCopy(id);
  if (!saved.ok) showToast({ message: saved.error, failed: true });
}
