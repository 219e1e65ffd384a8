import { useTexts } from '../../i18n/useTexts.ts';
import { Page } from '../../ui/Page.tsx';
import { AboutSection } from './AboutSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import { DataSection } from './DataSection.tsx';
import { ForgetSection } from './ForgetSection.tsx';
import { HandOverSection } from './HandOverSection.tsx';
import { LookSection } from './LookSection.tsx';
import { PersonSection } from './PersonSection.tsx';
import { SampleSection } from './SampleSection.tsx';
import { SecuritySection } from './SecuritySection.tsx';
import { settingsTexts } from './settingsTexts.ts';
import { useAppInfo } from './useAppInfo.ts';
import { useHandOver } from './useHandOver.ts';
import { WorkspaceSection } from './WorkspaceSection.tsx';

/** What belongs to this computer: language, person, workspace, where the data lie, sample data. */
export function SettingsPage() {
  const t = useTexts(settingsTexts);
  const info = useAppInfo();
  const handOver = useHandOver();
  return (
    <Page title={t('title')} lead={t('lead')} width="column">
      <LookSection />
      <PersonSection />
      <WorkspaceSection />
      <DataSection info={info} />
      <BackupSection />
      <SecuritySection />
      <HandOverSection steps={handOver} />
      <SampleSection />
      <ForgetSection onPack={handOver.open} />
      <AboutSection info={info} />
    </Page>
  );
}
