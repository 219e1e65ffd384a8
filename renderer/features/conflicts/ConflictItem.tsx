import { Checkbox } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import type { OpenConflict } from '../../../shared/records/openConflicts.ts';
import type { CellContext } from '../../../shared/schema/codec.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import { ConflictDecision, type DecisionKeys } from './ConflictDecision.tsx';
import classes from './Conflicts.module.css';
import { fieldLabel, sidesOf } from './conflictSides.ts';
import { conflictTexts } from './conflictTexts.ts';
import { listKeys } from './listKeys.ts';
import { headAttribute } from './useCurrentConflict.ts';

export interface ConflictItemProps {
  readonly open: OpenConflict;
  readonly context: CellContext;
  readonly isCurrent: boolean;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onOpen: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDecided: () => void;
}

/** A line of the list; the current one lies open. */
export function ConflictItem(props: ConflictItemProps) {
  const { open, context, isCurrent, ticked, onTick, onOpen, onMove, onDecided } = props;
  const t = useTexts(conflictTexts);
  const label = useLabel();
  const { definition, record, conflict } = open;
  const title = definition.title(record.values, context) || t('untitled');
  const field = fieldLabel(open, context) ?? t('wholeRecord');
  const decisionKeys = useRef<DecisionKeys>(null);
  const keys = listKeys({ onMove, onTick: () => onTick(!ticked) });
  const onKeyDown = (event: KeyboardEvent): void => {
    keys(event);
    if (!event.defaultPrevented) decisionKeys.current?.press(event);
  };
  return (
    <li className={classes.item} data-current={isCurrent} onKeyDown={onKeyDown}>
      <div className={classes.headLine}>
        <Checkbox
          size="xs"
          className={classes.tick}
          checked={ticked}
          aria-label={t('select', { title, field })}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <button
          type="button"
          className={classes.head}
          aria-expanded={isCurrent}
          {...{ [headAttribute]: conflict.id }}
          onClick={onOpen}
        >
          <TypeIcon type={definition.type} />
          <span className={classes.title}>{title}</span>
          <span className={classes.field}>
            {label(definition.label.one)} · {field}
          </span>
          {isCurrent ? null : <Values open={open} context={context} />}
        </button>
      </div>
      {isCurrent ? (
        <ConflictDecision
          keys={decisionKeys}
          open={open}
          context={context}
          title={title}
          field={field}
          onDecided={onDecided}
        />
      ) : null}
    </li>
  );
}

/** Both values in one line. */
function Values({ open, context }: Pick<ConflictItemProps, 'open' | 'context'>) {
  const t = useTexts(conflictTexts);
  if (open.conflict.kind === 'deletion') return null;
  return (
    <span className={classes.values}>
      {sidesOf(open, context)
        .map(({ text }) => (text === '' ? t('empty') : text.slice(0, 80)))
        .join(' ↔ ')}
    </span>
  );
}
