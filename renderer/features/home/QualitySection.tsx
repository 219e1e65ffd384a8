import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { RecordSet } from '../../../shared/records/recordSet.ts';
import { definitionOf } from '../../../shared/records/registry.ts';
import { countBySeverity, type QualityItem } from '../../../shared/reports/quality/qualityItems.ts';
import { qualityKindLabels, qualityKinds } from '../../../shared/reports/quality/qualityKinds.ts';
import { findingText } from '../../../shared/schema/validate.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { qualityTarget } from '../../stores/qualityTarget.ts';
import { useQuality } from '../../stores/useQuality.ts';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';
import { useTitleOf } from './useHomeScope.ts';

const few = 5;

/** How much is to be mended, of which kinds, and the first of it. */
export function QualitySection({ records }: { readonly records: RecordSet }) {
  const t = useTexts(homeTexts);
  const label = useLabel();
  const format = useFormat();
  const titleOf = useTitleOf(records);
  const items = useQuality();
  const { error, warning, note } = countBySeverity(items);
  if (items.length === 0) {
    return (
      <Section title={t('quality')}>
        <Notice state="ok">{t('qualityFine')}</Notice>
      </Section>
    );
  }
  const kinds = qualityKinds
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <Section
      title={t('quality')}
      aside={
        <span className={classes.marks}>
          {error > 0 ? <StateMark state="bad">{t('errors', { count: error })}</StateMark> : null}
          {warning > 0 ? <StateMark state="warn">{t('warnings', { count: warning })}</StateMark> : null}
          {note > 0 ? <StateMark state="info">{t('notes', { count: note })}</StateMark> : null}
        </span>
      }
    >
      <p className={classes.muted}>
        {kinds
          .map(({ kind, count }) => `${label(qualityKindLabels[kind])} ${format.number(count)}`)
          .join(' · ')}
      </p>
      <ul className={classes.list}>
        {items.slice(0, few).map((item) => (
          <Quality
            key={`${item.id} ${item.finding.code} ${item.finding.field}`}
            item={item}
            title={titleOf(item.type, item.id)}
          />
        ))}
      </ul>
      <Anchor component={Link} to={paths.quality} size="sm" className={classes.more}>
        {t('allQuality', { count: format.number(items.length) })}
      </Anchor>
    </Section>
  );
}

function Quality({ item, title }: { readonly item: QualityItem; readonly title: string }) {
  const t = useTexts(homeTexts);
  const label = useLabel();
  const language = useLanguage();
  const isError = item.severity === 'error';
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <Link {...qualityTarget(item)} className={classes.link}>
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
