import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isBlank } from '../../../shared/core/text.ts';
import { hasEvidence } from '../../../shared/records/evidenceNote.ts';
import { liveRecordsOf } from '../../../shared/records/recordSet.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useStep } from '../../stores/useStep.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Case.module.css';
import { caseTexts } from './caseTexts.ts';

export interface AdoptDialogProps {
  readonly visit: RecordOf<'consultation'>;
  readonly onClose: () => void;
}

/** Sets the result to “Adopted” together with what shows it; one step that can be undone. */
export function AdoptDialog({ visit, onClose }: AdoptDialogProps) {
  const t = useTexts(caseTexts);
  const records = useRecordSet();
  const step = useStep();
  const [note, setNote] = useState('');
  const [attempted, setAttempted] = useState(false);
  const { topic = '', evidenceNote } = visit.values;
  const hasSome = hasEvidence(visit.values, liveRecordsOf(records));
  const isMissing = isBlank(note) && !hasSome;
  const save = async (): Promise<void> => {
    setAttempted(true);
    if (isMissing) return;
    const notes = [evidenceNote ?? '', note.trim()].filter((part) => part !== '');
    const saved = await step(t('adopted'), (actions) =>
      actions.update(
        'consultation',
        visit.id,
        { result: 'adopted', ...(notes.length === 0 ? {} : { evidenceNote: notes.join('\n') }) },
        ['result', 'evidenceNote'],
      ),
    );
    if (saved) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('adoptTitle')} withCloseButton={false}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className={classes.muted}>{t('adoptLead', { topic })}</p>
        <Textarea
          label={t('evidence')}
          description={t(hasSome ? 'evidenceThere' : 'evidenceHelp')}
          autosize
          minRows={2}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {attempted && isMissing ? (
          <Notice state="bad" role="alert">
            {t('evidenceMissing')}
          </Notice>
        ) : null}
        <div className={classes.buttons}>
          <Button type="submit">{t('adopt')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
