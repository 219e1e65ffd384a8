import type { IsoDate } from '../../../shared/core/dates.ts';
import type { Label } from '../../../shared/core/language.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { reportKind } from '../../../shared/records/reportFields.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { reportCellText } from '../../../shared/reports/periodic/differenceTexts.ts';
import type { ReportKind } from '../../../shared/reports/periodic/reportContent.ts';
import { reachedShare } from '../../../shared/reports/periodic/reportFigures.ts';
import {
  type ReportCell,
  type ReportFigure,
  type ReportSection,
  type ReportTable,
  textsBySection,
} from '../../../shared/reports/periodic/reportSections.ts';
import { type SealedReport, shortSeal } from '../../../shared/reports/periodic/sealedReport.ts';
import type { LocalizedText } from '../../../shared/schema/fieldSpec.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import classes from './Reports.module.css';
import { reportsTexts } from './reportsTexts.ts';

export interface ReportPaperProps {
  readonly kind: ReportKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly centerName: Label;
  readonly asOf: IsoDate;
  readonly sections: readonly ReportSection[];
  readonly texts: SealedReport['texts'];
  readonly seal: string | null;
}

/** A report as it is printed. */
export function ReportPaper(props: ReportPaperProps) {
  const { kind, from, to, centerName, asOf, sections, texts, seal } = props;
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  return (
    <article className={classes.paper} lang={language} data-print-alone>
      <header className={classes.paperHead}>
        <p>{t('programme')}</p>
        <h2>{choiceTitle(reportKind, kind, language)}</h2>
        <p className={classes.paperCenter}>{label(centerName)}</p>
        <p>
          {format.date(from)} – {format.date(to)} ({t('asOf', { date: format.date(asOf) })})
        </p>
        {seal === null ? null : <p className={classes.seal}>{t('sealedAs', { seal: shortSeal(seal) })}</p>}
      </header>
      {sections.map((section, index) => (
        <PaperSection key={section.key} section={section} number={index + 1} texts={texts} />
      ))}
      {seal === null ? null : <footer className={classes.seal}>SHA-256 {seal}</footer>}
    </article>
  );
}

interface PaperSectionProps {
  readonly section: ReportSection;
  readonly number: number;
  readonly texts: SealedReport['texts'];
}

function PaperSection({ section, number, texts }: PaperSectionProps) {
  const label = useLabel();
  const written = textsBySection[section.key].flatMap((field) => {
    const text = texts[field];
    return text === undefined ? [] : [{ field, text }];
  });
  return (
    <section className={classes.paperSection}>
      <h3>
        {number}. {label(section.title)}
      </h3>
      {written.length === 0 ? <p>{label(section.draft)}</p> : null}
      {written.map(({ field, text }) => (
        <WrittenText key={field} field={field} text={text} titled={textsBySection[section.key].length > 1} />
      ))}
      {section.figures.length === 0 ? null : <FigureTable figures={section.figures} />}
      {section.tables.map((table) => (
        <PaperTable key={table.key} table={table} />
      ))}
    </section>
  );
}

function WrittenText({
  field,
  text,
  titled,
}: {
  readonly field: string;
  readonly text: LocalizedText;
  readonly titled: boolean;
}) {
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const language = useLanguage();
  const spec = definitionOf('report').spec(field);
  const own = text[language];
  const shown = own ?? text.en ?? text.ko ?? text.local ?? '';
  return (
    <>
      {titled && spec !== null ? <h4>{label(spec.label)}</h4> : null}
      <p className={classes.written}>{shown}</p>
      {own === undefined ? <p className={classes.flag}>{t('missingLanguage')}</p> : null}
    </>
  );
}

function FigureTable({ figures }: { readonly figures: readonly ReportFigure[] }) {
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const language = useLanguage();
  const text = (value: number | null, format: ReportFigure['format']): string =>
    reportCellText(value, language, format) || '–';
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('indicator')}</th>
          {(['value', 'periodTarget', 'toDate', 'target', 'reached'] as const).map((key) => (
            <th key={key} scope="col" data-number>
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.key}>
            <th scope="row">
              {label(figure.label)}
              {figure.unit === null ? '' : ` (${label(figure.unit)})`}
            </th>
            <td data-number>{text(figure.value, figure.format)}</td>
            <td data-number>{text(figure.periodTarget, figure.format)}</td>
            <td data-number>{text(figure.toDate, figure.format)}</td>
            <td data-number>{text(figure.target, figure.format)}</td>
            <td data-number>{text(reachedShare(figure), 'percent')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PaperTable({ table }: { readonly table: ReportTable }) {
  const t = useTexts(reportsTexts);
  const label = useLabel();
  const language = useLanguage();
  const format = useFormat();
  const text = (cell: ReportCell): string =>
    typeof cell === 'string' ? format.date(cell) : reportCellText(cell, language);
  const whole = table.columns.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <h4>{label(table.title)}</h4>
      {table.rows.length === 0 ? (
        <p className={classes.none}>{t('nothing')}</p>
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
                  <td key={table.columns[place]?.label.en} data-number={isNumber(table.columns[place]?.kind)}>
                    {text(cell)}
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
  kind === 'number' || kind === 'usd' ? true : undefined;
