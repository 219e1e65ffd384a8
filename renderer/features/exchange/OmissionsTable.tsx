import type { Omissions } from '../../../shared/workbook/redaction.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import classes from './Send.module.css';
import { sendTexts } from './sendTexts.ts';

/** What a workbook without personal data leaves out, before it is written; and what it does not. */
export function OmissionsTable({ omissions }: { readonly omissions: Omissions }) {
  const t = useTexts(sendTexts);
  const label = useLabel();
  const format = useFormat();
  return (
    <section className={classes.omissions} aria-label={t('omitted')}>
      <table className={classes.counts}>
        <caption className={classes.countsTitle}>{t('omitted')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('omittedField')}</th>
            <th scope="col">{t('omittedCount')}</th>
          </tr>
        </thead>
        <tbody>
          {omissions.fields.flatMap(({ type, fields }) =>
            fields.map((field) => (
              <tr key={`${type.en} ${field.label.en}`}>
                <th scope="row">{t('fieldsOf', { type: label(type), fields: label(field.label) })}</th>
                <td>{format.number(field.count)}</td>
              </tr>
            )),
          )}
          <tr>
            <th scope="row">{t('omittedEvidence')}</th>
            <td>{format.number(omissions.evidence)}</td>
          </tr>
        </tbody>
      </table>
      <p className={classes.muted}>{t('omittedAuthors')}</p>
      <p className={classes.muted}>{t('notOmitted')}</p>
    </section>
  );
}
