import type { Language } from '../../../shared/core/language.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { sheetName } from '../../../shared/workbook/recordSheet.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Send.module.css';
import type { SendContents } from './sendChoice.ts';
import { sendTexts } from './sendTexts.ts';

const logTypes: ReadonlySet<string> = new Set(['consultation', 'training', 'event', 'project', 'milestone']);

/** The sheets of the workbook with their records, before it is written. */
export function SendContentsTable({
  contents,
  language,
}: {
  readonly contents: SendContents;
  /** Of the workbook. */
  readonly language: Language;
}) {
  const t = useTexts(sendTexts);
  const format = useFormat();
  const isEmpty = contents.counts.every(({ type, count }) => !logTypes.has(type) || count === 0);
  return (
    <section className={classes.contents} aria-label={t('contents')}>
      <table className={classes.counts}>
        <caption className={classes.countsTitle}>{t('contents')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sheet')}</th>
            <th scope="col">{t('records')}</th>
          </tr>
        </thead>
        <tbody>
          {contents.counts.map(({ type, count }) =>
            count === 0 ? null : (
              <tr key={type}>
                <th scope="row" lang={language}>
                  {sheetName(definitionOf(type), language)}
                </th>
                <td>{format.number(count)}</td>
              </tr>
            ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td>{format.number(contents.total)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.muted}>{t('also')}</p>
      <p className={classes.muted}>{t('byReference')}</p>
      {isEmpty ? <Notice state="info">{t('nothing')}</Notice> : null}
      {contents.sample > 0 ? (
        <Notice state="warn">
          {t('sampleIn', { count: contents.sample })} {t('sampleHelp')}
        </Notice>
      ) : null}
    </section>
  );
}
