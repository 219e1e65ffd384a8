import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isBlank } from '../../../shared/core/text.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useSettings, useUpdateSettings } from '../../stores/services.tsx';
import { Section } from '../../ui/Page.tsx';
import classes from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';

const roles = ['expert', 'head', 'officer'] as const;

export function PersonSection() {
  const t = useTexts(settingsTexts);
  const { person } = useSettings();
  const update = useUpdateSettings();
  const [name, setName] = useState(person?.name ?? '');
  const role = person?.role ?? 'expert';
  return (
    <Section title={t('person')}>
      <div className={classes.fields}>
        <TextInput
          label={t('name')}
          description={t('nameHelp')}
          value={name}
          maxLength={120}
          error={isBlank(name) ? t('nameMissing') : undefined}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            setName(typed);
            if (!isBlank(typed)) update({ person: { name: typed.trim(), role } });
          }}
        />
        <Radio.Group
          label={t('role')}
          value={role}
          onChange={(value) => {
            const known = roles.find((one) => one === value);
            if (known !== undefined && person !== null) update({ person: { ...person, role: known } });
          }}
        >
          <div className={classes.row}>
            {roles.map((one) => (
              <Radio key={one} value={one} label={t(one)} />
            ))}
          </div>
        </Radio.Group>
      </div>
    </Section>
  );
}
