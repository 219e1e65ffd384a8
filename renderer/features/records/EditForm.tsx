import { useState } from 'react';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../../shared/schema/fieldSpec.ts';
import type { StoredRecord } from '../../../shared/sync/record.ts';
import type { FormServices } from '../../forms/formServices.ts';
import { RecordForm } from '../../forms/RecordForm.tsx';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { saveErrorText } from '../../stores/saveErrorTexts.ts';
import { useSession } from '../../stores/services.tsx';
import { useRecordActions } from '../../stores/useRecordActions.ts';
import { useUndo } from '../../stores/useUndo.ts';
import { showToast } from '../../ui/toast.tsx';
import { recordTexts } from './recordsTexts.ts';
import { useDraft } from './useDraft.ts';

export interface EditFormProps {
  readonly definition: AnyRecordDefinition;
  readonly record: StoredRecord;
  readonly services: FormServices;
}

/** The form of a stored record. Where the record changes underneath, an untouched form shows it at once. */
export function EditForm({ definition, record, services }: EditFormProps) {
  const key = `${definition.type}/${record.id}`;
  const isTouched = useSession((session) => session.settings.drafts[key] !== undefined);
  const [shown, setShown] = useState(record);
  if (!isTouched && shown !== record) setShown(record);
  return (
    <FormOf
      key={versionOf(shown)}
      draftKey={key}
      definition={definition}
      record={shown}
      services={services}
    />
  );
}

function FormOf({ draftKey, definition, record, services }: EditFormProps & { readonly draftKey: string }) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const actions = useRecordActions();
  const { toastWithUndo } = useUndo();
  const { draft, draftTime, draftKept, onDraft } = useDraft(draftKey);
  const save = async (values: AnyValues, changed: readonly string[]): Promise<boolean> => {
    const saved = await actions.update(definition.type, record.id, values, changed);
    if (!saved.ok) {
      showToast({ message: saveErrorText(saved.error, language), failed: true });
      return false;
    }
    onDraft(null);
    toastWithUndo(t('saved'), saved.value.changeSet?.id ?? null);
    return true;
  };
  return (
    <RecordForm
      definition={definition}
      id={record.id}
      base={record.values}
      services={services}
      draft={draft}
      {...(draftTime === undefined ? {} : { draftTime })}
      draftKept={draftKept}
      onDraft={onDraft}
      onSave={save}
    />
  );
}

/** Differs when any path of the record was written again. */
const versionOf = ({ stamps }: StoredRecord): string =>
  Object.values(stamps).reduce((latest: string, stamp) => (stamp > latest ? stamp : latest), '');
