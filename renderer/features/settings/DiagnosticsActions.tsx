import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useHost } from '../../stores/services.tsx';
import { showToast } from '../../ui/toast.tsx';
import { DiagnosticsButtons } from './DiagnosticsButtons.tsx';
import classes from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';

/** What helps whoever looks for a fault: the log and the facts of this installation, with nobody's data. */
export function DiagnosticsActions() {
  const t = useTexts(settingsTexts);
  const language = useLanguage();
  const host = useHost();
  return (
    <>
      {t('diagnosticsText')}
      <div className={classes.below}>
        <DiagnosticsButtons host={host} language={language} tell={showToast} />
      </div>
    </>
  );
}
