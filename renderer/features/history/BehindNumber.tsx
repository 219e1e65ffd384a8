import { Button, CloseButton } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { evidenceOf } from '../../../shared/records/evidenceNote.ts';
import { liveRecordsOf, type RecordSet, referenceBookOf } from '../../../shared/records/recordSet.ts';
import { type RecordOf, recordOf } from '../../../shared/records/recordsOf.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import type { CountedRecord } from '../../../shared/reports/countRules.ts';
import type { HistoryCell } from '../../../shared/reports/historyTable.ts';
import type { AnyValues } from '../../../shared/schema/fieldSpec.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { openRecords, paths, recordField } from '../../stores/paths.ts';
import { useSession } from '../../stores/services.tsx';
import { type TitleOf, useTitles } from '../../stores/useTitles.ts';
import { StateMark } from '../../ui/Notice.tsx';
import classes from './History.module.css';
import { historyTexts } from './historyTexts.ts';

export interface BehindNumberProps {
  /** `Korea-Bulgaria('10), Project` */
  readonly title: string;
  readonly cell: HistoryCell;
  readonly records: RecordSet;
  readonly onClose: () => void;
}

/** The published figures with their sources and the counted records of one number. */
export function BehindNumber({ title, cell, records, onClose }: BehindNumberProps) {
  const t = useTexts(historyTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  // The panel may lie below the table: whoever opened it by key goes on reading here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves once for each number
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <aside className={classes.behind} aria-label={t('behind')}>
      <div className={classes.behindHead}>
        <h2 className={classes.behindTitle} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </div>
      <Published cell={cell} records={records} />
      <Held cell={cell} records={records} title={title} />
      <Recorded cell={cell} records={records} title={title} />
    </aside>
  );
}

function Published({ cell, records }: Pick<BehindNumberProps, 'cell' | 'records'>) {
  const t = useTexts(historyTexts);
  const format = useFormat();
  const figures = cell.baselineIds.flatMap((id) => recordOf(records, 'baseline', id) ?? []);
  return (
    <section>
      <h3 className={classes.behindPart}>
        {t('published')} <span className={classes.behindSum}>{format.number(cell.baseline)}</span>
      </h3>
      {figures.length === 0 ? <p className={classes.note}>{t('noPublished')}</p> : null}
      <ul className={classes.list}>
        {figures.map((figure) => (
          <Figure key={figure.id} figure={figure} records={records} />
        ))}
      </ul>
    </section>
  );
}

function Figure({ figure, records }: { readonly figure: RecordOf<'baseline'>; readonly records: RecordSet }) {
  const t = useTexts(historyTexts);
  const format = useFormat();
  const language = useLanguage();
  const { value = 0, source = '', asOf, center } = figure.values;
  const book = useMemo(() => referenceBookOf(records, language), [records, language]);
  const name = center === undefined ? null : book.titleOf('center', center);
  return (
    <li className={classes.item}>
      <Link to={paths.record('baseline', figure.id)} className={classes.link}>
        {name === null ? format.number(value) : `${name}: ${format.number(value)}`}
      </Link>
      <span className={classes.itemNote}>
        {t('source', { source })}
        {asOf === undefined ? '' : `, ${t('asOf', { date: format.date(asOf) })}`}
      </span>
    </li>
  );
}

// Enough to recognise them; the list page shows all, however many there are.
const mostShown = 100;

type RecordsProps = Omit<BehindNumberProps, 'onClose'>;

function Recorded({ cell, records, title }: RecordsProps) {
  const t = useTexts(historyTexts);
  const format = useFormat();
  return (
    <section>
      <h3 className={classes.behindPart}>
        {t('recorded')} <span className={classes.behindSum}>{format.number(cell.counted)}</span>
      </h3>
      {cell.counted > 0 ? null : (
        <p className={classes.note}>{t(cell.held.length > 0 ? 'noMoreRecorded' : 'noRecorded')}</p>
      )}
      <RecordList listed={cell.records} records={records} title={title} />
    </section>
  );
}

