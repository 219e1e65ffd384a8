import { useState } from 'react';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { sortedSet } from '../../../shared/schema/codecs/choices.ts';
import { inSentence } from '../../i18n/inSentence.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Picker } from '../../ui/Picker.tsx';
import { CreateRecordDialog } from '../CreateRecordDialog.tsx';
import type { FieldInput } from '../fieldInput.ts';
import { formTexts } from '../formTexts.ts';
import { type ControlProps, labelId } from './controlProps.ts';

export function RefControl(props: ControlProps<'ref'>) {
  const { input, onInput } = props;
  const ids = isRecordId(input.value) ? [input.value] : [];
  return (
    <ReferencePicker
      {...props}
      to={props.spec.to}
      ids={ids}
      multiple={false}
      onChange={([id]) => onInput({ value: id })}
    />
  );
}

export function RefsControl(props: ControlProps<'refs'>) {
  const { input, onInput } = props;
  return (
    <ReferencePicker
      {...props}
      to={props.spec.to}
      ids={idsOf(input.value)}
      multiple
      onChange={(ids) => onInput({ value: ids.length === 0 ? undefined : sortedSet(ids) })}
    />
  );
}

export interface ReferencePickerProps
  extends Pick<ControlProps, 'id' | 'required' | 'services' | 'describedBy' | 'invalid' | 'onBlur'> {
  readonly to: string;
  readonly ids: readonly RecordId[];
  readonly multiple: boolean;
  readonly onChange: (ids: readonly RecordId[]) => void;
}

/** Chooses among the records of a type, and makes new ones on the spot. */
export function ReferencePicker(props: ReferencePickerProps) {
  const { id, required, to, ids, multiple, services, onChange } = props;
  const t = useTexts(formTexts);
  const language = useLanguage();
  const [asked, setAsked] = useState<string | null>(null);
  const definition = services.definitionOf(to);
  const known = services.options(to);
  // A record that was deleted meanwhile is still named.
  const options = [
    ...known,
    ...ids
      .filter((chosen) => !known.some(({ value }) => value === chosen))
      .map((chosen) => ({ value: chosen, label: services.references.titleOf(to, chosen) ?? chosen })),
  ];
  const add = (created: RecordId): void => {
    setAsked(null);
    onChange(multiple ? [...ids, created] : [created]);
    document.getElementById(id)?.focus();
  };
  const typeName = definition === null ? '' : inSentence(definition.label.one, language);
  return (
    <>
      <Picker
        id={id}
        labelledBy={labelId(id)}
        describedBy={props.describedBy}
        invalid={props.invalid}
        required={required}
        options={options}
        values={ids}
        multiple={multiple}
        texts={{
          placeholder: t('pick'),
          nothing: t('nothing'),
          more: t('more'),
          remove: (name) => t('remove', { name }),
          create: (query) =>
            query === '' ? t('createNew', { type: typeName }) : t('create', { name: query }),
        }}
        onChange={(values) => onChange(values.filter(isRecordId))}
        onBlur={props.onBlur}
        {...(definition === null ? {} : { onCreate: setAsked })}
      />
      {asked === null || definition === null ? null : (
        <CreateRecordDialog
          definition={definition}
          name={asked}
          services={services}
          onCreated={add}
          onClose={() => {
            setAsked(null);
            document.getElementById(id)?.focus();
          }}
        />
      )}
    </>
  );
}

export function idsOf(value: FieldInput['value']): readonly RecordId[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter(isRecordId);
}
