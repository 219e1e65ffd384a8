import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { hasEvidence } from '../../../shared/records/evidenceNote.ts';
import { project } from '../../../shared/records/project.ts';
import { type ProjectStep, projectSteps } from '../../../shared/records/projectSteps.ts';
import { liveRecordsOf } from '../../../shared/records/recordSet.ts';
import { type RecordOf, recordOf } from '../../../shared/records/recordsOf.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { type DeliverableState, deliverablesOf } from '../../../shared/reports/deliverables.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import { useStep } from '../../stores/useStep.ts';
import { type TitleOf, useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import { Item, Items } from '../../ui/Items.tsx';
import { StateMark } from '../../ui/Notice.tsx';
import classes from './Project.module.css';
import { projectTexts } from './projectTexts.ts';
import { StepDialog } from './StepDialog.tsx';

/** Beside the form of a project: the steps that make sense now, and what it hands over. */
export function ProjectPanel({ id }: { readonly id: RecordId }) {
  const t = useTexts(projectTexts);
  const records = useRecordSet();
  const titleOf = useTitles(records);
  const today = useToday();
  const { items, done } = useMemo(() => deliverablesOf(records, id, today), [records, id, today]);
  const record = recordOf(records, 'project', id);
  if (record === null) return null;
  const { center } = record.values;
  return (
    <>
      <Status record={record} openDeliverables={items.length - done} />
      <div className={classes.head}>
        <h3 className={classes.heading}>{t('deliverables')}</h3>
        {items.length === 0 ? null : (
          <span className={classes.muted}>{t('handedOver', { done, total: items.length })}</span>
        )}
      </div>
      {items.length === 0 ? <p className={classes.muted}>{t('none')}</p> : null}
      <Items label={t('deliverables')}>
        {items.map((item) => (
          <Deliverable key={item.record.id} item={item} titleOf={titleOf} />
        ))}
      </Items>
      <div className={classes.buttons}>
        <Button
          component={Link}
          {...newRecordFrom('deliverable', { ...(center === undefined ? {} : { center }), project: id })}
          variant="default"
          size="compact-sm"
          leftSection={<Plus size={14} aria-hidden="true" />}
        >
          {t('add')}
        </Button>
      </div>
    </>
  );
}

interface StatusProps {
  readonly record: RecordOf<'project'>;
  readonly openDeliverables: number;
}

function Status({ record, openDeliverables }: StatusProps) {
  const t = useTexts(projectTexts);
  const language = useLanguage();
  const step = useStep();
  const [asked, ask] = useState<ProjectStep | null>(null);
  const { status, statusReason, decision, decisionException } = record.values;
  const nameOf = (value: string | undefined): string => choiceTitle(project.fields.status, value, language);
  const take = (next: ProjectStep) => {
    // Approval asks nothing; every other step has something to be entered.
    if (next.kind !== 'on' || next.to !== 'approved') return ask(next);
    void step(t('changed', { status: nameOf(next.to) }), (actions) =>
      actions.update('project', record.id, { status: next.to }, ['status']),
    );
  };
  const lacksDecision = status === 'approved' && decision === undefined && decisionException === undefined;
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.heading}>{t('status')}</h3>
        <strong>{nameOf(status)}</strong>
      </div>
      <div className={classes.buttons}>
        {projectSteps(status).map((next) => (
          <Button
            key={next.to}
            variant={next.kind === 'on' ? 'filled' : 'default'}
            size="compact-sm"
            onClick={() => take(next)}
          >
            {next.kind === 'stop' ? t('stop') : t(next.kind, { status: nameOf(next.to) })}
          </Button>
        ))}
      </div>
      {lacksDecision ? <StateMark state="warn">{t('noDecision')}</StateMark> : null}
      {statusReason === undefined ? null : (
        <>
          <h3 className={classes.heading}>{t('reasons')}</h3>
          <p className={classes.text}>{statusReason}</p>
        </>
      )}
      {asked === null ? null : (
        <StepDialog
          record={record}
          step={asked}
          openDeliverables={openDeliverables}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
}

function Deliverable({ item, titleOf }: { readonly item: DeliverableState; readonly titleOf: TitleOf }) {
  const t = useTexts(projectTexts);
  const step = useStep();
  const today = useToday();
  const { record } = item;
  const title = titleOf('deliverable', record.id);
  const markDone = () =>
    step(t('markedDone', { title }), (actions) =>
      actions.update('deliverable', record.id, { doneOn: today }, ['doneOn']),
    );
  return (
    <Item
      title={title}
      to={paths.record('deliverable', record.id)}
      when={<DeliverableDay item={item} />}
      {...(record.values.doneOn === undefined
        ? {
            actions: (
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<Check size={14} aria-hidden="true" />}
                aria-label={t('markDoneOf', { title })}
                onClick={() => void markDone()}
              >
                {t('markDone')}
              </Button>
            ),
          }
        : {})}
    />
  );
}

function DeliverableDay({ item: { record, state, inDays } }: { readonly item: DeliverableState }) {
  const t = useTexts(projectTexts);
  const format = useFormat();
  const records = useRecordSet();
  const { due, doneOn } = record.values;
  if (doneOn !== undefined) {
    return (
      <>
        <span>{t('doneOn', { date: format.date(doneOn) })}</span>
        {state === 'late' ? <StateMark state="warn">{t('late')}</StateMark> : null}
        {hasEvidence(record.values, liveRecordsOf(records)) ? null : (
          <StateMark state="warn">{t('noEvidence')}</StateMark>
        )}
      </>
    );
  }
  if (due === undefined || inDays === null) return <StateMark state="warn">{t('noDue')}</StateMark>;
  return (
    <>
      <span>{t('due', { date: format.date(due) })}</span>
      {state === 'overdue' ? <StateMark state="bad">{t('overdue', { count: -inDays })}</StateMark> : null}
    </>
  );
}
