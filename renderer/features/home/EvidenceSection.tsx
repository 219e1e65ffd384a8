import { useMemo } from 'react';
import { lacksEvidence } from '../../../shared/reports/lacksEvidence.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useOpenRecords } from '../../stores/useOpenRecords.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Page.tsx';
import type { HomeSectionProps } from './DueSection.tsx';
import classes from './Home.module.css';
import { homeTexts } from './homeTexts.ts';

/** What an auditor would ask for, by reason; each number opens its records. */
export function EvidenceSection({ records, today, centerId }: HomeSectionProps) {
  const t = useTexts(homeTexts);
  const label = useLabel();
  const format = useFormat();
  const openRecords = useOpenRecords();
  const gaps = useMemo(() => lacksEvidence(records, { today, centerId }), [records, today, centerId]);
  return (
    <Section title={t('evidence')}>
      {gaps.length === 0 ? <Notice state="ok">{t('evidenceFine')}</Notice> : null}
      <ul className={classes.list}>
        {gaps.map(({ code, type, label: reason, ids }) => (
          <li key={code} className={classes.item}>
            <button
              type="button"
              className={classes.asLink}
              onClick={() => openRecords(type, ids, label(reason))}
            >
              {label(reason)}
            </button>
            <span className={classes.when}>{format.number(ids.length)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
