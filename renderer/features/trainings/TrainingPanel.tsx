import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ClipboardPaste, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { type RecordOf, recordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { planUpdate } from '../../../shared/sync/planEdit.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { newRecordFrom, paths } from '../../stores/paths.ts';
import { useStep } from '../../stores/useStep.ts';
import { type TitleOf, useTitles } from '../../stores/useTitles.ts';
import { Item, Items } from '../../ui/Items.tsx';
import { AttendanceCheck } from './AttendanceCheck.tsx';
import classes from './Participants.module.css';
import { PasteDialog } from './PasteDialog.tsx';
import { participantTexts } from './participantTexts.ts';

/** Beside the form of a training: who takes part, who completed it, and what that makes in attendance. */
export function TrainingPanel({ id }: { readonly id: RecordId }) {
  const t = useTexts(participantTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const titleOf = useTitles(records);
  const [isPasting, setPasting] = useState(false);
  const training = recordOf(records, 'training', id);
  const participants = useMemo(
    () =>
      recordsOf(records, 'participation')
        .filter(({ values }) => values.training === id)
        .toSorted((a, b) => nameOf(a, titleOf).localeCompare(nameOf(b, titleOf), language)),
    [records, id, titleOf, language],
  );
  if (training === null) return null;
  const { center } = training.values;
  const completed = participants.filter(({ values }) => values.completed === true).length;
  return (
    <>
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          leftSection={<ClipboardPaste size={14} aria-hidden="true" />}
          onClick={() => setPasting(true)}
        >
          {t('paste')}
        </Button>
        <Button
          component={Link}
          {...newRecordFrom('participation', { ...(center === undefined ? {} : { center }), training: id })}
          variant="default"
          size="compact-sm"
          leftSection={<Plus size={14} aria-hidden="true" />}
        >
          {t('addOne')}
        </Button>
        {completed < participants.length ? <AllCompleted participants={participants} /> : null}
      </div>
      {participants.length === 0 ? (
        <p className={classes.muted}>{t('none')}</p>
      ) : (
        <>
          <AttendanceCheck training={training} records={records} />
          <p className={classes.muted}>
            {t('count', { count: participants.length })} · {t('completedCount', { count: completed })}
          </p>
        </>
      )}
      <Items label={t('list')}>
        {participants.map((record) => (
          <Participant key={record.id} record={record} titleOf={titleOf} />
        ))}
      </Items>
      {isPasting ? <PasteDialog training={training} onClose={() => setPasting(false)} /> : null}
    </>
  );
}

const nameOf = ({ id, values }: RecordOf<'participation'>, titleOf: TitleOf): string =>
  values.person === undefined ? titleOf('participation', id) : titleOf('person', values.person);

function Participant({
  record,
  titleOf,
}: {
  readonly record: RecordOf<'participation'>;
  readonly titleOf: TitleOf;
}) {
  const t = useTexts(participantTexts);
  const records = useRecordSet();
  const step = useStep();
  const name = nameOf(record, titleOf);
  const { person, completed = false, notes } = record.values;
  const organization =
    person === undefined ? undefined : recordOf(records, 'person', person)?.values.organization;
  const tick = () =>
    step(t(completed ? 'unticked' : 'ticked', { name }), (actions) =>
      actions.update('participation', record.id, { completed: !completed }, ['completed']),
    );
  const detail = [organization === undefined ? '' : titleOf('organization', organization), notes ?? ''];
  return (
    <Item
      title={name}
      to={paths.record('participation', record.id)}
      detail={detail.filter((part) => part !== '').join(' · ')}
      actions={
        <Checkbox
          label={t('completed')}
          aria-label={t('completedBy', { name })}
          checked={completed}
          onChange={() => void tick()}
        />
      }
    />
  );
}

function AllCompleted({ participants }: { readonly participants: readonly RecordOf<'participation'>[] }) {
  const t = useTexts(participantTexts);
  const step = useStep();
  const tickAll = () =>
    step(t('allTicked'), (actions) =>
      actions.change((records, issue) =>
        participants.flatMap(({ id }) => {
          const record = recordOf(records, 'participation', id);
          if (record === null) return [];
          return planUpdate(
            definitionOf('participation'),
            record,
            { ...record.values, completed: true },
            issue,
          );
        }),
      ),
    );
  return (
    <Button variant="default" size="compact-sm" onClick={() => void tickAll()}>
      {t('allCompleted')}
    </Button>
  );
}
