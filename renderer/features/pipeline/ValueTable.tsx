import { decimalToNumber } from '../../../shared/core/decimal.ts';
import type { RecordId } from '../../../shared/core/ids.ts';
import { followUp } from '../../../shared/records/followUp.ts';
import type { CurrencySum, Pipeline } from '../../../shared/reports/pipeline.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import tables from '../../ui/DataTable.module.css';
import { NumberButton } from '../../ui/NumberButton.tsx';
import classes from './Pipeline.module.css';
import { pipelineTexts } from './pipelineTexts.ts';

/** Values by type, a column for each currency. */
export function ValueTable({
  pipeline: { types, sums, count, unvalued, stages },
}: {
  readonly pipeline: Pipeline;
}) {
  const t = useTexts(pipelineTexts);
  const language = useLanguage();
  const currencies = sums.map(({ currency }) => currency);
  const all = stages.flatMap(({ cards }) => cards.map(({ record }) => record.id));
  return (
    <div className={classes.stack}>
      <p className={classes.muted}>
        {t('sumsCaption')} <span data-screen-only>{t('sumsOpen')}</span>
      </p>
      <div className={tables.box}>
        <table className={tables.table} aria-label={t('sums')}>
          <thead>
            <tr>
              <th scope="col">{t('type')}</th>
              <th scope="col" className={tables.number}>
                {t('count')}
              </th>
              {currencies.map((currency) => (
                <th key={currency} scope="col" className={tables.number}>
                  {currency}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {types.map((row) => (
              <Row
                key={row.type}
                name={choiceLabel(followUp.fields.type, row.type, language)}
                ids={row.ids}
                sums={row.sums}
                currencies={currencies}
              />
            ))}
          </tbody>
          <tfoot>
            <Row name={t('total')} ids={count === 0 ? [] : all} sums={sums} currencies={currencies} />
          </tfoot>
        </table>
      </div>
      {unvalued.length === 0 ? null : (
        <p className={classes.muted}>{t('unvalued', { count: unvalued.length })}</p>
      )}
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly ids: readonly RecordId[];
  readonly sums: readonly CurrencySum[];
  readonly currencies: readonly string[];
}

function Row({ name, ids, sums, currencies }: RowProps) {
  const t = useTexts(pipelineTexts);
  const format = useFormat();
  const openRecords = useOpenRecords();
  const open = (records: readonly RecordId[], title: string) => ({
    label: t('openSum', { name: title, count: records.length }),
    onClick: records.length === 0 ? undefined : () => openRecords('followUp', records, title),
  });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={tables.number}>
        <NumberButton {...open(ids, name)}>{ids.length}</NumberButton>
      </td>
      {currencies.map((currency) => {
        const sum = sums.find((one) => one.currency === currency);
        return (
          <td key={currency} className={tables.number}>
            {sum === undefined ? (
              '–'
            ) : (
              <NumberButton {...open(sum.ids, `${name}, ${currency}`)}>
                {format.number(decimalToNumber(sum.amount))}
              </NumberButton>
            )}
          </td>
        );
      })}
    </tr>
  );
}
