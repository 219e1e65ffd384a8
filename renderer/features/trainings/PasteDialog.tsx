import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { participantChanges } from '../../../shared/participants/participantChanges.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useServices } from '../../stores/services.tsx';
import { useStep } from '../../stores/useStep.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { LinePreview } from './LinePreview.tsx';
import classes from './Participants.module.css';
import { participantTexts } from './participantTexts.ts';
import { mostLines, usePastedList } from './usePastedList.ts';

export interface PasteDialogProps {
  readonly training: RecordOf<'training'>;
  readonly onClose: () => void;
}

/** A list copied in Excel: its columns, what each line would do, and one step that enters them. */
export function PasteDialog({ training, onClose }: PasteDialogProps) {
  const t = useTexts(participantTexts);
  const language = useLanguage();
  const step = useStep();
  const { clock, random } = useServices();
  const list = usePastedList(training.id);
  const { lines, mapping, records } = list;
  const readable = lines.filter(({ outcome }) => outcome.kind !== 'bad' && outcome.kind !== 'total');
  const save = async (): Promise<void> => {
    const { center } = training.values;
    const saved = await step(t('saved', { count: readable.length }), (actions) =>
      actions.change((_records, issue, by) =>
        participantChanges(lines, { training: training.id, center, language, by, clock, random }, issue),
      ),
    );
    if (saved) onClose();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={t('title')} withCloseButton={false}>
      <div className={classes.dialog}>
        <p className={classes.muted}>{t('lead')}</p>
        <Textarea
          label={t('box')}
          data-autofocus
          minRows={4}
          maxRows={8}
          autosize
          spellCheck={false}
          value={list.text}
          onChange={(event) => list.setText(event.currentTarget.value)}
        />
        {list.isCut ? <p className={classes.muted}>{t('tooMany', { count: mostLines })}</p> : null}
        {records.length === 0 ? null : (
          <>
            <Checkbox
              label={t('header')}
              checked={list.hasHeader}
              onChange={(event) => list.setHeader(event.currentTarget.checked)}
            />
            <ColumnChoice mapping={mapping} records={records} onChange={list.setTarget} />
            {mapping.includes('name') ? (
              <LinePreview lines={lines} />
            ) : (
              <p className={classes.muted}>{t('noName')}</p>
            )}
          </>
        )}
        <div className={classes.buttons}>
          <Button disabled={readable.length === 0} onClick={() => void save()}>
            {t('save', { count: readable.length })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
