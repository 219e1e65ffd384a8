import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isBlank } from '../../../shared/core/text.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useBackups } from '../../stores/backups.ts';
import type { Person } from '../../stores/settings.ts';
import { Notice } from '../../ui/Notice.tsx';
import { BackupTable } from './BackupList.tsx';
import classes from './Backups.module.css';
import { backupErrorText } from './backupErrorText.ts';
import { backupTexts } from './backupTexts.ts';
import { firstRestoreTexts } from './firstRestoreTexts.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import settingsClasses from './Settings.module.css';
import { settingsTexts } from './settingsTexts.ts';
import { useRestore } from './useRestore.ts';

const roles = ['expert', 'head', 'officer'] as const;

/** Instead of the first questions: an empty installation takes the records of a backup, from a file or a stick. */
export function FirstRestore() {
  const t = useTexts(firstRestoreTexts);
  const [person, setPerson] = useState<Person>({ name: '', role: 'expert' });
  const [asked, setAsked] = useState(false);
  const isMissing = isBlank(person.name);
  const backups = useBackups();
  const restore = useRestore({ newcomer: { ...person, name: person.name.trim() } });
  /** Only for somebody who said who they are. */
  const named = (work: () => void) => () => {
    setAsked(true);
    if (!isMissing) work();
  };
  return (
    <>
      <p className={classes.lead}>{t('lead')}</p>
      <Who person={person} onChange={setPerson} error={asked && isMissing ? t('nameMissing') : undefined} />
      <div className={classes.actions}>
        <Button onClick={named(() => restore.fromFile(t('fromFile')))}>{t('fromFile')}</Button>
        <Button
          variant="default"
          disabled={backups.working}
          onClick={named(() => void backups.chooseFolder(t('fromFolder')))}
        >
          {t('fromFolder')}
        </Button>
      </div>
      <p className={classes.note}>{t('folderHelp')}</p>
      <SecondFolderBackups
        backups={backups}
        onRestore={(snapshot) => named(() => restore.fromList(snapshot))()}
      />
      <RestoreDialog restore={restore} second={backups.state?.second ?? null} />
    </>
  );
}

interface WhoProps {
  readonly person: Person;
  readonly onChange: (person: Person) => void;
  readonly error: string | undefined;
}

function Who({ person, onChange, error }: WhoProps) {
  const t = useTexts(firstRestoreTexts);
  const settings = useTexts(settingsTexts);
  return (
    <div className={settingsClasses.fields}>
      <TextInput
        label={t('name')}
        description={t('nameHelp')}
        value={person.name}
        error={error}
        maxLength={120}
        autoComplete="off"
        autoFocus
        onChange={(event) => onChange({ ...person, name: event.currentTarget.value })}
      />
      <Radio.Group
        label={t('role')}
        value={person.role}
        onChange={(value) => onChange({ ...person, role: roles.find((one) => one === value) ?? person.role })}
      >
        <div className={settingsClasses.row}>
          {roles.map((role) => (
            <Radio key={role} value={role} label={settings(role)} />
          ))}
        </div>
      </Radio.Group>
    </div>
  );
}

interface SecondFolderBackupsProps {
  readonly backups: Pick<ReturnType<typeof useBackups>, 'state' | 'failure'>;
  readonly onRestore: Parameters<typeof BackupTable>[0]['onRestore'];
}

function SecondFolderBackups({ backups: { state, failure }, onRestore }: SecondFolderBackupsProps) {
  const t = useTexts(firstRestoreTexts);
  const texts = useTexts(backupTexts);
  const language = useLanguage();
  if (failure !== null) {
    return (
      <Notice state="bad" role="alert">
        {failure.code === 'REFUSED' ? texts('noFolders') : backupErrorText(failure.code, 'restore', language)}
      </Notice>
    );
  }
  if (state === null || state.second === null) return null;
  const snapshots = state.snapshots.filter(({ place }) => place === 'second');
  return snapshots.length === 0 ? (
    <Notice state="warn" role="status">
      {t('noneThere', { path: state.second.path })}
    </Notice>
  ) : (
    <BackupTable label={t('list')} snapshots={snapshots} onRestore={onRestore} showsOwner />
  );
}
