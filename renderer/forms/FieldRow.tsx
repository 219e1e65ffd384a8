import { CircleAlert, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { FieldSpec } from '../../shared/schema/fieldSpec.ts';
import { type Finding, findingText } from '../../shared/schema/validate.ts';
import { useLabel, useLanguage, useTexts } from '../i18n/useTexts.ts';
import { labelId } from './controls/controlProps.ts';
import { hasManyParts } from './controls/hasManyParts.ts';
import { FieldControl } from './FieldControl.tsx';
import classes from './FieldRow.module.css';
import type { FieldInput } from './fieldInput.ts';
import type { FormServices } from './formServices.ts';
import { formTexts } from './formTexts.ts';

export interface FieldRowProps {
  readonly id: string;
  readonly field: string;
  readonly spec: FieldSpec;
  readonly required: boolean;
  readonly input: FieldInput;
  readonly findings: readonly Finding[];
  readonly services: FormServices;
  readonly onInput: (field: string, input: FieldInput) => void;
  readonly onBlur: (field: string) => void;
}

/** A field: label, control, what is wrong with it, and the side note that explains it. */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { id, field, spec, required, input, findings, services, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  const label = useLabel();
  const messagesId = findings.length === 0 ? null : `${id}-messages`;
  const helpId = spec.help === undefined ? null : `${id}-help`;
  const describedBy = [messagesId, helpId].filter((part) => part !== null).join(' ');
  const name = (
    <>
      {label(spec.label)}
      {required ? (
        <span className={classes.required} title={t('required')}>
          {' *'}
        </span>
      ) : null}
    </>
  );
  return (
    <div className={classes.row} data-field={field}>
      {hasManyParts(spec) ? (
        <span className={classes.label} id={labelId(id)}>
          {name}
        </span>
      ) : (
        <label className={classes.label} id={labelId(id)} htmlFor={id}>
          {name}
        </label>
      )}
      <div className={classes.control}>
        <FieldControl
          id={id}
          spec={spec}
          required={required}
          input={input}
          services={services}
          describedBy={describedBy === '' ? undefined : describedBy}
          invalid={findings.some(({ level }) => level === 'error')}
          onInput={(next) => onInput(field, next)}
          onBlur={() => onBlur(field)}
        />
      </div>
      {messagesId === null ? null : <Messages id={messagesId} findings={findings} />}
      {spec.help === undefined ? null : (
        <p className={classes.help} id={helpId ?? undefined}>
          {label(spec.help)}
        </p>
      )}
    </div>
  );
});

function Messages({ id, findings }: { readonly id: string; readonly findings: readonly Finding[] }) {
  const language = useLanguage();
  return (
    <ul className={classes.messages} id={id}>
      {findings.map((finding) => (
        <li key={finding.code} className={classes.message} data-level={finding.level}>
          {finding.level === 'error' ? (
            <CircleAlert size={14} aria-hidden="true" />
          ) : (
            <TriangleAlert size={14} aria-hidden="true" />
          )}
          <span>{findingText(finding, language)}</span>
        </li>
      ))}
    </ul>
  );
}
