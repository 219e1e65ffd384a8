import { Checkbox, NumberInput } from '@mantine/core';
import { useId } from 'react';
import type { MoneyUnit } from '../../../../shared/workbook/foreign/moneyUnit.ts';
import type { ColumnQuestion, ColumnView } from '../../../../shared/workbook/foreign/sheetView.ts';
import type { SheetGrid } from '../../../../shared/workbook/grid.ts';
import { useLanguage, useTexts } from '../../../i18n/useTexts.ts';
import { ChoiceButtons } from '../../../ui/ChoiceButtons.tsx';
import { StateMark } from '../../../ui/Notice.tsx';
import classes from './Mapping.module.css';
import { type ConventionAnswer, withConvention, withUnit } from './mappingDraft.ts';
import { mappingTexts } from './mappingTexts.ts';
import type { Mapping } from './useMapping.ts';

interface ColumnProps {
  readonly sheet: SheetGrid;
  readonly column: ColumnView;
  readonly mapping: Mapping;
}

const markLabels = { '.': '1,234.5', ',': '1.234,5' } as const;
const askTexts = { dateOrder: 'askDate', decimalMark: 'askMark', year: 'askYear' } as const;

/** Asked once for a column whose values leave something open. */
export function Question({
  question,
  sheet,
  column,
  mapping,
}: ColumnProps & { readonly question: ColumnQuestion }) {
  const t = useTexts(mappingTexts);
  const id = useId();
  const { about, example } = question;
  const isOpen = (column.mapping[about] ?? null) === null;
  const text = t(askTexts[about], { example });
  const answer = (said: ConventionAnswer): void =>
    mapping.change((draft) => withConvention(draft, sheet.name, column.column, said));
  return (
    <div className={classes.question}>
      <span id={`${id}-label`}>{isOpen ? <StateMark state="warn">{text}</StateMark> : text}</span>
      <Answer id={id} question={question} column={column} onAnswer={answer} />
    </div>
  );
}

interface AnswerProps extends Pick<ColumnProps, 'column'> {
  readonly id: string;
  readonly question: ColumnQuestion;
  readonly onAnswer: (answer: ConventionAnswer) => void;
}

function Answer({ id, question, column: { mapping }, onAnswer }: AnswerProps) {
  const t = useTexts(mappingTexts);
  const labels = { id, labelledBy: `${id}-label`, describedBy: undefined, invalid: false };
  const shared = { ...labels, onBlur: () => undefined };
  switch (question.about) {
    case 'dateOrder':
      return (
        <ChoiceButtons
          {...shared}
          options={question.choices.map((value) => ({ value, label: t(value) }))}
          value={mapping.dateOrder}
          onChange={(chosen) =>
            onAnswer({ dateOrder: question.choices.find((choice) => choice === chosen) ?? null })
          }
        />
      );
    case 'decimalMark':
      return (
        <ChoiceButtons
          {...shared}
          options={question.choices.map((value) => ({ value, label: markLabels[value] }))}
          value={mapping.decimalMark}
          onChange={(chosen) =>
            onAnswer({ decimalMark: question.choices.find((choice) => choice === chosen) ?? null })
          }
        />
      );
    case 'year':
      return (
        <NumberInput
          id={id}
          aria-labelledby={`${id}-label`}
          className={classes.year}
          value={mapping.year ?? ''}
          min={1990}
          max={2100}
          allowDecimal={false}
          thousandSeparator={false}
          clampBehavior="none"
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1990 && value <= 2100) onAnswer({ year: value });
          }}
        />
      );
  }
}

/** What the table says that its amounts are in, each part of which can be left aside. */
export function UnitSwitches({
  unit: { currency, factor },
  sheet,
  column,
  mapping,
}: ColumnProps & { readonly unit: MoneyUnit }) {
  const t = useTexts(mappingTexts);
  const language = useLanguage();
  const { currency: chosen, factor: times } = column.mapping;
  const set = (unit: { readonly currency: boolean; readonly factor: boolean }): void =>
    mapping.change((draft) =>
      withUnit(draft, sheet.name, column.column, {
        ...(unit.currency && currency !== null ? { currency } : {}),
        ...(unit.factor ? { factor } : {}),
      }),
    );
  const now = { currency: chosen !== undefined, factor: times !== undefined };
  return (
    <div className={classes.question}>
      {currency === null ? null : (
        <Checkbox
          label={t('unitCurrency', { currency })}
          checked={now.currency}
          onChange={({ currentTarget: { checked } }) => set({ ...now, currency: checked })}
        />
      )}
      {factor === 1 ? null : (
        <Checkbox
          label={t('unitFactor', { factor: factor.toLocaleString(language) })}
          checked={now.factor}
          onChange={({ currentTarget: { checked } }) => set({ ...now, factor: checked })}
        />
      )}
    </div>
  );
}
