import { memo } from 'react';
import { reportCellText } from '../../../shared/reports/periodic/differenceTexts.ts';
import { reachedShare } from '../../../shared/reports/periodic/reportFigures.ts';
import {
  figureColumns,
  paperLabels,
  paperTitle,
  plannedNotesOf,
  type ReportPaper,
  writtenTexts,
} from '../../../shared/reports/periodic/reportPaper.ts';
import type {
  ReportCell,
  ReportColumn,
  ReportFigure,
  ReportSection,
  ReportTable,
} from '../../../shared/reports/periodic/reportSections.ts';
import { shortSeal } from '../../../shared/reports/periodic/sealedReport.ts';
import { sampleMark } from '../../../shared/reports/toldSamples.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { StateMark } from '../../ui/Notice.tsx';
import { usePrintedMark } from '../../ui/usePageStyle.ts';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';
import { usePrintedHeader } from './usePrintedHeader.ts';

/** A report as it is printed. */
export const ReportSheet = memo(function ReportSheet({ paper }: { readonly paper: ReportPaper }) {
  const { from, to, name, asOf, front, sections, seal, includesSample } = paper;
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const title = paperTitle(paper, language);
  const period = `${format.date(from)} – ${format.date(to)}`;
  usePrintedHeader(label(name), `${title} · ${period}`);
  usePrintedMark(includesSample ? label(sampleMark) : '');
  return (
    <article className={classes.paper} lang={language} data-print-alone>
      <header className={classes.paperHead}>
        <p>{label(paperLabels.programme)}</p>
        <h2>{title}</h2>
        <p className={classes.paperCenter}>{label(name)}</p>
        <p>
          {period} ({t('asOf', { date: format.date(asOf) })})
        </p>
        {includesSample ? <p className={classes.sampleMark}>{label(sampleMark)}</p> : null}
        {seal === null ? null : <p className={classes.seal}>{t('sealedAs', { seal: shortSeal(seal) })}</p>}
      </header>
      {front === undefined ? null : (
        <section className={classes.paperSection}>
          <PaperTable table={front} />
        </section>
      )}
      {sections.map((section, index) => (
        <PaperSection key={section.key} section={section} number={index + 1} paper={paper} />
      ))}
      {seal === null ? null : <footer className={classes.seal}>SHA-256 {seal}</footer>}
    </article>
  );
});

interface PaperSectionProps {
  readonly section: ReportSection;
  readonly number: number;
  readonly paper: ReportPaper;
}

function PaperSection({ section, number, paper: { kind, voices } }: PaperSectionProps) {
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const language = useLanguage();
  const written = writtenTexts(section, voices, language);
  return (
    <section className={classes.paperSection}>
      <h3>
        {number}. {label(section.title)}
      </h3>
      {written.length === 0 ? <p>{label(section.draft)}</p> : null}
      {written.map(({ field, heading, text, isForeign }) => (
        <div key={`${heading} ${field}`}>
          {heading === '' ? null : <h4>{heading}</h4>}
          <p className={classes.written}>{text}</p>
          {isForeign ? (
            <p className={classes.flag}>
              <StateMark state="warn">{t('missingLanguage')}</StateMark>
            </p>
          ) : null}
        </div>
      ))}
      {section.figures.length === 0 ? null : <FigureTable figures={section.figures} kind={kind} />}
      {section.tables.map((table) => (
        <PaperTable key={table.key} table={table} />
      ))}
    </section>
  );
}

interface FigureTableProps {
  readonly figures: readonly ReportFigure[];
  readonly kind: ReportPaper['kind'];
}

function FigureTable({ figures, kind }: FigureTableProps) {
  const label = useLabel();
  const language = useLanguage();
  const text = (value: number | null, format: ReportFigure['format']): string =>
    reportCellText(value, language, format) || '–';
  const notes = plannedNotesOf(figures, language);
  const columns = figureColumns(kind);
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{label(paperLabels.indicator)}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-number>
                {label(column.label)}
              </th>
            ))}
            <th scope="col" data-number>
              {label(paperLabels.reached)}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">
                {label(figure.label)}
                {figure.unit === null ? '' : ` (${label(figure.unit)})`}
              </th>
              {columns.map(({ key }) => (
                <td key={key} data-number>
                  {text(figure[key], figure.format)}
                </td>
              ))}
              <td data-number>{text(reachedShare(figure), 'percent')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className={classes.none}>
          {note}
        </p>
      ))}
    </>
  );
}

function PaperTable({ table }: { readonly table: ReportTable }) {
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const text = (cell: ReportCell, kind: ReportColumn['kind'] | undefined): string =>
    typeof cell === 'string'
      ? format.date(cell)
      : reportCellText(cell, language, kind === 'year' ? 'year' : 'decimal');
  const whole = table.columns.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <h4>{label(table.title)}</h4>
      {table.rows.length === 0 ? (
        <p className={classes.none}>{label(paperLabels.nothing)}</p>
      ) : (
        <table className={classes.table}>
          <colgroup>
            {table.columns.map((column) => (
              <col key={column.label.en} width={`${(100 * column.weight) / whole}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.label.en} scope="col" data-number={isNumber(column.kind)}>
                  {label(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={row.record?.id ?? index} data-total={row.total}>
                {row.cells.map((cell, place) => (
                  <td
                    key={table.columns[place]?.label.en}
                    data-number={isNumber(table.columns[place]?.kind)}
                    data-date={typeof cell === 'string' ? true : undefined}
                  >
                    {text(cell, table.columns[place]?.kind)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const isNumber = (kind: string | undefined): true | undefined =>
  kind === 'number' || kind === 'year' || kind === 'usd' ? true : undefined;
