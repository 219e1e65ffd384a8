import { Button, Group } from '@mantine/core';
import { crashReport } from '../../../shared/ipc/log.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useHost } from '../../stores/services.tsx';
import { showToast } from '../../ui/toast.tsx';
import { copyText } from './copyText.ts';
import { settingsTexts } from './settingsTexts.ts';

/** What helps whoever looks for a fault: the log and the facts of this installation, with nobody's data. */
export function DiagnosticsActions() {
  const t = useTexts(settingsTexts);
  const host = useHost();

  const report = async (): Promise<string | null> => {
    const [info, log] = await Promise.all([host.appInfo(), host.log.read()]);
    if (log.ok) return crashReport(info, log.value);
    showToast({ message: t('diagnosticsFailed'), failed: true });
    return null;
  };
  const copy = async (): Promise<void> => {
    const text = await report();
    if (text === null) return;
    if (await copyText(text)) showToast({ message: t('diagnosticsCopied') });
    else showToast({ message: t('diagnosticsFailed'), failed: true });
  };
  const save = async (): Promise<void> => {
    const text = await report();
    if (text === null) return;
    const saved = await host.files.save({
      suggestedName: 'fieldbook-crash-report.txt',
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(text),
    });
    if (!saved.ok) showToast({ message: t('diagnosticsFailed'), failed: true });
    else if (saved.value !== null) showToast({ message: t('crashReportSaved', { path: saved.value.path }) });
  };
  return (
    <>
      {t('diagnosticsText')}
      <Group gap={8} mt={8}>
        <Button variant="default" onClick={() => void copy()}>
          {t('copyDiagnostics')}
        </Button>
        <Button variant="default" onClick={() => void save()}>
          {t('saveCrashReport')}
        </Button>
      </Group>
    </>
  );
}
