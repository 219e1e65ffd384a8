import { utcToLocal } from '../../../shared/core/timeZones.ts';
import { codecOf } from '../../../shared/schema/codecByKind.ts';
import type { DateTime } from '../../../shared/schema/fieldSpec.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { cx } from '../../ui/cx.ts';
import { DateBox } from '../../ui/DateBox.tsx';
import boxes from '../../ui/inputs.module.css';
import { type FieldInput, inputFromTexts } from '../fieldInput.ts';
import { formTexts } from '../formTexts.ts';
import { type ControlProps, labelId } from './controlProps.ts';
import classes from './controls.module.css';
import { SelectBox } from './SelectBox.tsx';

export function DateControl(props: ControlProps<'date'>) {
  const { id, spec, required, input, services, describedBy, invalid, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  const language = useLanguage();
  return (
    <DateBox
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      required={required}
      text={input.texts?.[0] ?? (typeof input.value === 'string' ? input.value : '')}
      placeholder={t('dateForm')}
      calendarLabel={t('calendar')}
      onChange={(text) => onInput(inputFromTexts(spec, [text], language, services.references))}
      onBlur={onBlur}
    />
  );
}

export function DateTimeControl(props: ControlProps<'dateTime'>) {
  const { id, spec, required, input, services, describedBy, invalid, onInput, onBlur } = props;
  const t = useTexts(formTexts);
  const label = useLabel();
  const { date, time, zone } = partsOf(input, services.timeZone);
  const zones = zoneNames.includes(zone) ? zoneNames : [zone, ...zoneNames];
  const change = (next: Partial<Parts>): void => onInput(read({ date, time, zone, ...next }, spec));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend here, which the row already has.
    <div className={boxes.line} role="group" aria-labelledby={labelId(id)} onBlur={onBlur}>
      <DateBox
        id={id}
        label={label(spec.label)}
        describedBy={describedBy}
        invalid={invalid}
        required={required}
        text={date}
        placeholder={t('dateForm')}
        calendarLabel={t('calendar')}
        onChange={(text) => change({ date: text })}
        onBlur={onBlur}
      />
      <input
        className={cx(boxes.box, classes.time)}
        value={time}
        placeholder={t('timeForm')}
        aria-label={t('time')}
        aria-invalid={invalid}
        autoComplete="off"
        onChange={(event) => change({ time: event.currentTarget.value })}
      />
      <div className={cx(boxes.withButton, classes.zone)}>
        <SelectBox
          label={t('zone')}
          invalid={false}
          options={zones.map((name) => ({ value: name, label: name }))}
          value={zone}
          onChange={(name) => change({ zone: name })}
          onBlur={onBlur}
        />
      </div>
    </div>
  );
}

interface Parts {
  readonly date: string;
  readonly time: string;
  readonly zone: string;
}

const zoneNames: readonly string[] = Intl.supportedValuesOf('timeZone');

function partsOf({ texts, value }: FieldInput, timeZone: string): Parts {
  if (texts !== undefined) {
    const [date = '', time = '', zone = timeZone] = texts;
    return { date, time, zone };
  }
  if (!isDateTime(value)) return { date: '', time: '', zone: timeZone };
  const local = utcToLocal(value.utc, value.zone);
  return { date: local?.date ?? '', time: local?.time.slice(0, 5) ?? '', zone: value.zone };
}

/** Read as the Excel columns are: day and time in one, the zone in the other. */
function read({ date, time, zone }: Parts, spec: ControlProps<'dateTime'>['spec']): FieldInput {
  const texts = [date, time, zone];
  if (date.trim() === '' && time.trim() === '') return { value: undefined, texts };
  const cells = codecOf(spec).fromCells([`${date} ${time}`.trim(), zone], {
    language: 'en',
    references: noReferences,
  });
  return cells.ok ? { value: cells.value, texts } : { value: undefined, texts, problems: cells.error };
}

const noReferences = {
  titleOf: () => null,
  find: () => [],
  labelOf: (type: string) => ({ en: type, ko: type }),
};

function isDateTime(value: FieldInput['value']): value is DateTime {
  return typeof value === 'object' && 'utc' in value;
}
