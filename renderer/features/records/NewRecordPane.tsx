import { useMemo, useRef, useState } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { canonicalJson, type JsonObject } from '../../../shared/core/json.ts';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../../shared/schema/fieldSpec.ts';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { inSentence } from '../../i18n/inSentence.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useFormServices } from '../../stores/useFormServices.ts';
import { useRecordActions } from '../../stores/useRecordActions.ts';
import { useUndo } from '../../stores/useUndo.ts';
import { showToast } from '../../ui/toast.tsx';
import { valuesOfGiven } from './givenValues.ts';
import { PaneHead } from './PaneHead.tsx';
import classes from './RecordPane.module.css';
import { recordTexts } from './recordsTexts.ts';
import { useDraft } from './useDraft.ts';
import { useFocusFirstField } from './useFocusField.ts';

export interface NewRecordPaneProps {
  readonly definition: AnyRecordDefinition;
  /** A record to be duplicated; null starts with the usual values. */
  readonly template: AnyValues | null;
  /** What the page that leads here knows already; null for nothing. */
  readonly given: JsonObject | null;
  readonly onClose: () => void;
  readonly onCreated: (id: RecordId) => void;
}

export function NewRecordPane({ definition, template, given, onClose, onCreated }: NewRecordPaneProps) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const services = useFormServices();
  const actions = useRecordActions();
  const { toastWithUndo } = useUndo();
  const { draft, draftTime, draftKept, onDraft } = useDraft(
    // What was typed from one starting point is no draft for another.
    given === null ? `${definition.type}/new` : `${definition.type}/new ${canonicalJson(given)}`,
  );
  const body = useRef<HTMLDivElement>(null);
  useFocusFirstField(body);
  // As it was when the form opened: what a form starts with must not change while it is filled in.
  const [start] = useState(() => services.initialValues(definition));
  const base = useMemo(
    () => ({ ...start, ...valuesOfGiven(definition, given), ...template }),
    [start, definition, given, template],
  );
  const save = async (values: AnyValues): Promise<boolean> => {
    const created = await actions.create(definition.type, values);
    if (!created.ok) {
      showToast({ message: saveErrorText(created.error, language), failed: true });
      return false;
    }
    onDraft(null);
    toastWithUndo(t('saved'), created.value.changeSet?.id ?? null);
    onCreated(created.value.id);
    return true;
  };
  return (
    <section
      className={classes.pane}
      aria-label={t('newTitle', { type: inSentence(definition.label.one, language) })}
    >
      <PaneHead
        definition={definition}
        title={t('newTitle', { type: inSentence(definition.label.one, language) })}
        onClose={onClose}
      />
      <div ref={body} className={classes.body}>
        <RecordForm
          key={template === null ? 'new' : 'duplicate'}
          definition={definition}
          id={null}
          base={base}
          services={services}
          draft={template === null ? draft : null}
          {...(draftTime === undefined ? {} : { draftTime })}
          draftKept={draftKept}
          onDraft={onDraft}
          onSave={save}
        />
      </div>
    </section>
  );
}
