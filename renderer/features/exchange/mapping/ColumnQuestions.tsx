import { Checkbox, NumberInput } from '@mantine/core';
import { useId } from 'react';
import type { ColumnMapping } from '../../../../shared/workbook/foreign/mapping.ts';
import { type MoneyUnit, unitText } from '../../../../shared/workbook/foreign/moneyUnit.ts';
import type { ColumnQuestion, ColumnView } from '../../../../shared/workbook/foreign/sheetView.ts';
import { unitGiven } from '../../../../shared/workbook/foreign/suggestSheet.ts';
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
const askTexts = {
  dateOrder: 'askDate',
  decimalMark: 'askMark',
  year: 'askYear',
  factor: 'askUnit',
} as const;

/** Asked once for a column whose values leave something open. */
export function Question({
  question,
  sheet,
  column,
  mapping,
}: ColumnProps & { readonly question: ColumnQuestion }) {
  const t = useTexts(mappingTexts);
  const language = useLanguage();
  const id = useId();
  const { about, example } = question;
  const isOpen = (column.mapping[about] ?? null) === null;
  const unit = question.about === 'factor' ? unitText(question.before, language) : '';
  const text = t(askTexts[about], { example, unit });
  const answer = (said: ConventionAnswer): void =>
    mapping.change((draft) => withConvention(draft, sheet.name, column.column, said));
  return (
    <div className={classes.question}>
      <span id={`${id}-label`}>
        {isOpen ? (
          <StateMark state="warn">
            <span className={classes.questionText}>{text}</span>
          </StateMark>
        ) : (
          text
        )}
      </span>
      {question.about === 'factor' ? (
        <UnitAnswer
          id={id}
          before={question.before}
          column={column}
          onAnswer={(unit) => mapping.change((draft) => withUnit(draft, sheet.name, column.column, unit))}
        />
      ) : (
        <Answer id={id} question={question} column={column} onAnswer={answer} />
      )}
    </div>
  );
}

interface AnswerProps extends Pick<ColumnProps, 'column'> {
  readonly id: string;
  readonly question: Exclude<ColumnQuestion, { readonly about: 'factor' }>;
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

interface UnitAnswerProps extends Pick<AnswerProps, 'id' | 'column'> {
  readonly before: MoneyUnit;
  readonly onAnswer: (unit: Pick<ColumnMapping, 'currency' | 'factor'>) => void;
}

/** Whether the amounts are in the unit of the last table; one answer settles its factor and its currency. */
function UnitAnswer({ id, before, column: { mapping }, onAnswer }: UnitAnswerProps) {
  const t = useTexts(mappingTexts);
  const language = useLanguage();
  const { factor = 1, currency = null } = mapping;
  const isBefore = factor === before.factor && currency === before.currency;
  return (
    <ChoiceButtons
      id={id}
      labelledBy={`${id}-label`}
      describedBy={undefined}
      invalid={false}
      options={[
        { value: 'before', label: t('unitBefore', { unit: unitText(before, language) }) },
        { value: 'plain', label: t('unitPlain') },
      ]}
      value={factor === null ? null : isBefore ? 'before' : 'plain'}
      onChange={(chosen) =>
        onAnswer(chosen === 'plain' ? { factor: 1 } : { ...unitGiven(before), factor: before.factor })
      }
      onBlur={() => undefined}
    />
  );
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
  const now = { currency: chosen !== undefined, factor: times === factor };
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
