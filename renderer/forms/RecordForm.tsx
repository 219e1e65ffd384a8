import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isJsonObject } from '../../shared/core/json.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import { isRequired } from '../../shared/schema/isRequired.ts';
import { useLabel, useTexts } from '../i18n/useTexts.ts';
import { Notice } from '../ui/Notice.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FieldRow } from './FieldRow.tsx';
import { formTexts } from './formTexts.ts';
import { groupsOf } from './groupsOf.ts';
import classes from './RecordForm.module.css';
import { type RecordFormOptions, type RecordFormState, useRecordForm } from './useRecordForm.ts';
import { useServicesOf } from './useServicesOf.ts';

export interface RecordFormProps extends RecordFormOptions {
  /** When the draft was left, for the line that tells of it. */
  readonly draftTime?: string;
  /** Whether what was typed outlasts the window; said beside the button. */
  readonly draftKept?: boolean;
  /** Only the fields that must be filled in, with a button for the others: for records made on the spot. */
  readonly short?: boolean;
  readonly saveLabel?: string;
  readonly onCancel?: () => void;
  /**
   * Saves; true when it is done. `changed` names the fields that the person touched; the others may have been
   * changed elsewhere meanwhile and must stay as they are.
   */
  readonly onSave: (values: AnyValues, changed: readonly string[]) => Promise<boolean>;
}

const noFindings = [] as const;
const noInput = { value: undefined } as const;

/** A record's form, made of its declaration: one column, grouped by question, side notes, errors beside the field. */
export function RecordForm(props: RecordFormProps) {
  const { definition, draft, draftTime, short = false, onSave } = props;
  const t = useTexts(formTexts);
  const label = useLabel();
  const prefix = useId();
  const form = useRecordForm(props);
  const services = useServicesOf(props.services, definition, form.values);
  const summary = useRef<HTMLDivElement>(null);
  const [isSaving, setSaving] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const [showAll, setShowAll] = useState(!short);
  const idOf = (field: string): string => `${prefix}-${field}`;

  useEffect(() => {
    if (attempts > 0) summary.current?.focus();
  }, [attempts]);

  const save = async (): Promise<void> => {
    if (isSaving) return;
    form.attempt();
    if (form.errors.length > 0) {
      setShowAll(true);
      setAttempts((count) => count + 1);
      return;
    }
    setSaving(true);
    await onSave(form.values, form.changed);
    setSaving(false);
  };

  const groups = groupsOf(definition, (key, spec) => {
    if (services.isHidden(definition, key)) return false;
    return showAll || isRequired(spec, form.values);
  });
  return (
    <form
      autoComplete="off"
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void save();
      }}
      onKeyDown={(event) => onFormKey(event, () => void save())}
    >
      <div className={classes.top}>
        {isJsonObject(draft) && draftTime !== undefined && form.changed.length > 0 ? (
          <DraftNotice time={draftTime} onDiscard={form.reset} />
        ) : null}
        <ErrorSummary ref={summary} definition={definition} form={form} idOf={idOf} />
      </div>
      {groups.map((group) => (
        <fieldset key={group.key} className={classes.group}>
          <legend className={classes.groupLabel}>{label(group.label)}</legend>
          {group.fields.map(({ key, spec }) => (
            <FieldRow
              key={key}
              id={idOf(key)}
              field={key}
              spec={spec}
              required={isRequired(spec, form.values)}
              input={form.inputs[key] ?? noInput}
              findings={form.shownFindings.get(key) ?? noFindings}
              services={services}
              onInput={form.setInput}
              onBlur={form.visit}
            />
          ))}
        </fieldset>
      ))}
      {showAll ? null : (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setShowAll(true)}>
            {t('moreFields')}
          </Button>
        </div>
      )}
      <p className={classes.note}>{t('requiredNote')}</p>
      <SaveBar {...props} form={form} isSaving={isSaving} />
    </form>
  );
}

function SaveBar({
  form,
  isSaving,
  id,
  saveLabel,
  onCancel,
  draftKept = false,
}: RecordFormProps & { readonly form: RecordFormState; readonly isSaving: boolean }) {
  const t = useTexts(formTexts);
  const isChanged = form.changed.length > 0;
  return (
    <div className={classes.bar}>
      <Button type="submit" disabled={id !== null && !isChanged}>
        {isSaving ? t('saving') : (saveLabel ?? t('save'))}
        <span className={classes.keys} aria-hidden="true">
          {t('saveKeys')}
        </span>
      </Button>
      {onCancel === undefined ? null : (
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
      {isChanged && onCancel === undefined ? (
        <Button variant="subtle" color="gray" onClick={form.reset}>
          {t('discardChanges')}
        </Button>
      ) : null}
      <span className={classes.barNote} role="status">
        {isChanged && onCancel === undefined ? t(draftKept ? 'unsaved' : 'unsavedYet') : ''}
      </span>
    </div>
  );
}

function DraftNotice({ time, onDiscard }: { readonly time: string; readonly onDiscard: () => void }) {
  const t = useTexts(formTexts);
  return (
    <Notice
      state="info"
      role="status"
      actions={
        <Button variant="subtle" size="compact-sm" onClick={onDiscard}>
          {t('discardDraft')}
        </Button>
      }
    >
      {t('draftRestored', { time })}
    </Notice>
  );
}

/** Ctrl+Enter and Ctrl+S save; Enter alone in a line does not, because people press it to go on. */
function onFormKey(event: KeyboardEvent<HTMLFormElement>, save: () => void): void {
  // A dialogue's keys come through here as well, because React hands them to the form that opened it.
  const isOwn = event.target instanceof Element && event.currentTarget.contains(event.target);
  if (!isOwn || event.nativeEvent.isComposing) return;
  const hasControl = event.ctrlKey || event.metaKey;
  if (hasControl && (event.key === 'Enter' || event.code === 'KeyS')) {
    event.preventDefault();
    event.stopPropagation();
    save();
  } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}
