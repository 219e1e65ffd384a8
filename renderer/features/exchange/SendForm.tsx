import { ActionIcon, Checkbox, PasswordInput, Radio, Select } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRecordId } from '../../../shared/core/ids.ts';
import { isLanguage } from '../../../shared/core/language.ts';
import { centerLabel } from '../../../shared/records/center.ts';
import { recordsOf } from '../../../shared/records/recordsOf.ts';
import { periodLabel, shiftPeriod } from '../../../shared/reports/period.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useRecordSet } from '../../storage/StoreContext.tsx';
import { useToday } from '../../stores/useToday.ts';
import classes from './Send.module.css';
import { type SendChoice, sendScopes, withScope } from './sendChoice.ts';
import { sendTexts } from './sendTexts.ts';

export interface SendFormProps {
  readonly choice: SendChoice;
  readonly isHeadquarters: boolean;
  readonly onChange: (choice: SendChoice) => void;
}

export function SendForm({ choice, isHeadquarters, onChange }: SendFormProps) {
  const t = useTexts(sendTexts);
  return (
    <div className={classes.form}>
      <ScopeFields choice={choice} onChange={onChange} />
      {isHeadquarters ? <CenterField choice={choice} onChange={onChange} /> : null}
      <Radio.Group
        label={t('language')}
        value={choice.language}
        onChange={(language) => {
          if (isLanguage(language)) onChange({ ...choice, language });
        }}
      >
        <Row>
          <Radio value="en" label="English" />
          <Radio value="ko" label="한국어" />
        </Row>
      </Radio.Group>
      <PersonalField choice={choice} onChange={onChange} />
      <Checkbox
        label={t('withFiles')}
        description={t('withFilesHelp')}
        checked={choice.withFiles}
        onChange={(event) => onChange({ ...choice, withFiles: event.currentTarget.checked })}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordHelp')}
        value={choice.password}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        onChange={(event) => onChange({ ...choice, password: event.currentTarget.value })}
      />
    </div>
  );
}

type FieldProps = Omit<SendFormProps, 'isHeadquarters'>;

function ScopeFields({ choice, onChange }: FieldProps) {
  const t = useTexts(sendTexts);
  const language = useLanguage();
  const today = useToday();
  const move = (steps: number): void => onChange({ ...choice, period: shiftPeriod(choice.period, steps) });
  return (
    <div>
      <Radio.Group
        label={t('what')}
        value={choice.scope}
        onChange={(text) => {
          const scope = sendScopes.find((known) => known === text);
          if (scope !== undefined) onChange(withScope(choice, scope, today));
        }}
      >
        <Row>
          {sendScopes.map((scope) => (
            <Radio key={scope} value={scope} label={t(scope)} />
          ))}
        </Row>
      </Radio.Group>
      {choice.scope === 'all' ? null : (
        <fieldset className={classes.period} aria-label={t('period')}>
          <ActionIcon variant="default" aria-label={t('earlier')} onClick={() => move(-1)}>
            <ChevronLeft size={16} aria-hidden="true" />
          </ActionIcon>
          <output className={classes.periodName}>{periodLabel(choice.period, language)}</output>
          <ActionIcon variant="default" aria-label={t('later')} onClick={() => move(1)}>
            <ChevronRight size={16} aria-hidden="true" />
          </ActionIcon>
        </fieldset>
      )}
    </div>
  );
}

function CenterField({ choice, onChange }: FieldProps) {
  const t = useTexts(sendTexts);
  const language = useLanguage();
  const records = useRecordSet();
  const centers = recordsOf(records, 'center').map(({ id, values }) => ({
    value: String(id),
    label: centerLabel(values, language),
  }));
  return (
    <Select
      label={t('center')}
      data={[{ value: 'all', label: t('allCenters') }, ...centers]}
      value={choice.centerId ?? 'all'}
      allowDeselect={false}
      onChange={(value) => onChange({ ...choice, centerId: isRecordId(value) ? value : null })}
    />
  );
}

function PersonalField({ choice, onChange }: FieldProps) {
  const t = useTexts(sendTexts);
  return (
    <Radio.Group
      label={t('personal')}
      value={choice.redact ? 'without' : 'with'}
      onChange={(value) => onChange({ ...choice, redact: value === 'without' })}
    >
      <div className={classes.stack}>
        <Radio value="with" label={t('withPersonal')} description={t('withPersonalHelp')} />
        <Radio value="without" label={t('withoutPersonal')} description={t('withoutPersonalHelp')} />
      </div>
    </Radio.Group>
  );
}

function Row({ children }: { readonly children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
