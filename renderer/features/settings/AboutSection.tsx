import fontLicence from 'pretendard/dist/LICENSE.txt?raw';
import type { AppInfo } from '../../../shared/ipc/host.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useHost } from '../../stores/services.tsx';
import { Section } from '../../ui/Page.tsx';
import { DiagnosticsActions } from './DiagnosticsActions.tsx';
import { PartLicences } from './PartLicences.tsx';
import classes from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';

export function AboutSection({ info }: { readonly info: AppInfo | null }) {
  const t = useTexts(settingsTexts);
  const host = useHost();
  return (
    <Section title={t('about')}>
      <dl className={classes.facts}>
        <div className={classes.fact}>
          <dt>{t('version')}</dt>
          <dd>{info === null ? '' : `eGCC Fieldbook ${info.version}`}</dd>
        </div>
        <div className={classes.fact}>
          <dt>{t('host')}</dt>
          <dd>{t(host.kind)}</dd>
        </div>
        <div className={classes.fact}>
          <dt>{t('licences')}</dt>
          <dd>
            {t('fontLicence')} {t('iconLicence')}
            <details className={classes.licence}>
              <summary>{t('showLicence')}</summary>
              <pre className={classes.licenceText} lang="en">
                {fontLicence}
              </pre>
            </details>
            <PartLicences />
          </dd>
        </div>
        <div className={classes.fact}>
          <dt>{t('diagnostics')}</dt>
          <dd>
            <DiagnosticsActions />
          </dd>
        </div>
      </dl>
    </Section>
  );
}
