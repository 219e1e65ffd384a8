import { Button, Modal, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import { isIsoDate } from '../../../shared/core/dates.ts';
import { parseDateText } from '../../../shared/core/parseDate.ts';
import { extendedValues, extensionProblem } from '../../../shared/records/centerSteps.ts';
import { agreedPeriodOf } from '../../../shared/records/operatingPeriod.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useStep } from '../../stores/useStep.ts';
import { DateBox } from '../../ui/DateBox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Center.module.css';
import { centerTexts } from './centerTexts.ts';

export interface ExtendDialogProps {
  readonly center: RecordOf<'center'>;
  readonly today: IsoDate;
  readonly onClose: () => void;
}

/** Until when a center operates longer, and on what ground; one step that can be undone. */
export function ExtendDialog({ center, today, onClose }: ExtendDialogProps) {
  const t = useTexts(centerTexts);
  const format = useFormat();
  const id = useId();
  const step = useStep();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [attempted, setAttempted] = useState(false);
  const parsed = parseDateText(text);
  const until = isIsoDate(parsed) ? parsed : null;
  const problem = extensionProblem(center.values, until, reason);
  const end = agreedPeriodOf(center.values).end ?? '';
  const save = async (): Promise<void> => {
    setAttempted(true);
    if (problem !== null || until === null) return;
    const values = extendedValues(center.values, until, reason, today);
    const saved = await step(t('extended', { date: format.date(until) }), (actions) =>
      actions.update('center', center.id, values, Object.keys(values)),
    );
    if (saved) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('extendTitle')} withCloseButton={false}>
      <form
        autoComplete="off"
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className={classes.muted}>{t('extendLead', { date: format.date(end) })}</p>
        <div>
          <label htmlFor={id}>{t('extendUntil')}</label>
          <DateBox
            id={id}
            describedBy={undefined}
            invalid={attempted && until === null}
            required
            text={text}
            placeholder="YYYY-MM-DD"
            calendarLabel={t('calendar')}
            onChange={setText}
            onBlur={() => undefined}
          />
        </div>
        <Textarea
          label={t('extendReason')}
          description={t('extendReasonHelp')}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {attempted && problem !== null ? (
          <Notice state="bad" role="alert">
            {t(problem)}
          </Notice>
        ) : null}
        <div className={classes.ways}>
          <Button type="submit">{t('extend')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
