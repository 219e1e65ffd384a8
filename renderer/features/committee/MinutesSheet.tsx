import type { ReactNode } from 'react';
import type { Label } from '../../../shared/core/language.ts';
import { sampleMark } from '../../../shared/reports/toldSamples.ts';
import { onPaper, type PaperLanguage } from '../../i18n/onPaper.ts';
import classes from '../../ui/Paper.module.css';
import { usePrintedMark } from '../../ui/usePageStyle.ts';
import { minutesLabels } from './minutesLabels.ts';
import type { Attendee, MinutesPaper, PaperDecision } from './minutesPaper.ts';

interface SheetProps {
  readonly paper: MinutesPaper;
  readonly language: PaperLanguage;
}

/** The minutes as they are printed: letterhead, facts, discussion, decisions, lines to sign. */
export function MinutesSheet({ paper, language }: SheetProps) {
  const say = (label: Label): string => onPaper(label, language);
  const { values } = paper.record;
  const mark = paper.includesSample ? say(sampleMark) : '';
  usePrintedMark(mark);
  return (
    <article className={classes.sheet} aria-label={say(minutesLabels.heading)}>
      <Letterhead paper={paper} language={language} />
      {mark === '' ? null : <p className={classes.sampleMark}>{mark}</p>}
      <h2 className={classes.heading}>{say(minutesLabels.heading)}</h2>
      {paper.isHeld ? null : <p className={classes.state}>{say(minutesLabels.toCome)}</p>}
      <dl className={classes.facts}>
        <Fact label={say(minutesLabels.number)}>{say(paper.title)}</Fact>
        <Fact label={say(minutesLabels.date)}>
          {paper.date === null ? say(minutesLabels.none) : say(paper.date)}
        </Fact>
        <Fact label={say(minutesLabels.venue)}>{values.venue ?? say(minutesLabels.none)}</Fact>
        <Fact label={say(minutesLabels.attendees)}>
          <Attendees attendees={paper.attendees} language={language} />
        </Fact>
      </dl>
      <Part title={say(minutesLabels.agenda)}>
        <p className={classes.text}>{values.agenda ?? say(minutesLabels.none)}</p>
      </Part>
      <Part title={say(minutesLabels.minutes)}>
        <p className={classes.text}>{values.minutes ?? say(minutesLabels.none)}</p>
      </Part>
      <Part title={say(minutesLabels.decisions)}>
        <Decisions decisions={paper.decisions} language={language} />
      </Part>
      <Evidence paper={paper} language={language} />
      <div className={classes.signatures}>
        <span>{say(minutesLabels.forKorea)}</span>
        <span>{say(minutesLabels.forPartner)}</span>
      </div>
    </article>
  );
}

function Letterhead({ paper: { programme, center }, language }: SheetProps) {
  return (
    <header className={classes.letterhead}>
      {programme === null ? null : <p className={classes.programme}>{onPaper(programme, language)}</p>}
      {center === null ? null : <p className={classes.center}>{onPaper(center, language)}</p>}
    </header>
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

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{title}</h3>
      {children}
    </section>
  );
}

function Attendees({ attendees, language }: { readonly attendees: readonly Attendee[] } & LanguageProp) {
  if (attendees.length === 0) return onPaper(minutesLabels.none, language);
  return (
    <ul className={classes.attendees}>
      {attendees.map(({ id, name, position, organization }) => (
        <li key={id}>
          {[onPaper(name, language), position, organization === null ? '' : onPaper(organization, language)]
            .filter((part) => part !== '')
            .join(', ')}
        </li>
      ))}
    </ul>
  );
}

interface LanguageProp {
  readonly language: PaperLanguage;
}

function Decisions({ decisions, language }: { readonly decisions: readonly PaperDecision[] } & LanguageProp) {
  const say = (label: Label | null): string => (label === null ? '' : onPaper(label, language));
  if (decisions.length === 0) return <p className={classes.text}>{say(minutesLabels.none)}</p>;
  return (
    <table className={classes.decisions}>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">{say(minutesLabels.text)}</th>
          <th scope="col">{say(minutesLabels.owner)}</th>
          <th scope="col">{say(minutesLabels.due)}</th>
          <th scope="col">{say(minutesLabels.status)}</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ id, text, owner, due, status }, index) => (
          <tr key={id}>
            <td>{index + 1}</td>
            <td className={classes.text}>{text}</td>
            <td>{say(owner)}</td>
            <td>{say(due)}</td>
            <td>{say(status)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Evidence({ paper, language }: SheetProps) {
  const { evidenceNote } = paper.record.values;
  const parts = [
    ...(evidenceNote === undefined ? [] : [evidenceNote]),
    ...paper.evidence.map((name) => onPaper(name, language)),
  ];
  if (parts.length === 0) return null;
  return (
    <Part title={onPaper(minutesLabels.evidence, language)}>
      <p className={classes.text}>{parts.join('\n')}</p>
    </Part>
  );
}
