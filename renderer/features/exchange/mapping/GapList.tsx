import { NativeSelect, TextInput } from '@mantine/core';
import { columnLetters } from '../../../../shared/workbook/columns.ts';
import { type FieldPart, fieldPartOf } from '../../../../shared/workbook/foreign/fieldParts.ts';
import type { Fill } from '../../../../shared/workbook/foreign/mapping.ts';
import { partLabel, type SheetView } from '../../../../shared/workbook/foreign/sheetView.ts';
import type { SheetStart } from '../../../../shared/workbook/foreign/startMapping.ts';
import type { SheetGrid } from '../../../../shared/workbook/grid.ts';
import { useLabel, useTexts } from '../../../i18n/useTexts.ts';
import { useFormServices } from '../../../stores/useFormServices.ts';
import { StateMark } from '../../../ui/Notice.tsx';
import classes from './Mapping.module.css';
import { withFill } from './mappingDraft.ts';
import { mappingTexts } from './mappingTexts.ts';
import type { Mapping } from './useMapping.ts';

export interface GapListProps {
  readonly sheet: SheetGrid;
  readonly view: SheetView;
  readonly start: SheetStart;
  readonly mapping: Mapping;
}

/** Required fields that no column gives, each with a way to give it for all rows. */
export function GapList(props: GapListProps) {
  const t = useTexts(mappingTexts);
  const { view } = props;
  const { definition, fills } = view.table;
  if (definition === null) return null;
  const given = view.table.mapping.fills.flatMap(({ address }) => {
    const part = fieldPartOf(definition, address);
    // A column that was mapped since gives it now.
    return part !== null && fills.some((fill) => fill.part.address === address) ? [part] : [];
  });
  const parts = [...given, ...view.missing.filter((part) => !given.includes(part))].sort(
    (a, b) => orderOf(definition.fieldKeys, a) - orderOf(definition.fieldKeys, b),
  );
  if (parts.length === 0) return null;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.groupTitle}>{t('gaps')}</legend>
      <p className={classes.help}>{t('gapsHelp')}</p>
      {parts.map((part) => (
        <Gap key={part.address} part={part} {...props} />
      ))}
    </fieldset>
  );
}

const orderOf = (keys: readonly string[], { key }: FieldPart): number => keys.indexOf(key);

const oneText = 'text';

function Gap({ part, sheet, view, start, mapping }: GapListProps & { readonly part: FieldPart }) {
  const t = useTexts(mappingTexts);
  const label = useLabel();
  const name = label(partLabel(part));
  const fill = view.table.mapping.fills.find(({ address }) => address === part.address) ?? null;
  const choices = useFillChoices(part);
  const set = (next: Fill | null): void =>
    mapping.change((draft) => withFill(draft, sheet.name, part.address, next));
  const columnOptions = view.columns.map(({ column }) => ({
    value: `column ${column.position}`,
    label: t('sameAs', { column: `${columnLetters(column.position)} ${column.header}`.trim() }),
  }));
  const textOptions = choices ?? [{ value: oneText, label: t('oneValue') }];
  const shown = shownValue(fill, view, choices !== null);
  const choose = (value: string): void => {
    const column = view.columns.find((one) => `column ${one.column.position}` === value)?.column;
    if (value === '') set(null);
    else if (column !== undefined) {
      set({ address: part.address, from: 'column', header: column.header, nth: column.nth });
    } else set({ address: part.address, from: 'text', text: value === oneText ? '' : value });
  };
  return (
    <div className={classes.gap}>
      <span className={classes.gapName}>
        {name}
        {view.missing.includes(part) ? <StateMark state="warn">{t('notGiven')}</StateMark> : null}
        {fill?.from === 'text' && start.recalledFills.includes(fill) ? (
          <StateMark state="warn">{t('fromLastTable')}</StateMark>
        ) : null}
      </span>
      <NativeSelect
        aria-label={t('allRows', { field: name })}
        value={shown}
        data={[{ value: '', label: `— ${t('notGiven')} —` }, ...textOptions, ...columnOptions]}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      {shown === oneText ? (
        <FillText
          part={part}
          label={t('valueOf', { field: name })}
          text={fill?.from === 'text' ? fill.text : ''}
          onChange={(text) => set({ address: part.address, from: 'text', text })}
        />
      ) : null}
    </div>
  );
}

function shownValue(fill: Fill | null, view: SheetView, hasChoices: boolean): string {
  if (fill === null) return '';
  if (fill.from === 'text') return hasChoices ? fill.text : oneText;
  const source = view.columns.find(({ column }) => column.header === fill.header && column.nth === fill.nth);
  return source === undefined ? '' : `column ${source.column.position}`;
}

function FillText({
  part,
  label,
  text,
  onChange,
}: {
  readonly part: FieldPart;
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  return part.spec.kind === 'date' ? (
    <TextInput
      type="date"
      aria-label={label}
      value={text}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  ) : (
    <TextInput aria-label={label} value={text} onChange={(e) => onChange(e.currentTarget.value)} />
  );
}

/** The values that a part can have, where they are few and known. */
function useFillChoices({
  spec,
}: FieldPart): readonly { readonly value: string; readonly label: string }[] | null {
  const label = useLabel();
  const { options } = useFormServices();
  switch (spec.kind) {
    case 'choice':
      return spec.choices.map((choice) => ({ value: choice.value, label: label(choice.label) }));
    case 'ref':
    case 'refs':
      return options(spec.to).map((option) => ({ value: option.value, label: option.label }));
    default:
      return null;
  }
}
