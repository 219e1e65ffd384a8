import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { lacksEvidence } from '../../../shared/reports/lacksEvidence.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { openRecords } from '../../stores/paths.ts';
import { useSession, useSettings } from '../../stores/services.tsx';
import { useToday } from '../../stores/useToday.ts';
import classes from './Records.module.css';
import { recordsTexts } from './recordsTexts.ts';

/** What lacks evidence, each reason a way to its records; nothing where all is proven. */
export function EvidenceGaps() {
  const t = useTexts(recordsTexts);
  const label = useLabel();
  const records = useRecordSet();
  const today = useToday();
  const navigate = useNavigate();
  const select = useSession((session) => session.select);
  const { workspace } = useSettings();
  const centerId = workspace?.kind === 'center' ? workspace.centerId : null;
  const gaps = useMemo(() => lacksEvidence(records, { today, centerId }), [records, today, centerId]);
  if (gaps.length === 0) return null;
  return (
    <section className={classes.gaps} aria-label={t('lacksEvidence')}>
      <h2 className={classes.gapsTitle}>{t('lacksEvidence')}</h2>
      <ul className={classes.gapsList}>
        {gaps.map(({ code, type, label: reason, ids }) => (
          <li key={code}>
            <button
              type="button"
              className={classes.gap}
              onClick={() => openRecords(select, navigate, { type, ids, title: label(reason) })}
            >
              {label(reason)} <strong>{ids.length}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
