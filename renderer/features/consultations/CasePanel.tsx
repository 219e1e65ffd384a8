import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleCheck, MessagesSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { type Case, caseOf, hasOpenAction } from '../../../shared/reports/caseThread.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { newRecordFrom } from '../../stores/paths.ts';
import { useStep } from '../../stores/useStep.ts';
import { useToday } from '../../stores/useToday.ts';
import { StateMark } from '../../ui/Notice.tsx';
import { AdoptDialog } from './AdoptDialog.tsx';
import classes from './Case.module.css';
import { caseTexts } from './caseTexts.ts';
import { Visit } from './Visit.tsx';

/** Beside the form of a consultation: the visits before and after it, and what became of the advice. */
export function CasePanel({ id }: { readonly id: RecordId }) {
  const t = useTexts(caseTexts);
  const records = useRecordSet();
  const thread = useMemo(() => caseOf(records, id), [records, id]);
  if (thread === null) return null;
  return (
    <>
      <div className={classes.head}>
        <StateMark state={thread.isOpen ? 'info' : 'ok'}>{t(thread.isOpen ? 'open' : 'closed')}</StateMark>
        <span className={classes.muted}>{t('visits', { count: thread.visits.length })}</span>
      </div>
      <CaseActions thread={thread} />
      <ol className={classes.visits} aria-label={t('thread')}>
        {thread.visits.map((visit) => (
          <Visit key={visit.id} visit={visit} isThisOne={visit.id === id} />
        ))}
      </ol>
    </>
  );
}

function CaseActions({ thread: { visits } }: { readonly thread: Case }) {
  const t = useTexts(caseTexts);
  const step = useStep();
  const today = useToday();
  const [isAdopting, setAdopting] = useState(false);
  const newest = visits.at(-1);
  if (newest === undefined) return null;
  const { result, caseClosedOn } = newest.values;
  const isSettled = result === 'adopted' || caseClosedOn !== undefined;
  const openActions = visits.filter(hasOpenAction).length;
  const setClosed = (closed: boolean) =>
    step(t(closed ? 'caseClosed' : 'reopened'), (actions) =>
      actions.update('consultation', newest.id, closed ? { caseClosedOn: today } : {}, ['caseClosedOn']),
    );
  return (
    <>
      <div className={classes.buttons}>
        <Button
          component={Link}
          {...newRecordFrom('consultation', nextVisit(newest))}
          size="compact-sm"
          leftSection={<MessagesSquare size={14} aria-hidden="true" />}
        >
          {t('nextVisit')}
        </Button>
        {result === 'adopted' ? null : (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<CircleCheck size={14} aria-hidden="true" />}
            onClick={() => setAdopting(true)}
          >
            {t('adopt')}
          </Button>
        )}
        {isSettled ? null : (
          <Button variant="default" size="compact-sm" onClick={() => void setClosed(true)}>
            {t('close')}
          </Button>
        )}
        {caseClosedOn === undefined ? null : (
          <Button variant="default" size="compact-sm" onClick={() => void setClosed(false)}>
            {t('reopen')}
          </Button>
        )}
      </div>
      {isSettled && openActions > 0 ? (
        <p className={classes.muted}>{t('actionsOpen', { count: openActions })}</p>
      ) : null}
      {isAdopting ? <AdoptDialog visit={newest} onClose={() => setAdopting(false)} /> : null}
    </>
  );
}

/** What stays the same from one visit to the next; what was asked and advised is new each time. */
function nextVisit({ id, values }: RecordOf<'consultation'>) {
  const { center, experts, client, mode, topic, field, project } = values;
  return {
    ...(center === undefined ? {} : { center }),
    ...(experts === undefined ? {} : { experts }),
    ...(client === undefined ? {} : { client }),
    ...(mode === undefined ? {} : { mode }),
    ...(topic === undefined ? {} : { topic }),
    ...(field === undefined ? {} : { field }),
    ...(project === undefined ? {} : { project }),
    followsUp: id,
  };
}
