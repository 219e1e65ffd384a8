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
  ownCurrency: 'askOwnCurrency',
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
  const unit = askedUnit(question);
  const doubt = 'doubt' in question ? question.doubt : '';
  const ask = doubt === '' ? askTexts[about] : 'askDoubt';
  const text = t(ask, { example, doubt, unit: unit === null ? '' : unitText(unit, language) });
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
          question={question}
          column={column}
          onAnswer={(unit) => mapping.change((draft) => withUnit(draft, sheet.name, column.column, unit))}
        />
      ) : (
        <Answer id={id} question={question} column={column} onAnswer={answer} />
      )}
    </div>
  );
}

const askedUnit = (question: ColumnQuestion): MoneyUnit | null =>
  question.about === 'factor' ? question.before : question.about === 'ownCurrency' ? question.unit : null;

interface AnswerProps extends Pick<ColumnProps, 'column'> {
  readonly id: string;
  readonly question: Exclude<ColumnQuestion, { readonly about: 'factor' }>;
  readonly onAnswer: (answer: ConventionAnswer) => void;
}

function Answer({ id, question, column: { mapping }, onAnswer }: AnswerProps) {
  const t = useTexts(mappingTexts);
  const language = useLanguage();
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
    case 'ownCurrency':
      return (
        <ChoiceButtons
          {...shared}
          options={[
            { value: 'whole', label: t('unitPlain') },
            {
              value: 'unit',
              label: t('unitTimes', { factor: question.unit.factor.toLocaleString(language) }),
            },
          ]}
          value={mapping.ownCurrency ?? null}
          onChange={(chosen) => {
            const said = question.choices.find((choice) => choice === chosen);
            if (said !== undefined) onAnswer({ ownCurrency: said });
          }}
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
  readonly question: Extract<ColumnQuestion, { readonly about: 'factor' }>;
  readonly onAnswer: (unit: Pick<ColumnMapping, 'currency' | 'factor'>) => void;
}

function UnitAnswer({ question, ...props }: UnitAnswerProps) {
  return question.before === null ? (
    <FactorAnswer {...props} choices={question.choices} />
  ) : (
    <UnitBeforeAnswer {...props} before={question.before} />
  );
}

type FactorAnswerProps = Omit<UnitAnswerProps, 'question'> & { readonly choices: readonly number[] };

/** What the amounts are multiplied by; their currency is another matter. */
function FactorAnswer({ id, choices, column: { mapping }, onAnswer }: FactorAnswerProps) {
  const t = useTexts(mappingTexts);
  const language = useLanguage();
  const { currency, factor = null } = mapping;
  return (
    <ChoiceButtons
      id={id}
      labelledBy={`${id}-label`}
      describedBy={undefined}
      invalid={false}
      options={choices.map((times) => ({
        value: String(times),
        label: times === 1 ? t('unitPlain') : t('unitTimes', { factor: times.toLocaleString(language) }),
      }))}
      value={factor === null ? null : String(factor)}
      onChange={(chosen) =>
        onAnswer({ ...(currency === undefined ? {} : { currency }), factor: Number(chosen) })
      }
      onBlur={() => undefined}
    />
  );
}

type UnitBeforeProps = Omit<UnitAnswerProps, 'question'> & { readonly before: MoneyUnit };

/** Whether the amounts are in the unit of the last table; one answer settles its factor and its currency. */
function UnitBeforeAnswer({ id, before, column: { mapping }, onAnswer }: UnitBeforeProps) {
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
