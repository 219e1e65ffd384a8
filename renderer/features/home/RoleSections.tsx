import { useMemo } from 'react';
import type { RecordId } from '../../../shared/core/ids.ts';
import { toldRecords } from '../../../shared/reports/toldSamples.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useSettings } from '../../stores/services.tsx';
import { BudgetSection } from './BudgetSection.tsx';
import { CentersSection } from './CentersSection.tsx';
import { DecisionsSection } from './DecisionsSection.tsx';
import { DueSection, type HomeSectionProps } from './DueSection.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';
import classes from './Home.module.css';
import { isOwnEntry, isOwnWork } from './homeRole.ts';
import { homeTexts } from './homeTexts.ts';
import { LastEntriesSection } from './LastEntriesSection.tsx';
import { type CenterSectionProps, PlanSection } from './PlanSection.tsx';
import { QualitySection } from './QualitySection.tsx';
import { ReportsSection } from './ReportsSection.tsx';
import { YearSection } from './YearSection.tsx';

/** What is one's own to do, and what one did last. */
export function ExpertSections({ records, today, centerId }: HomeSectionProps) {
  const { person } = useSettings();
  const name = person?.name ?? '';
  const isWork = useMemo(() => isOwnWork(records, name), [records, name]);
  const isEntry = useMemo(() => isOwnEntry(records, name), [records, name]);
  return (
    <div className={classes.columns}>
      <div>
        <DueSection records={records} today={today} centerId={centerId} isMine={isWork} />
        <LastEntriesSection records={records} centerId={centerId} isMine={isEntry} />
      </div>
      <div>
        <YearSection records={records} today={today} centerId={centerId} />
        <QualitySection records={records} />
      </div>
    </div>
  );
}

/** What the center answers for: decisions, reports, plan, money, evidence. */
export function HeadSections({ records, today, centerId }: CenterSectionProps) {
  const t = useTexts(homeTexts);
  const told = useMemo(() => toldRecords(records, [centerId]), [records, centerId]);
  return (
    <div className={classes.columns}>
      <div>
        <ReportsSection records={records} today={today} centerId={centerId} />
        <DecisionsSection records={records} today={today} centerId={centerId} />
        <DueSection records={records} today={today} centerId={centerId} isMine={null} withoutDecisions />
      </div>
      <div>
        {told.samples === 'none' ? null : (
          <p className={classes.sampleNote}>
            {t(told.samples === 'told' ? 'headOfSamples' : 'headWithoutSamples')}
          </p>
        )}
        <PlanSection records={told.records} today={today} centerId={centerId} />
        <BudgetSection records={told.records} centerId={centerId} />
        <EvidenceSection records={told.records} today={today} centerId={centerId} />
        <QualitySection records={records} />
      </div>
    </div>
  );
}

/** Which centers reported, what waits for headquarters, and what is late. */
export function OfficerSections({ records, today }: Omit<HomeSectionProps, 'centerId'>) {
  const centerId: RecordId | null = null;
  return (
    <>
      <CentersSection records={records} today={today} />
      <div className={classes.columns}>
        <div>
          <ReportsSection records={records} today={today} centerId={centerId} />
          <DueSection records={records} today={today} centerId={centerId} isMine={null} />
        </div>
        <div>
          <QualitySection records={records} />
          <YearSection records={records} today={today} centerId={centerId} />
        </div>
      </div>
    </>
  );
}
