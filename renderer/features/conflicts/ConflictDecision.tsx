import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type Ref, useImperativeHandle, useState } from 'react';
import type { OpenConflict } from '../../../shared/records/openConflicts.ts';
import type { CellContext } from '../../../shared/schema/codec.ts';
import type { Resolution } from '../../../shared/sync/conflicts.ts';
import type { FieldInput } from '../../forms/fieldInput.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { ConflictSides } from './ConflictSides.tsx';
import classes from './Conflicts.module.css';
import { decisionFor, sidesOf } from './conflictSides.ts';
import { conflictTexts } from './conflictTexts.ts';
import { hasModifier, isWriting, letterOf } from './listKeys.ts';
import { ThirdValue } from './ThirdValue.tsx';
import { firstInput, writingSpec, writtenValue } from './thirdValue.ts';
import { headAttribute } from './useCurrentConflict.ts';
import { useDecide } from './useDecide.ts';

export interface ConflictDecisionProps {
  readonly open: OpenConflict;
  readonly context: CellContext;
  readonly title: string;
  readonly field: string;
  readonly onDecided: () => void;
  readonly keys: Ref<DecisionKeys>;
}

/** Keys that are pressed on the conflict's line come from there. */
export interface DecisionKeys {
  press(event: KeyboardEvent): void;
}

/** What is chosen but not confirmed yet. */
type Choice =
  | { readonly kind: 'side'; readonly index: number }
  | { readonly kind: 'written'; readonly input: FieldInput };

/** The sides of a conflict, and the way to decide it. */
export function ConflictDecision({ open, context, title, field, onDecided, keys }: ConflictDecisionProps) {
  const t = useTexts(conflictTexts);
  const decide = useDecide();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [saving, setSaving] = useState(false);
  const sides = sidesOf(open, context);
  const spec = writingSpec(open);
  const resolution = resolutionOf();

  const write = (): void => {
    if (spec !== null) setChoice({ kind: 'written', input: firstInput(spec, open) });
  };
  const confirm = async (): Promise<void> => {
    if (resolution === null || saving) return;
    setSaving(true);
    const saved = await decide([decisionFor(open, resolution)], t('decided', { title, field }));
    setSaving(false);
    if (saved) onDecided();
  };
  useImperativeHandle(keys, () => ({
    press: (event) => {
      const action = actionOf(event);
      if (action === null) return;
      event.preventDefault();
      action();
    },
  }));

  return (
    <div className={classes.decision}>
      <ConflictSides
        open={open}
        sides={sides}
        chosen={choice?.kind === 'side' ? choice.index : null}
        onChoose={(index) => setChoice({ kind: 'side', index })}
      />
      {choice?.kind === 'written' && spec !== null ? (
        <ThirdValue
          spec={spec}
          input={choice.input}
          onInput={(input) => setChoice({ kind: 'written', input })}
        />
      ) : null}
      <div className={classes.actions}>
        <Button disabled={resolution === null || saving} onClick={() => void confirm()}>
          {t('confirm')}
        </Button>
        {spec === null ? null : choice?.kind === 'written' ? (
          <Button variant="default" onClick={() => setChoice(null)}>
            {t('cancelWriting')}
          </Button>
        ) : (
          <Button variant="default" onClick={write}>
            {sides.length + 1} {t('write')}
          </Button>
        )}
        {resolution === null ? <span className={classes.muted}>{t('chooseFirst')}</span> : null}
        <Link className={classes.recordLink} to={paths.record(open.definition.type, open.record.id)}>
          {t('openRecord')}
        </Link>
      </div>
    </div>
  );

  function resolutionOf(): Resolution | null {
    if (choice === null) return null;
    if (choice.kind === 'side') return sides[choice.index]?.resolution ?? null;
    const value = writtenValue(choice.input);
    return value === undefined ? null : { kind: 'value', value };
  }

  function actionOf(event: KeyboardEvent): (() => void) | null {
    if (isWriting(event.target)) {
      if (event.nativeEvent.isComposing) return null;
      if (event.key === 'Escape') {
        return () => {
          setChoice(null);
          focusHead(event.currentTarget);
        };
      }
      const isArea = event.target instanceof HTMLTextAreaElement;
      return event.key === 'Enter' && (event.ctrlKey || !isArea) ? () => void confirm() : null;
    }
    if (hasModifier(event)) return null;
    const number = /^[1-9]$/.test(event.key) ? Number(event.key) : null;
    if (number !== null && number <= sides.length)
      return () => setChoice({ kind: 'side', index: number - 1 });
    if ((number === sides.length + 1 || letterOf(event) === 'e') && spec !== null) return write;
    return event.key === 'Enter' && resolution !== null && isChoosing(event.target)
      ? () => void confirm()
      : null;
  }
}

/** The control in which was written goes, and with it the focus would. */
function focusHead(line: EventTarget): void {
  const head = line instanceof Element ? line.querySelector(`[${headAttribute}]`) : null;
  if (head instanceof HTMLElement) head.focus();
}

/** Enter on other buttons and links means these. */
const isChoosing = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest(`[data-side], [${headAttribute}]`) !== null;
