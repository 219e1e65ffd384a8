import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { followUp } from '../../../shared/records/followUp.ts';
import { followUpStages } from '../../../shared/reports/pipeline.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import tables from '../../ui/DataTable.module.css';
import classes from './Pipeline.module.css';
import { Origins, type PipelineViewProps } from './PipelineBoard.tsx';
import { pipelineTexts } from './pipelineTexts.ts';
import { useMoveStage } from './useMoveStage.ts';

/** The board as a table; the stage is chosen from a list. */
export function PipelineTable({ pipeline, titleOf, namesCenter }: PipelineViewProps) {
  const t = useTexts(pipelineTexts);
  const language = useLanguage();
  const format = useFormat();
  const move = useMoveStage();
  const rows = pipeline.stages.flatMap(({ stage, cards }) => cards.map((card) => ({ stage, ...card })));
  return (
    <div className={tables.box}>
      <table className={tables.table} aria-label={t('pipeline')}>
        <thead>
          <tr>
            <th scope="col">{t('followUp')}</th>
            {namesCenter ? <th scope="col">{t('center')}</th> : null}
            <th scope="col">{t('stage')}</th>
            <th scope="col" className={tables.number}>
              {t('value')}
            </th>
            <th scope="col">{t('origins')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ stage, record, origins }) => {
            const title = titleOf('followUp', record.id);
            const { value } = record.values;
            return (
              <tr key={record.id}>
                <th scope="row" className={tables.name}>
                  <Link to={paths.record('followUp', record.id)} className={classes.link}>
                    {title}
                  </Link>
                </th>
                {namesCenter ? (
                  <td>{record.centerId === null ? '' : titleOf('center', record.centerId)}</td>
                ) : null}
                <td>
                  <NativeSelect
                    className={classes.select ?? ''}
                    size="xs"
                    aria-label={t('stageOf', { title })}
                    data={followUpStages.map((one) => ({
                      value: one,
                      label: choiceLabel(followUp.fields.stage, one, language),
                    }))}
                    value={stage}
                    onChange={(event) => {
                      const chosen = followUpStages.find((one) => one === event.currentTarget.value);
                      if (chosen !== undefined && chosen !== stage) void move(record, chosen);
                    }}
                  />
                </td>
                <td className={tables.number}>
                  {value === undefined ? '–' : `${value.currency} ${format.number(value.amount)}`}
                </td>
                <td className={tables.name}>
                  <Origins origins={origins} titleOf={titleOf} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
