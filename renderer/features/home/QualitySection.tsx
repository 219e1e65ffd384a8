import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { definitionOf } from '../../../shared/records/registry.ts';
import { dataQuality, type QualityItem } from '../../../shared/reports/dataQuality.ts';
import { findingText } from '../../../shared/schema/validate.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import type { HomeSectionProps } from './DueSection.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import { ShownPart } from './ShownPart.tsx';
import { useTitleOf } from './useHomeScope.ts';

export function QualitySection({ records, today, centerId }: HomeSectionProps) {
  const t = useTexts(homeTexts);
  const titleOf = useTitleOf(records);
  const items = useMemo(() => dataQuality(records, { today, centerId }), [records, today, centerId]);
  const errors = items.filter(({ finding }) => finding.level === 'error').length;
  const warnings = items.length - errors;
  if (items.length === 0) {
    return (
      <Section title={t('quality')}>
        <Notice state="ok">{t('qualityFine')}</Notice>
      </Section>
    );
  }
  return (
    <Section
      title={t('quality')}
      aside={
        <span className={classes.marks}>
          {errors > 0 ? <StateMark state="bad">{t('errors', { count: errors })}</StateMark> : null}
          {warnings > 0 ? <StateMark state="warn">{t('warnings', { count: warnings })}</StateMark> : null}
        </span>
      }
    >
      <p className={classes.muted}>{t('qualityLead')}</p>
      <ShownPart items={items} few={5}>
        {(item) => (
          <Quality
            key={`${item.id}${item.finding.code}${item.finding.field}`}
            item={item}
            title={titleOf(item.type, item.id)}
          />
        )}
      </ShownPart>
    </Section>
  );
}

function Quality({ item, title }: { readonly item: QualityItem; readonly title: string }) {
  const t = useTexts(homeTexts);
  const label = useLabel();
  const language = useLanguage();
  const isError = item.finding.level === 'error';
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <Link to={paths.record(item.type, item.id)} className={classes.link}>
          {title}
        </Link>
        <span className={classes.detail}>
          {label(definitionOf(item.type).label.one)}
          {item.sample ? ` · ${t('sample')}` : ''}
        </span>
        <span>
          {isError ? <StateMark state="bad">{t('errors', { count: 1 })}</StateMark> : null}
          {isError ? ' ' : ''}
          {findingText(item.finding, language)}
        </span>
      </div>
    </li>
  );
}
