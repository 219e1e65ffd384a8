import { Button, Modal, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { type RecordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { newRecordFrom } from '../../stores/paths.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import classes from './Plan.module.css';
import { planTexts } from './planTexts.ts';

export interface ApproveDialogProps {
  readonly records: RecordSet;
  readonly plan: RecordOf<'plan'>;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** True when it was saved. */
  readonly onApprove: (meeting: RecordId) => Promise<boolean>;
}

/** Asks which meeting approved the plan: an approval that nobody gave is none. */
export function ApproveDialog({ records, plan, opened, onClose, onApprove }: ApproveDialogProps) {
  const t = useTexts(planTexts);
  const titleOf = useTitles(records);
  const today = useToday();
  const [meeting, setMeeting] = useState<RecordId | null>(null);
  const meetings = useMemo(
    () =>
      recordsOf(records, 'meeting')
        .filter(({ centerId, values: { date } }) => centerId === plan.centerId && (date ?? '') <= today)
        .toSorted((a, b) => ((a.values.date ?? '') < (b.values.date ?? '') ? 1 : -1)),
    [records, plan.centerId, today],
  );
  const approve = async () => {
    if (meeting !== null && (await onApprove(meeting))) onClose();
  };
  const fresh = newRecordFrom('meeting', {
    ...(plan.centerId === null ? {} : { center: plan.centerId }),
    kind: 'committee',
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('approveTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.stack}>
        <p className={classes.muted}>{t('approveText')}</p>
        {meetings.length === 0 ? (
          <p>
            {t('noMeeting')} <Link {...fresh}>{t('addMeeting')}</Link>
          </p>
        ) : (
          <Select
            label={t('meeting')}
            placeholder={t('chooseMeeting')}
            data={meetings.map(({ id }) => ({ value: String(id), label: titleOf('meeting', id) }))}
            value={meeting}
            onChange={(id) => setMeeting(isRecordId(id) ? id : null)}
            data-autofocus
          />
        )}
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={meeting === null} onClick={() => void approve()}>
            {t('approve')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
