import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check, FolderKanban } from 'lucide-react';
import type { IsoDate } from '../../../shared/core/dates.ts';
import { decision } from '../../../shared/records/decision.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { isOpenDecision } from '../../../shared/reports/openDecisions.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import { useStep } from '../../stores/useStep.ts';
import type { TitleOf } from '../../stores/useTitles.ts';
import { Item } from '../../ui/Items.tsx';
import { StateMark } from '../../ui/Notice.tsx';
import { committeeTexts } from './committeeTexts.ts';

export interface DecisionItemProps {
  readonly record: RecordOf<'decision'>;
  readonly today: IsoDate;
  /** Days until it is due; null without a day. */
  readonly inDays: number | null;
  readonly titleOf: TitleOf;
  /** Where the decision comes from, where the page does not say it already. */
  readonly from?: string;
}

/** A decision with who sees to it until when, and what can be done about it. */
export function DecisionItem({ record, today, inDays, titleOf, from }: DecisionItemProps) {
  const t = useTexts(committeeTexts);
  const language = useLanguage();
  const { owner, status } = record.values;
  const title = titleOf('decision', record.id);
  const isOpen = isOpenDecision(status);
  const parts = [
    owner === undefined ? (isOpen ? t('noOwner') : '') : titleOf('person', owner),
    status === undefined ? '' : choiceLabel(decision.fields.status, status, language),
    from ?? '',
  ];
  return (
    <Item
      title={title}
      to={paths.record('decision', record.id)}
      detail={parts.filter((part) => part !== '').join(' · ')}
      when={<Due record={record} inDays={inDays} />}
      {...(isOpen ? { actions: <Actions record={record} today={today} title={title} /> } : {})}
    />
  );
}

function Due({ record, inDays }: Pick<DecisionItemProps, 'record' | 'inDays'>) {
  const t = useTexts(committeeTexts);
  const format = useFormat();
  const { due, status, doneOn } = record.values;
  if (!isOpenDecision(status)) return doneOn === undefined ? null : format.date(doneOn);
  if (due === undefined || inDays === null) return <StateMark state="warn">{t('noDue')}</StateMark>;
  return (
    <>
      {inDays < 0 ? (
        <StateMark state="bad">{t('overdue', { count: -inDays })}</StateMark>
      ) : inDays === 0 ? (
        <StateMark state="warn">{t('dueToday')}</StateMark>
      ) : (
        <span>{t('inDays', { count: inDays })}</span>
      )}
      <span>{format.date(due)}</span>
    </>
  );
}

function Actions(props: Pick<DecisionItemProps, 'record' | 'today'> & { readonly title: string }) {
  const { record, today, title } = props;
  const t = useTexts(committeeTexts);
  const step = useStep();
  const markDone = () =>
    step(t('doneToast'), (actions) =>
      actions.update('decision', record.id, { status: 'done', doneOn: today }, ['status', 'doneOn']),
    );
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Check size={14} aria-hidden="true" />}
        aria-label={t('markDoneOf', { title })}
        onClick={() => void markDone()}
      >
        {t('markDone')}
      </Button>
      <StartProject record={record} title={title} />
    </>
  );
}

/** Leads to the form of a project that rests on the decision. */
export function StartProject({
  record,
  title,
}: Pick<DecisionItemProps, 'record'> & { readonly title: string }) {
  const t = useTexts(committeeTexts);
  const { center } = record.values;
  return (
    <Button
      component={Link}
      {...newRecordFrom('project', {
        ...(center === undefined ? {} : { center }),
        status: 'approved',
        decision: record.id,
      })}
      variant="default"
      size="compact-sm"
      leftSection={<FolderKanban size={14} aria-hidden="true" />}
      aria-label={t('startProjectOf', { title })}
    >
      {t('startProject')}
    </Button>
  );
}