/** What the figure holds already; the figure of a single center can be mended from here. */
function Held({ cell: { held, baselineIds }, records, title }: RecordsProps) {
  const t = useTexts(historyTexts);
  const format = useFormat();
  if (held.length === 0) return null;
  const [figure] = baselineIds;
  return (
    <section>
      <h3 className={classes.behindPart}>
        {t('held')} <span className={classes.behindSum}>{format.number(held.length)}</span>
      </h3>
      <p className={classes.note}>
        {t('heldHow')}{' '}
        {baselineIds.length !== 1 || figure === undefined ? null : (
          <Link {...recordField('baseline', figure, 'asOf')} className={classes.link}>
            {t('enterDay')}
          </Link>
        )}
      </p>
      <RecordList listed={held} records={records} title={title} />
    </section>
  );
}

interface RecordListProps extends Pick<BehindNumberProps, 'records' | 'title'> {
  readonly listed: readonly CountedRecord[];
}

function RecordList({ listed, records, title }: RecordListProps) {
  const t = useTexts(historyTexts);
  const format = useFormat();
  const titleOf = useTitles(records);
  const newestFirst = useMemo(
    () => listed.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1)),
    [listed],
  );
  const types = [...new Set(newestFirst.map(({ type }) => type))];
  return (
    <>
      <div className={classes.listButtons}>
        {types.map((type) => (
          <ListButton key={type} type={type} title={title} records={newestFirst} />
        ))}
      </div>
      <ul className={classes.list}>
        {newestFirst.slice(0, mostShown).map((record) => (
          <RecordedItem key={record.id} record={record} records={records} titleOf={titleOf} />
        ))}
      </ul>
      {newestFirst.length > mostShown ? (
        <p className={classes.note}>{t('more', { count: format.number(newestFirst.length - mostShown) })}</p>
      ) : null}
    </>
  );
}

function ListButton({
  type,
  title,
  records,
}: {
  readonly type: CountedRecord['type'];
  readonly title: string;
  readonly records: readonly CountedRecord[];
}) {
  const t = useTexts(historyTexts);
  const label = useLabel();
  const navigate = useNavigate();
  const select = useSession((session) => session.select);
  const ids = records.filter((record) => record.type === type).map(({ id }) => id);
  return (
    <Button
      variant="default"
      size="compact-sm"
      onClick={() => openRecords(select, navigate, { type, ids, title })}
    >
      {label(definitionOf(type).label.many)}: {t('openList', { count: ids.length })}
    </Button>
  );
}

interface RecordedItemProps {
  readonly record: CountedRecord;
  readonly records: RecordSet;
  readonly titleOf: TitleOf;
}

function RecordedItem({ record, records, titleOf }: RecordedItemProps) {
  const t = useTexts(historyTexts);
  const format = useFormat();
  const language = useLanguage();
  const stored = records.find(record.type, record.id);
  const references = useMemo(() => referenceBookOf(records, language), [records, language]);
  const definition = definitionOf(record.type);
  const title = stored === null ? '' : definition.title(stored.values, { language, references });
  return (
    <li className={classes.item}>
      <Link to={paths.record(record.type, record.id)} className={classes.link}>
        {title === '' ? definition.label.one[language] : title}
      </Link>
      <span className={classes.itemNote}>
        {record.day === null ? t('undated') : format.date(record.day)}
        {record.sample ? <StateMark state="info">{t('sample')}</StateMark> : null}
      </span>
      {stored === null ? null : <EvidenceLine values={stored.values} records={records} titleOf={titleOf} />}
    </li>
  );
}

/** What proves a record: its files, each a way to them, and the place that is named in words. */
function EvidenceLine({
  values,
  records,
  titleOf,
}: { readonly values: AnyValues } & Pick<RecordedItemProps, 'records' | 'titleOf'>) {
  const t = useTexts(historyTexts);
  const { evidenceNote } = values;
  const files = evidenceOf(values, liveRecordsOf(records));
  if (files.length === 0 && evidenceNote === undefined) {
    return (
      <span className={classes.itemNote}>
        <StateMark state="warn">{t('noEvidence')}</StateMark>
      </span>
    );
  }
  return (
    <span className={classes.itemNote}>
      {t('evidence')}
      {files.map(({ id }) => (
        <Link key={id} to={paths.record('evidence', id)} className={classes.link}>
          {titleOf('evidence', id)}
        </Link>
      ))}
      {typeof evidenceNote === 'string' ? <span>{evidenceNote}</span> : null}
    </span>
  );
}
