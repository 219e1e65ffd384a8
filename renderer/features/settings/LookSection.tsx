import { Radio, Switch } from '@mantine/core';
import { isLanguage } from '../../../shared/core/language.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useSettings, useUpdateSettings } from '../../stores/services.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';

const themes = ['system', 'light', 'dark'] as const;

export function LookSection() {
  const t = useTexts(settingsTexts);
  const { language, theme, compactRows } = useSettings();
  const update = useUpdateSettings();
  return (
    <Section title={t('look')}>
      <div className={classes.fields}>
        <Radio.Group
          label={t('language')}
          value={language}
          onChange={(value) => {
            if (isLanguage(value)) update({ language: value });
          }}
        >
          <div className={classes.row}>
            <Radio value="en" label={<span lang="en">English</span>} />
            <Radio value="ko" label={<span lang="ko">한국어</span>} />
          </div>
        </Radio.Group>
        <Radio.Group
          label={t('theme')}
          value={theme}
          onChange={(value) => {
            const chosen = themes.find((known) => known === value);
            if (chosen !== undefined) update({ theme: chosen });
          }}
        >
          <div className={classes.row}>
            {themes.map((one) => (
              <Radio key={one} value={one} label={t(one)} />
            ))}
          </div>
        </Radio.Group>
        <Switch
          label={t('compactRows')}
          checked={compactRows}
          onChange={(event) => update({ compactRows: event.currentTarget.checked })}
        />
      </div>
    </Section>
  );
}
