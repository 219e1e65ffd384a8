import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { isRecordId } from '../../../shared/core/ids.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useSettings, useUpdateSettings } from '../../stores/services.tsx';
import { Section } from '../../ui/Page.tsx';
import { showToast } from '../../ui/toast.tsx';
import classes from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';

const headquarters = 'headquarters';

export function WorkspaceSection() {
  const t = useTexts(settingsTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const { workspace } = useSettings();
  const update = useUpdateSettings();
  const choices = useMemo(
    () => [
      { value: headquarters, label: t('headquarters') },
      ...recordsOf(records, 'center')
        .toSorted((a, b) => (a.values.since ?? 9999) - (b.values.since ?? 9999))
        .map(({ id, values }) => ({ value: String(id), label: centerLabel(values, language) })),
    ],
    [records, language, t],
  );
  return (
    <Section title={t('workspace')}>
      <div className={classes.fields}>
        <Select
          label={t('workspaceLabel')}
          description={t('workspaceHelp')}
          data={choices}
          value={workspace?.kind === 'center' ? workspace.centerId : headquarters}
          allowDeselect={false}
          onChange={(value, item) => {
            if (isRecordId(value)) update({ workspace: { kind: 'center', centerId: value } });
            else update({ workspace: { kind: 'headquarters' } });
            showToast({ message: t('workspaceChanged', { name: item?.label ?? '' }) });
          }}
        />
      </div>
    </Section>
  );
}
