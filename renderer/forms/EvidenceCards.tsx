import { Download, X } from 'lucide-react';
import { useState } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import { evidenceType } from '../../shared/schema/codecs/references.ts';
import { useTexts } from '../i18n/useTexts.ts';
import classes from './Evidence.module.css';
import { EvidenceCondition, EvidenceSign } from './EvidenceSigns.tsx';
import { EvidenceViewer } from './EvidenceViewer.tsx';
import type { EvidenceServices } from './evidenceServices.ts';
import { evidenceTexts } from './evidenceTexts.ts';
import type { FormServices } from './formServices.ts';
import { saveCopyOf } from './saveCopyOf.ts';
import { Tool } from './Tool.tsx';
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
        <EvidenceViewer
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
  const canView = look?.state === 'image' || look?.state === 'document';
  const hasFile = canView || look?.state === 'tooManyPixels';
  return (
    <li className={classes.card}>
      <button
        type="button"
        className={classes.thumb}
        aria-label={t('view', { name })}
        disabled={!canView}
        onClick={onView}
      >
        {address === null ? <EvidenceSign look={look} /> : <img src={address} alt="" />}
      </button>
      <div className={classes.cardText}>
        <span className={classes.name}>{name}</span>
        <EvidenceCondition look={look} />
      </div>
      {hasFile ? (
        <Tool label={t('saveCopy', { name })} onClick={() => void saveCopyOf(evidence, id)}>
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
