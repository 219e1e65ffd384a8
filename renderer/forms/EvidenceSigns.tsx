import { FileText, ImageOff } from 'lucide-react';
import { useTexts } from '../i18n/useTexts.ts';
import { StateMark } from '../ui/Notice.tsx';
import classes from './Evidence.module.css';
import type { EvidenceLook } from './evidenceServices.ts';
import { evidenceTexts } from './evidenceTexts.ts';

/** Stands where a file has no picture. */
export function EvidenceSign({ look }: { readonly look: EvidenceLook | null }) {
  if (look === null) return null;
  return look.state === 'document' || look.state === 'none' ? (
    <FileText size={20} aria-hidden="true" />
  ) : (
    <ImageOff size={20} aria-hidden="true" />
  );
}

/** What is wrong with a file, in a sentence; nothing where all is well. */
export function EvidenceCondition({ look }: { readonly look: EvidenceLook | null }) {
  const t = useTexts(evidenceTexts);
  switch (look?.state) {
    case 'none':
      return <span className={classes.note}>{t('none')}</span>;
    case 'missing':
    case 'damaged':
    case 'unreadable':
    case 'tooManyPixels':
      return <StateMark state="warn">{t(look.state)}</StateMark>;
    default:
      return null;
  }
}
