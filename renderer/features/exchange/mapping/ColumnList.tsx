import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { isRequired } from '../../../../shared/schema/isRequired.ts';
import { columnLetters } from '../../../../shared/workbook/columns.ts';
import type { Assignment } from '../../../../shared/workbook/foreign/assignColumns.ts';
import { sureConfidence } from '../../../../shared/workbook/foreign/assignColumns.ts';
import { columnParts } from '../../../../shared/workbook/foreign/fieldParts.ts';
import { type ColumnView, partLabel, type SheetView } from '../../../../shared/workbook/foreign/sheetView.ts';
import type { SheetStart } from '../../../../shared/workbook/foreign/startMapping.ts';
import type { SheetGrid } from '../../../../shared/workbook/grid.ts';
import { useLabel, useTexts } from '../../../i18n/useTexts.ts';
import { StateMark } from '../../../ui/Notice.tsx';
import { Question, UnitSwitches } from './ColumnQuestions.tsx';
import classes from './Mapping.module.css';
import { isSameColumn, withAddress } from './mappingDraft.ts';
import { mappingTexts } from './mappingTexts.ts';
import type { Mapping } from './useMapping.ts';

export interface ColumnListProps {
  readonly sheet: SheetGrid;
  readonly view: SheetView;
  readonly start: SheetStart;
  readonly mapping: Mapping;
}

/** Each column of the file with the field that it goes to, its first values, and as what they are read. */
export function ColumnList({ sheet, view, start, mapping }: ColumnListProps) {
  const t = useTexts(mappingTexts);
  const [isWhole, setWhole] = useState(false);
  const sheetCount = mapping.base.grid.sheets.length;
  const columns = isWhole ? view.columns : columnsShown(view.columns, sheetCount);
  const hidden = view.columns.length - columns.length;
  return (
    <>
      <ul className={classes.columns} aria-label={t('columns', { sheet: sheet.name })}>
        <li className={classes.columnHead} aria-hidden="true">
          <span>{t('column')}</span>
          <span>{t('field')}</span>
          <span>{t('inFile')}</span>
          <span>{t('asRead')}</span>
        </li>
        {columns.map((column) => (
          <ColumnItem
            key={column.column.position}
            sheet={sheet}
            view={view}
            column={column}
            assignment={assignmentOf(start, column)}
            mapping={mapping}
          />
        ))}
      </ul>
      {hidden === 0 ? null : (
        <p className={classes.help}>
          {t('columnsHidden', { count: hidden })}{' '}
          <Button variant="default" size="compact-sm" onClick={() => setWhole(true)}>
            {t('showColumns')}
          </Button>
        </p>
      )}
    </>
  );
}

/** Of columns that are left out, so many are listed in all sheets; of each sheet, at least the lower number. */
const leftOutShown = 100;
const leastLeftOutShown = 10;

/** All columns that go to a field, and the first of the others: a window cannot draw thousands of choices at once. */
function columnsShown(columns: readonly ColumnView[], sheets: number): readonly ColumnView[] {
  let left = Math.max(leastLeftOutShown, Math.floor(leftOutShown / sheets));
  return columns.filter(({ part }) => part !== null || left-- > 0);
}

/** How the suggestion was found; null once a person chose another field. */
function assignmentOf({ mapping, assignments }: SheetStart, { column, part }: ColumnView): Assignment | null {
  const index = mapping.columns.findIndex((one) => isSameColumn(one, column));
  const assignment = assignments[index];
  return assignment !== undefined && part !== null && assignment.address === part.address ? assignment : null;
}

interface ColumnItemProps extends Pick<ColumnListProps, 'sheet' | 'view' | 'mapping'> {
  readonly column: ColumnView;
  readonly assignment: Assignment | null;
}

function ColumnItem({ sheet, view, column, assignment, mapping }: ColumnItemProps) {
  const t = useTexts(mappingTexts);
  const { header, position } = column.column;
  const letters = columnLetters(position);
  return (
    <li className={classes.column} data-left-out={column.part === null}>
      <div className={classes.columnName}>
        <span className={classes.letters}>{letters}</span>
        <span className={classes.text}>{header === '' ? t('noHeader') : header}</span>
      </div>
      <div className={classes.target}>
        <FieldSelect sheet={sheet} view={view} column={column} letters={letters} mapping={mapping} />
        <Certainty assignment={assignment} />
        {column.unreadable > 0 ? (
          <StateMark state="bad">{t('unreadable', { count: column.unreadable })}</StateMark>
        ) : null}
      </div>
      <Samples column={column} />
      {column.questions.map((question) => (
        <Question key={question.about} question={question} sheet={sheet} column={column} mapping={mapping} />
      ))}
      {column.unit === null ? null : (
        <UnitSwitches unit={column.unit} sheet={sheet} column={column} mapping={mapping} />
      )}
    </li>
  );
}

function Certainty({ assignment }: { readonly assignment: Assignment | null }) {
  const t = useTexts(mappingTexts);
  if (assignment === null) return null;
  const { confidence, from } = assignment;
  if (from === 'content') return <StateMark state="warn">{t('fromValues')}</StateMark>;
  return confidence >= sureConfidence ? (
    <span className={classes.help}>{t('sure')}</span>
  ) : (
    <StateMark state="warn">{t('guess')}</StateMark>
  );
}

function FieldSelect({
  sheet,
  view,
  column,
  letters,
  mapping,
}: Omit<ColumnItemProps, 'assignment'> & { readonly letters: string }) {
  const t = useTexts(mappingTexts);
  const label = useLabel();
  const { definition } = view.table;
  const parts = definition === null ? [] : [...columnParts(definition).values()];
  return (
    <NativeSelect
      aria-label={t('fieldOf', { column: letters })}
      value={column.part?.address ?? ''}
      data={[
        { value: '', label: `— ${t('leaveColumn')} —` },
        ...parts.map((part) => ({
          value: part.address,
          label: `${label(partLabel(part))}${isRequired(part.spec) ? ' *' : ''}`,
        })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        mapping.change((draft) => withAddress(draft, sheet, column.column, value === '' ? null : value))
      }
    />
  );
}

function Samples({ column }: { readonly column: ColumnView }) {
  const t = useTexts(mappingTexts);
  const { samples, part } = column;
  if (samples.length === 0) return <span className={classes.help}>{t('noValues')}</span>;
  return (
    <ul className={classes.samples}>
      {samples.map(({ raw, read }) => (
        <li key={raw} className={classes.sample}>
          <span className={classes.raw}>{shortened(raw)}</span>
          <span className={classes.read}>
            {part === null ? null : read === null ? (
              <StateMark state="bad">{t('cannotRead')}</StateMark>
            ) : (
              shortened(read)
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
