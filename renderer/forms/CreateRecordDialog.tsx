import { Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/language.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import type { AnyValues } from '../../shared/schema/fieldSpec.ts';
import { isRequired } from '../../shared/schema/isRequired.ts';
import { inSentence } from '../i18n/inSentence.ts';
import { useLanguage, useTexts } from '../i18n/useTexts.ts';
import { Notice } from '../ui/Notice.tsx';
import type { FormServices } from './formServices.ts';
import { formTexts } from './formTexts.ts';
import { RecordForm } from './RecordForm.tsx';

export interface CreateRecordDialogProps {
  readonly definition: AnyRecordDefinition;
  /** What was typed in search of it; becomes its name. */
  readonly name: string;
  readonly services: FormServices;
  readonly onCreated: (id: RecordId) => void;
  readonly onClose: () => void;
}

/** Makes a record that a reference was looking for, without leaving the form. */
export function CreateRecordDialog(props: CreateRecordDialogProps) {
  const { definition, name, services, onCreated, onClose } = props;
  const t = useTexts(formTexts);
  const language = useLanguage();
  const [failure, setFailure] = useState<string | null>(null);
  // The draft carries the typed name, so that it counts as input and not as something that was there.
  const base = useMemo(() => services.initialValues(definition), [services, definition]);
  const [draft] = useState(() => nameDraft(definition, name, language));
  const save = async (values: AnyValues): Promise<boolean> => {
    const created = await services.create(definition.type, values);
    if (created.ok) onCreated(created.value);
    else setFailure(created.error);
    return created.ok;
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('createTitle', { type: inSentence(definition.label.one, language) })}
      // The focus then begins in the first field; Esc and “Cancel” close.
      withCloseButton={false}
    >
      {failure === null ? null : (
        <Notice state="bad" role="alert">
          {failure}
        </Notice>
      )}
      <RecordForm
        definition={definition}
        id={null}
        base={base}
        services={services}
        draft={draft}
        onDraft={noDraft}
        short
        saveLabel={t('createAndPick')}
        onCancel={onClose}
        onSave={save}
      />
    </Modal>
  );
}

/** The typed name in the first required field that can hold it. */
function nameDraft(definition: AnyRecordDefinition, name: string, language: Language) {
  const key = definition.fieldKeys.find((candidate) => {
    const spec = definition.spec(candidate);
    return spec !== null && isRequired(spec) && (spec.kind === 'text' || spec.kind === 'localizedText');
  });
  if (key === undefined || name === '') return null;
  const isLocalized = definition.spec(key)?.kind === 'localizedText';
  return { [key]: { value: isLocalized ? { [languageOf(name, language)]: name } : name } };
}

// A Korean name typed on an English screen is still Korean.
const languageOf = (name: string, language: Language): Language =>
  /\p{Script=Hangul}/u.test(name)
    ? 'ko'
    : language === 'ko' && /^[\p{Script=Latin}\s\d.,&'()-]+$/u.test(name)
      ? 'en'
      : language;

const noDraft = (): void => undefined;
