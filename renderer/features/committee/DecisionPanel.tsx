import { useMemo } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { project } from '../../../shared/records/project.ts';
import { recordOf, recordsOf } from '../../../shared/records/recordsOf.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { paths } from '../../stores/paths.ts';
import { useTitles } from '../../stores/useTitles.ts';
import { Item, Items } from '../../ui/Items.tsx';
import classes from './Committee.module.css';
import { committeeTexts } from './committeeTexts.ts';
import { StartProject } from './DecisionItem.tsx';

/** Beside the form of a decision: the meeting that took it, and the projects that rest on it. */
export function DecisionPanel({ id }: { readonly id: RecordId }) {
  const t = useTexts(committeeTexts);
  const language = useLanguage();
  const format = useFormat();
  const records = useRecordSet();
  const titleOf = useTitles(records);
  const projects = useMemo(
    () => recordsOf(records, 'project').filter(({ values }) => values.decision === id),
    [records, id],
  );
  const record = recordOf(records, 'decision', id);
  if (record === null) return null;
  const { meeting } = record.values;
  return (
    <>
      {meeting === undefined ? null : (
        <>
          <h3 className={classes.heading}>{t('takenBy')}</h3>
          <Items>
            <Item title={titleOf('meeting', meeting)} to={paths.record('meeting', meeting)} />
          </Items>
        </>
      )}
      <h3 className={classes.heading}>{t('projects')}</h3>
      {projects.length === 0 ? <p className={classes.muted}>{t('noProjects')}</p> : null}
      <Items label={t('projects')}>
        {projects.map(({ id: projectId, values: { status, start } }) => (
          <Item
            key={projectId}
            title={titleOf('project', projectId)}
            to={paths.record('project', projectId)}
            detail={status === undefined ? '' : choiceLabel(project.fields.status, status, language)}
            {...(start === undefined ? {} : { when: format.date(start) })}
          />
        ))}
      </Items>
      <div className={classes.buttons}>
        <StartProject record={record} title={titleOf('decision', id)} />
      </div>
    </>
  );
}
