import { Anchor, Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type RecordOf, recordOf } from '../../../shared/records/recordsOf.ts';
import {
  isWithoutConcern,
  type SubmissionConcerns,
  submissionConcerns,
} from '../../../shared/reports/periodic/submissionConcerns.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useQuality } from '../../stores/useQuality.ts';
import { useToday } from '../../stores/useToday.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';

export interface SubmitDialogProps {
  readonly report: RecordOf<'report'>;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
}

/** What speaks against sealing a report now, and whether it is to be sealed all the same. */
export function SubmitDialog({ report, onSubmit, onClose }: SubmitDialogProps) {
  const t = useTexts(reportsTexts);
  const records = useRecordSet();
  const today = useToday();
  const items = useQuality();
  const [isBusy, setBusy] = useState(false);
  const concerns = useMemo(
    // As it was saved a moment ago: what the page shows follows later.
    () => submissionConcerns(records, recordOf(records, 'report', report.id) ?? report, { today, items }),
    [records, report, today, items],
  );
  const isClear = isWithoutConcern(concerns);
  const submit = async (): Promise<void> => {
    setBusy(true);
    await onSubmit();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('submitTitle')} withCloseButton={false}>
      <div className={classes.dialog}>
        {isClear ? <Notice state="ok">{t('nothingAgainst')}</Notice> : <Concerns concerns={concerns} />}
        <p className={classes.dialogLead}>{t('submitLead')}</p>
        <div className={classes.dialogWays}>
          <Button loading={isBusy} onClick={() => void submit()}>
            {t(isClear ? 'submit' : 'submitAnyway')}
          </Button>
          <Button variant="default" data-autofocus={isClear ? undefined : true} onClick={onClose}>
            {t('notYet')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Concerns({ concerns }: { readonly concerns: SubmissionConcerns }) {
  const t = useTexts(reportsTexts);
  const format = useFormat();
  const { runsUntil, missing, findings, tellsOfSample } = concerns;
  return (
    <Notice state="warn">
      {t('against')}
      <ul className={classes.differences}>
        {tellsOfSample ? <li>{t('sealsSample')}</li> : null}
        {runsUntil === null ? null : <li>{t('periodRuns', { date: format.date(runsUntil) })}</li>}
        {missing.en === 0 ? null : <li>{t('lacksEnglish', { count: missing.en })}</li>}
        {missing.ko === 0 ? null : <li>{t('lacksKorean', { count: missing.ko })}</li>}
        {findings.length === 0 ? null : (
          <li>
            {t('hasFindings', { count: findings.length })}{' '}
            <Anchor component={Link} to={paths.quality} size="sm">
              {t('toFindings')}
            </Anchor>
          </li>
        )}
      </ul>
    </Notice>
  );
}
