import { Button, Checkbox, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, ArrowRightLeft, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isRecordId, type RecordId } from '../../../shared/core/ids.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import type { OpenWork } from '../../../shared/reports/openWork.ts';
import type { PaperLanguage } from '../../i18n/onPaper.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useCenterId } from '../../stores/useCenterId.ts';
import { usePrint } from '../../stores/usePrint.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import paperClasses from '../../ui/Paper.module.css';
import { PaperLanguageChoice } from '../../ui/PaperLanguageChoice.tsx';
import classes from './HandOver.module.css';
import { HandOverSheet } from './HandOverSheet.tsx';
import { handOverPaper } from './handOverPaper.ts';
import { handOverTexts, openCaseLabel, workLabels } from './handOverTexts.ts';
import { type HandOverState, useHandOver } from './useHandOver.ts';

/** Open work of somebody who leaves becomes the successor's, with a sheet for both to sign. */
export function HandOverPage() {
  const t = useTexts(handOverTexts);
  const records = useRecordSet();
  const print = usePrint();
  const state = useHandOver();
  const [language, setLanguage] = useState<PaperLanguage>('both');
  const { shown } = state;
  const paper = useMemo(() => (shown === null ? null : handOverPaper(records, shown)), [records, shown]);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      isPaper
      actions={
        <>
          {paper === null ? null : <PaperLanguageChoice value={language} onChange={setLanguage} />}
          <Button
            component={Link}
            to={paths.people}
            variant="default"
            leftSection={<ArrowLeft size={16} aria-hidden="true" />}
          >
            {t('back')}
          </Button>
          {shown === null ? null : (
            <Button
              variant={state.done === null ? 'default' : 'filled'}
              leftSection={<Printer size={16} aria-hidden="true" />}
              onClick={() => void print(t('fileName', { date: shown.date }))}
            >
              {t('print')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.noPrint}>
        {state.done === null ? <HandOverForm state={state} /> : <Done state={state} />}
      </div>
      {paper === null ? null : (
        <div className={paperClasses.desk}>
          <HandOverSheet paper={paper} language={language} />
        </div>
      )}
    </Page>
  );
}

function Done({ state }: { readonly state: HandOverState }) {
  const t = useTexts(handOverTexts);
  return (
    <div className={classes.done}>
      <Notice
        state={state.stands ? 'ok' : 'warn'}
        role="status"
        actions={
          <Button variant="default" size="compact-sm" onClick={state.again}>
            {t('again')}
          </Button>
        }
      >
        {t(state.stands ? 'doneNotice' : 'takenBack')}
      </Notice>
    </div>
  );
}

function HandOverForm({ state }: { readonly state: HandOverState }) {
  const t = useTexts(handOverTexts);
  const { from, to, work, ticked, problem } = state;
  const picked = work.filter(({ id }) => ticked.has(id)).length;
  return (
    <>
      <div className={classes.people}>
        <PersonSelect label={t('from')} value={from} onChange={state.setFrom} />
        <PersonSelect label={t('to')} value={to} onChange={state.setTo} />
      </div>
      <Section
        title={t('work')}
        {...(work.length === 0
          ? {}
          : {
              aside: (
                <span className={classes.muted} role="status">
                  {t('selected', { count: picked, total: work.length })}
                </span>
              ),
            })}
      >
        {from === null || work.length === 0 ? (
          <p className={classes.muted}>{t(from === null ? 'chooseFirst' : 'nothing')}</p>
        ) : (
          <>
            <WorkList state={state} />
            <div className={classes.buttons}>
              <Button
                leftSection={<ArrowRightLeft size={16} aria-hidden="true" />}
                disabled={problem !== null}
                onClick={() => void state.hand()}
              >
                {t('handOver', { count: picked })}
              </Button>
              <Button variant="default" onClick={() => state.tick(work.map(({ id }) => id))}>
                {t('all')}
              </Button>
              <Button variant="default" onClick={() => state.tick([])}>
                {t('none')}
              </Button>
              {problem === null ? null : <span className={classes.muted}>{t(problem)}</span>}
            </div>
          </>
        )}
      </Section>
    </>
  );
}

function WorkList({ state: { work, ticked, tick } }: { readonly state: HandOverState }) {
  const t = useTexts(handOverTexts);
  const label = useLabel();
  const format = useFormat();
  const records = useRecordSet();
  const titleOf = useTitles(records);
  const detailOf = ({ type, action, due, isOwn }: OpenWork): string =>
    [
      label(workLabels[type]),
      type === 'consultation' && action === '' ? label(openCaseLabel) : action,
      due === null ? '' : t('due', { date: format.date(due) }),
      isOwn ? '' : t('unowned'),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <ul className={classes.work} aria-label={t('work')}>
      {work.map((one) => (
        <li key={one.id}>
          <Checkbox
            checked={ticked.has(one.id)}
            label={titleOf(one.type, one.id)}
            description={detailOf(one)}
            onChange={(event) =>
              tick(
                event.currentTarget.checked
                  ? [...ticked, one.id]
                  : [...ticked].filter((other) => other !== one.id),
              )
            }
          />
        </li>
      ))}
    </ul>
  );
}

interface PersonSelectProps {
  readonly label: string;
  readonly value: RecordId | null;
  readonly onChange: (id: RecordId | null) => void;
}

function PersonSelect({ label, value, onChange }: PersonSelectProps) {
  const t = useTexts(handOverTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const titleOf = useTitles(records);
  const centerId = useCenterId();
  const groups = useMemo(() => {
    const serving = new Set(
      recordsOf(records, 'assignment')
        .filter((record) => centerId === null || record.centerId === centerId)
        .map(({ values }) => values.person),
    );
    const options = recordsOf(records, 'person')
      .map(({ id }) => ({ value: String(id), label: titleOf('person', id), serves: serving.has(id) }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
    return [
      { group: t('staff'), items: options.filter(({ serves }) => serves) },
      { group: t('others'), items: options.filter(({ serves }) => !serves) },
    ].filter(({ items }) => items.length > 0);
  }, [records, centerId, titleOf, language, t]);
  return (
    <Select
      label={label}
      placeholder={t('choosePerson')}
      nothingFoundMessage={t('nobody')}
      data={groups}
      value={value}
      searchable
      limit={60}
      className={classes.person ?? ''}
      onChange={(id) => onChange(isRecordId(id) ? id : null)}
    />
  );
}
