import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isRecordId } from '../../../shared/core/ids.ts';
import { definitionOf, isRecordType } from '../../../shared/records/registry.ts';
import type { QualityItem } from '../../../shared/reports/quality/qualityItems.ts';
import {
  type QualitySeverity,
  qualityKindLabels,
  qualityKinds,
} from '../../../shared/reports/quality/qualityKinds.ts';
import { findingText } from '../../../shared/schema/validate.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { qualityTarget } from '../../stores/qualityTarget.ts';
import { useCenterId } from '../../stores/useCenterId.ts';
import { type TitleOf, useTitles } from '../../stores/useTitles.ts';
import { type NoticeState, StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import classes from './Quality.module.css';
import type { Grouping, QualityGroup } from './qualityFilter.ts';
import { qualityTexts } from './qualityTexts.ts';

export interface QualityGroupsProps {
  readonly groups: readonly QualityGroup[];
  readonly grouping: Grouping;
}

export function QualityGroups({ groups, grouping }: QualityGroupsProps) {
  const titleOf = useTitles(useRecordSet());
  const name = useGroupName(titleOf);
  return (
    <div className={classes.groups}>
      {groups.map((group) => (
        <GroupSection
          key={`${grouping} ${group.key}`}
          name={name(grouping, group.key)}
          group={group}
          titleOf={titleOf}
        />
      ))}
    </div>
  );
}

function useGroupName(titleOf: TitleOf): (grouping: Grouping, key: string) => string {
  const t = useTexts(qualityTexts);
  const label = useLabel();
  return (grouping, key) => {
    if (grouping === 'type') return label(definitionOf(key).label.many);
    if (grouping === 'center') return isRecordId(key) ? titleOf('center', key) : t('ofNone');
    const kind = qualityKinds.find((one) => one === key);
    return kind === undefined ? '' : label(qualityKindLabels[kind]);
  };
}

// Drawn at once for each group; the rest on demand, so that thousands do not make the page slow.
const pageSize = 20;
const nextPage = 200;

interface GroupSectionProps {
  readonly name: string;
  readonly group: QualityGroup;
  readonly titleOf: TitleOf;
}

function GroupSection({ name, group: { items }, titleOf }: GroupSectionProps) {
  const t = useTexts(qualityTexts);
  const format = useFormat();
  const [limit, setLimit] = useState(pageSize);
  const left = items.length - limit;
  return (
    <Section title={name} aside={<span className={classes.count}>{format.number(items.length)}</span>}>
      <ul className={classes.items} aria-label={name}>
        {items.slice(0, limit).map((item) => (
          <QualityLine key={keyOf(item)} item={item} titleOf={titleOf} />
        ))}
      </ul>
      {left > 0 ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setLimit(limit + nextPage)}>
          {t('more', { count: format.number(Math.min(left, nextPage)) })}
        </Button>
      ) : null}
    </Section>
  );
}

const keyOf = ({ id, finding, conflict }: QualityItem): string =>
  `${id} ${finding.code} ${finding.field} ${conflict ?? ''}`;

const stateOf: Readonly<Record<QualitySeverity, NoticeState>> = {
  error: 'bad',
  warning: 'warn',
  note: 'info',
};
const nameOf = { error: 'oneError', warning: 'oneWarning', note: 'oneNote' } as const;

function QualityLine({ item, titleOf }: { readonly item: QualityItem; readonly titleOf: TitleOf }) {
  const t = useTexts(qualityTexts);
  const label = useLabel();
  const language = useLanguage();
  const isHeadquarters = useCenterId() === null;
  const { type, id, centerId, severity, sample, finding } = item;
  const details = [
    label(definitionOf(type).label.one),
    ...(isHeadquarters && centerId !== null && type !== 'center' ? [titleOf('center', centerId)] : []),
    ...(sample ? [t('sample')] : []),
  ];
  return (
    <li className={classes.item}>
      <span className={classes.icon}>
        <TypeIcon type={type} />
      </span>
      <div className={classes.what}>
        <Link {...qualityTarget(item)} className={classes.link}>
          {isRecordType(type) ? titleOf(type, id) : ''}
        </Link>
        <span className={classes.detail}>{details.join(' · ')}</span>
        <span>{findingText(finding, language)}</span>
      </div>
      <StateMark state={stateOf[severity]}>{t(nameOf[severity])}</StateMark>
    </li>
  );
}
