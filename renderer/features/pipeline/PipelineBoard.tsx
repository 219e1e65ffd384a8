import { ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { decimalToNumber } from '../../../shared/core/decimal.ts';
import { followUp } from '../../../shared/records/followUp.ts';
import {
  type CurrencySum,
  type FollowUpStage,
  neighbourStage,
  type Origin,
  type Pipeline,
  type PipelineCard,
} from '../../../shared/reports/pipeline.ts';
import { choiceLabel } from '../../../shared/schema/codecs/choices.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import type { TitleOf } from '../../stores/useTitles.ts';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import classes from './Pipeline.module.css';
import { pipelineTexts } from './pipelineTexts.ts';
import { useMoveStage } from './useMoveStage.ts';

export interface PipelineViewProps {
  readonly pipeline: Pipeline;
  readonly titleOf: TitleOf;
  /** Where several centers stand together. */
  readonly namesCenter: boolean;
}

/** A column for each stage, with buttons that move a follow-up to the next or the one before. */
export function PipelineBoard({ pipeline, titleOf, namesCenter }: PipelineViewProps) {
  const t = useTexts(pipelineTexts);
  const language = useLanguage();
  return (
    <ol className={classes.board}>
      {pipeline.stages.map(({ stage, cards, sums }) => {
        const name = choiceLabel(followUp.fields.stage, stage, language);
        return (
          <li key={stage} className={classes.stage} data-filled={cards.length > 0}>
            <h3 className={classes.stageTitle}>
              {name}
              <span className={classes.stageCount}>{cards.length}</span>
            </h3>
            <StageSums sums={sums} />
            {cards.length === 0 ? <p className={classes.small}>{t('emptyStage')}</p> : null}
            <ul className={classes.cards} aria-label={name}>
              {cards.map((card) => (
                <Card
                  key={card.record.id}
                  card={card}
                  stage={stage}
                  titleOf={titleOf}
                  namesCenter={namesCenter}
                />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function StageSums({ sums }: { readonly sums: readonly CurrencySum[] }) {
  const format = useFormat();
  return (
    <ul className={classes.stageSums}>
      {sums.map(({ currency, amount }) => (
        <li key={currency}>
          {currency} {format.number(decimalToNumber(amount))}
        </li>
      ))}
    </ul>
  );
}

interface CardProps extends Pick<PipelineViewProps, 'titleOf' | 'namesCenter'> {
  readonly card: PipelineCard;
  readonly stage: FollowUpStage;
}

function Card({ card: { record, origins }, stage, titleOf, namesCenter }: CardProps) {
  const t = useTexts(pipelineTexts);
  const format = useFormat();
  const { value, organization } = record.values;
  const details = [
    organization === undefined ? '' : titleOf('organization', organization),
    namesCenter && record.centerId !== null ? titleOf('center', record.centerId) : '',
  ].filter((part) => part !== '');
  return (
    <li className={classes.card}>
      <Link to={paths.record('followUp', record.id)} className={classes.link}>
        {titleOf('followUp', record.id)}
      </Link>
      {details.length === 0 ? null : <div className={classes.small}>{details.join(' · ')}</div>}
      {value === undefined ? (
        <div className={classes.small}>{t('noValue')}</div>
      ) : (
        <p className={classes.value}>
          {value.currency} {format.number(value.amount)}
        </p>
      )}
      <Origins origins={origins} titleOf={titleOf} />
      <div className={classes.moves}>
        <Move record={record} stage={stage} by={-1} titleOf={titleOf} />
        <Move record={record} stage={stage} by={1} titleOf={titleOf} />
      </div>
    </li>
  );
}

/** The records that a follow-up grew out of, each a link. */
export function Origins({
  origins,
  titleOf,
}: {
  readonly origins: readonly Origin[];
  readonly titleOf: TitleOf;
}) {
  const t = useTexts(pipelineTexts);
  if (origins.length === 0) return null;
  return (
    <ul className={classes.origins} aria-label={t('origins')}>
      {origins.map(({ type, id }) => (
        <li key={id}>
          <TypeIcon type={type} size={12} />
          <Link to={paths.record(type, id)} className={classes.link}>
            {titleOf(type, id)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface MoveProps {
  readonly record: PipelineCard['record'];
  readonly stage: FollowUpStage;
  readonly by: -1 | 1;
  readonly titleOf: TitleOf;
}

function Move({ record, stage, by, titleOf }: MoveProps) {
  const t = useTexts(pipelineTexts);
  const language = useLanguage();
  const move = useMoveStage();
  const next = neighbourStage(stage, by);
  // Keeps its place, so that the other button does not jump.
  if (next === null) return <span />;
  const Icon = by === 1 ? ArrowRight : ArrowLeft;
  const name = t(by === 1 ? 'forward' : 'back', {
    stage: choiceLabel(followUp.fields.stage, next, language),
    title: titleOf('followUp', record.id),
  });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={name}
      title={name}
      onClick={() => void move(record, next)}
    >
      <Icon size={16} aria-hidden="true" />
    </ActionIcon>
  );
}
