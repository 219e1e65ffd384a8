import { Button, CloseButton, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FileError, fileErrorText } from '../../../shared/messages/fileErrors.ts';
import { planNoteText } from '../../../shared/messages/planNotes.ts';
import type { ImportPlan, ImportSource } from '../../../shared/workbook/importPlan.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { Notice, StateMark } from '../../ui/Notice.tsx';
import { CorrectionsButton } from './CorrectionsButton.tsx';
import { FileDecisions } from './mapping/RowChoice.tsx';
import { FilesNotHere, PackSummary } from './PackSummary.tsx';
import { planNoteStates } from './planNoteStates.ts';
import { bringsNothing } from './planRows.ts';
import classes from './Receive.module.css';
import type { ReceiveActions } from './receiveActions.ts';
import { type FilePlan, fileAsPlanned, type ReceivedFile } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';
import type { Corrections } from './useCorrections.ts';
import { useEvidenceSizes } from './useEvidenceSizes.ts';

export interface FilePlanListProps {
  readonly plans: readonly FilePlan[];
  readonly actions: Pick<ReceiveActions, 'change'>;
  readonly corrections: Corrections;
  /** The plans are being made again. */
  readonly isOutdated: boolean;
}

/** Each file with what it is, what it would change, and why it cannot be read. */
export function FilePlanList({ plans, actions, corrections, isOutdated }: FilePlanListProps) {
  const t = useTexts(receiveTexts);
  const here = useEvidenceSizes(true);
  return (
    <ul className={classes.files}>
      {plans.map(({ file, result, foreign }) => (
        <li key={file.key} className={classes.file}>
          <div className={classes.fileHead}>
            <strong className={classes.path}>{file.name}</strong>
            <CloseButton
              size="sm"
              aria-label={t('removeFile', { name: file.name })}
              title={t('remove')}
              onClick={() => actions.change({ type: 'fileRemoved', key: file.key })}
            />
          </div>
          {result.ok ? (
            <>
              <PlanSummary plan={result.value} />
              {file.pack === undefined ? null : <PackSummary pack={file.pack} />}
              {here === null || here === 'unreadable' ? null : (
                <FilesNotHere plan={result.value} pack={file.pack} here={here} />
              )}
              {result.value.counts.rejected > 0 ? (
                <div>
                  <CorrectionsButton
                    file={fileAsPlanned(foreign === undefined ? { file, result } : { file, result, foreign })}
                    corrections={corrections}
                  />
                </div>
              ) : null}
            </>
          ) : (
            <Refused file={file} error={result.error} actions={actions} />
          )}
          <FileDecisions
            plan={foreign === undefined ? { file, result } : { file, result, foreign }}
            actions={actions}
            isOutdated={isOutdated}
          />
        </li>
      ))}
    </ul>
  );
}

function PlanSummary({ plan }: { readonly plan: ImportPlan }) {
  const t = useTexts(receiveTexts);
  const format = useFormat();
  const language = useLanguage();
  const { conflict, added, updated, deleted, unchanged, rejected } = plan.counts;
  const known = plan.notes.some(({ code }) => code === 'ALREADY_IMPORTED');
  const count = (name: 'added' | 'updated' | 'deleted' | 'unchanged', value: number) =>
    value === 0 ? null : (
      <span key={name}>
        {t(name)} {format.number(value)}
      </span>
    );
  return (
    <>
      <SourceLine source={plan.source} />
      <p className={classes.fileCounts}>
        {bringsNothing(plan) ? (
          <StateMark state="ok">{t(known ? 'alreadyImported' : 'nothingNew')}</StateMark>
        ) : null}
        {count('added', added)}
        {count('updated', updated)}
        {count('deleted', deleted)}
        {count('unchanged', unchanged)}
        {conflict === 0 ? null : (
          <StateMark state="warn">
            {t('conflict')} {format.number(conflict)}
          </StateMark>
        )}
        {rejected === 0 ? null : (
          <StateMark state="bad">
            {t('rejected')} {format.number(rejected)}
          </StateMark>
        )}
      </p>
      {plan.notes.length === 0 ? null : (
        <ul className={classes.notes}>
          {plan.notes.map((note) => {
            const state = planNoteStates[note.code];
            const text = planNoteText(note, language);
            return (
              <li key={text}>
                <StateMark state={state}>
                  <span className={classes.noteText}>{text}</span>
                </StateMark>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

const originTexts = {
  exported: 'originExported',
  edited: 'originEdited',
  template: 'originTemplate',
  foreign: 'originForeign',
} as const satisfies Record<ImportSource['origin'], string>;

function SourceLine({ source }: { readonly source: ImportSource }) {
  const t = useTexts(receiveTexts);
  const format = useFormat();
  const from =
    source.exportedAt === null || source.exportedBy === ''
      ? []
      : [t('exportedBy', { name: source.exportedBy, date: format.dateTime(source.exportedAt) })];
  return <p className={classes.muted}>{[t(originTexts[source.origin]), ...from].join(', ')}</p>;
}

/** Nothing is wrong with these; somebody has to say something first. */
const waitsForPerson: ReadonlySet<FileError['code']> = new Set(['PASSWORD_NEEDED', 'MAPPING_NEEDED']);

interface RefusedProps {
  readonly file: ReceivedFile;
  readonly error: FileError;
  readonly actions: Pick<ReceiveActions, 'change'>;
}

function Refused({ file, error, actions }: RefusedProps) {
  const language = useLanguage();
  const asksPassword = error.code === 'PASSWORD_NEEDED' || error.code === 'PASSWORD_WRONG';
  return (
    <div className={classes.refused}>
      <Notice state={waitsForPerson.has(error.code) ? 'warn' : 'bad'}>
        {fileErrorText(error, language)}
      </Notice>
      {asksPassword ? (
        <PasswordForm
          name={file.name}
          onEnter={(password) => actions.change({ type: 'passwordEntered', key: file.key, password })}
        />
      ) : null}
    </div>
  );
}

function PasswordForm({
  name,
  onEnter,
}: {
  readonly name: string;
  readonly onEnter: (password: string) => void;
}) {
  const t = useTexts(receiveTexts);
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (password !== '') onEnter(password);
  };
  return (
    <form className={classes.password} onSubmit={submit}>
      <PasswordInput
        aria-label={t('passwordFor', { name })}
        placeholder={t('password')}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        autoComplete="off"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('open')}
      </Button>
    </form>
  );
}
