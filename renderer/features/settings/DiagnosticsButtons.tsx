import { Button, Group } from '@mantine/core';
import type { Language } from '../../../shared/core/language.ts';
import type { Host } from '../../../shared/ipc/host.ts';
import { crashReport } from '../../../shared/ipc/log.ts';
import { translate } from '../../i18n/texts.ts';
import { fileSaveErrorText } from '../../stores/fileSaveErrorText.ts';
import { copyText } from './copyText.ts';
import { settingsTexts } from './settingsTexts.ts';

export interface Told {
  readonly message: string;
  readonly failed?: boolean;
}

export interface DiagnosticsButtonsProps {
  readonly host: Pick<Host, 'appInfo' | 'log' | 'files'>;
  readonly language: Language;
  readonly tell: (told: Told) => void;
}

/** The log and the facts of this installation, to be copied or saved; needs neither settings nor store. */
export function DiagnosticsButtons({ host, language, tell }: DiagnosticsButtonsProps) {
  const t = translate(settingsTexts, language);
  const report = async (): Promise<string | null> => {
    const [info, log] = await Promise.all([host.appInfo(), host.log.read()]);
    return log.ok ? crashReport(info, log.value) : null;
  };
  /** A host that is what failed may reject as well. */
  const asked = async (send: (report: string) => Promise<Told | null>): Promise<void> => {
    const failed = { message: t('diagnosticsFailed'), failed: true };
    const told = await report()
      .then((text) => (text === null ? failed : send(text)))
      .catch(() => failed);
    if (told !== null) tell(told);
  };
  const copy = async (text: string): Promise<Told> =>
    (await copyText(text))
      ? { message: t('diagnosticsCopied') }
      : { message: t('diagnosticsFailed'), failed: true };
  const save = async (text: string): Promise<Told | null> => {
    const saved = await host.files.save({
      suggestedName: 'fieldbook-crash-report.txt',
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(text),
    });
    if (!saved.ok) return { message: fileSaveErrorText(saved.error.code, language), failed: true };
    return saved.value === null ? null : { message: t('crashReportSaved', { path: saved.value.path }) };
  };
  return (
    <Group gap={8}>
      <Button variant="default" onClick={() => void asked(copy)}>
        {t('copyDiagnostics')}
      </Button>
      <Button variant="default" onClick={() => void asked(save)}>
        {t('saveCrashReport')}
      </Button>
    </Group>
  );
}
