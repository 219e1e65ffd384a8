import type { ReactNode } from 'react';
import type { Label } from '../../../shared/core/language.ts';
import { sampleMark } from '../../../shared/reports/toldSamples.ts';
import { onPaper, type PaperLanguage } from '../../i18n/onPaper.ts';
import classes from '../../ui/Paper.module.css';
import { usePrintedMark } from '../../ui/usePageStyle.ts';
import type { HandOverPaper, PaperLine } from './handOverPaper.ts';
import { sheetLabels, workLabels } from './handOverTexts.ts';

interface SheetProps {
  readonly paper: HandOverPaper;
  readonly language: PaperLanguage;
}

/** The handover as it is printed and signed by both. */
export function HandOverSheet({ paper, language }: SheetProps) {
  const say = (label: Label): string => onPaper(label, language);
  const mark = paper.includesSample ? say(sampleMark) : '';
  usePrintedMark(mark);
  return (
    <article className={classes.sheet} aria-label={say(sheetLabels.heading)}>
      <header className={classes.letterhead}>
        {paper.centers.map((center) => (
          <p key={center.en} className={classes.center}>
            {say(center)}
          </p>
        ))}
      </header>
      {mark === '' ? null : <p className={classes.sampleMark}>{mark}</p>}
      <h2 className={classes.heading}>{say(sheetLabels.heading)}</h2>
      <dl className={classes.facts}>
        <Fact label={say(sheetLabels.from)}>{say(paper.from)}</Fact>
        <Fact label={say(sheetLabels.to)}>{say(paper.to ?? sheetLabels.notChosen)}</Fact>
        <Fact label={say(sheetLabels.date)}>{say(paper.date)}</Fact>
        <Fact label={say(sheetLabels.count)}>{paper.count}</Fact>
      </dl>
      {paper.parts.length === 0 ? <p className={classes.text}>{say(sheetLabels.none)}</p> : null}
      {paper.parts.map(({ type, lines }) => (
        <section key={type} className={classes.part}>
          <h3 className={classes.partTitle}>{say(workLabels[type])}</h3>
          <Lines lines={lines} language={language} />
        </section>
      ))}
      <div className={classes.signatures}>
        <span>{say(sheetLabels.from)}</span>
        <span>{say(sheetLabels.to)}</span>
      </div>
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Lines({
  lines,
  language,
}: {
  readonly lines: readonly PaperLine[];
  readonly language: PaperLanguage;
}) {
  const say = (label: Label | null): string => (label === null ? '' : onPaper(label, language));
  return (
    <table className={classes.decisions}>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{say(sheetLabels.work)}</th>
          <th scope="col">{say(sheetLabels.due)}</th>
          <th scope="col">{say(sheetLabels.status)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, title, action, due, status }, index) => (
          <tr key={id}>
            <td>{index + 1}</td>
            <td className={classes.text}>
              {say(title)}
              {action === null ? '' : `\n${say(action)}`}
            </td>
            <td>{say(due)}</td>
            <td>{say(status)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
