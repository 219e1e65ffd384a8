import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { consultation } from '../../../shared/records/consultation.ts';
import type { RecordOf } from '../../../shared/records/recordsOf.ts';
import { choiceTitle } from '../../../shared/records/titles.ts';
import { hasOpenAction } from '../../../shared/reports/caseThread.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useStep } from '../../stores/useStep.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { useToday } from '../../stores/useToday.ts';
import classes from './Case.module.css';
import { caseTexts } from './caseTexts.ts';

/** One visit of a case: who, what was asked and advised, what came of it, what is still to be done. */
export function Visit({
  visit,
  isThisOne,
}: {
  readonly visit: RecordOf<'consultation'>;
  readonly isThisOne: boolean;
}) {
  const t = useTexts(caseTexts);
  const language = useLanguage();
  const format = useFormat();
  const titleOf = useTitles(useRecordSet());
  const { date, experts = [], mode, topic = '', question, advice, result } = visit.values;
  const people = experts.map((person) => titleOf('person', person)).join(', ');
  return (
    <li className={classes.visit} aria-current={isThisOne ? 'true' : undefined}>
      <div className={classes.visitHead}>
        <span className={classes.date}>{date === undefined ? t('undated') : format.date(date)}</span>
        {isThisOne ? (
          <strong className={classes.topic}>{topic}</strong>
        ) : (
          <Link to={paths.record('consultation', visit.id)} className={classes.topic}>
            {topic === '' ? titleOf('consultation', visit.id) : topic}
          </Link>
        )}
        {isThisOne ? <span className={classes.muted}>{t('thisOne')}</span> : null}
      </div>
      <p className={classes.muted}>
        {[people, choiceTitle(consultation.fields.mode, mode, language)]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <dl className={classes.parts}>
        <Part label={t('asked')} text={question} />
        <Part label={t('advised')} text={advice} />
        <Part
          label={t('result')}
          text={[choiceTitle(consultation.fields.result, result, language), visit.values.evidenceNote ?? '']
            .filter((part) => part !== '')
            .join(' · ')}
        />
        <NextAction visit={visit} />
      </dl>
    </li>
  );
}

function Part({ label, text }: { readonly label: string; readonly text: string | undefined }) {
  if (text === undefined || text === '') return null;
  return (
    <div className={classes.part}>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function NextAction({ visit }: { readonly visit: RecordOf<'consultation'> }) {
  const t = useTexts(caseTexts);
  const format = useFormat();
  const step = useStep();
  const today = useToday();
  const { nextAction: action, nextActionDue, nextActionDoneOn } = visit.values;
  if (action === undefined) return null;
  const markDone = () =>
    step(t('markedDone', { action }), (actions) =>
      actions.update('consultation', visit.id, { nextActionDoneOn: today }, ['nextActionDoneOn']),
    );
  const text =
    nextActionDoneOn !== undefined
      ? t('doneOn', { action, date: format.date(nextActionDoneOn) })
      : nextActionDue !== undefined
        ? t('dueOn', { action, date: format.date(nextActionDue) })
        : action;
  return (
    <div className={classes.part}>
      <dt>{t('next')}</dt>
      <dd>
        {text}
        {hasOpenAction(visit) ? (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<Check size={14} aria-hidden="true" />}
            aria-label={t('markDoneOf', { action })}
            onClick={() => void markDone()}
          >
            {t('markDone')}
          </Button>
        ) : null}
      </dd>
    </div>
  );
}
