import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { paths } from '../../stores/paths.ts';
import { useHost } from '../../stores/services.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { hostErrorText } from './hostErrorText.ts';
import { ImportPreview, type ImportPreviewProps } from './ImportPreview.tsx';
import { ImportResult } from './ImportResult.tsx';
import { MappingStep } from './mapping/MappingStep.tsx';
import classes from './Receive.module.css';
import type { ReceiveActions } from './receiveActions.ts';
import type { ReceiveState } from './receiveState.ts';
import { receiveTexts } from './receiveTexts.ts';
import { useReceive } from './useReceive.ts';

/** Choosing files, the preview of what they would change, and the result; nothing is written before a person says so. */
export function ReceivePage() {
  const t = useTexts(receiveTexts);
  const { state, actions } = useReceive();
  return (
    <Page
      title={t('title')}
      lead={state.step === 'choose' ? t('lead') : undefined}
      actions={
        <Button component={Link} to={paths.batches} variant="subtle">
          {t('toBatches')}
        </Button>
      }
    >
      <Step state={state} actions={actions} />
    </Page>
  );
}

function Step({ state, actions }: { readonly state: ReceiveState; readonly actions: ReceiveActions }) {
  const t = useTexts(receiveTexts);
  switch (state.step) {
    case 'choose':
      return (
        <DropZone actions={actions}>
          {state.failure === null ? null : (
            <Notice state="bad" role="alert">
              {t('readerFailed')}
            </Notice>
          )}
        </DropZone>
      );
    case 'reading':
      // Deciding a row changes the preview in place.
      if (state.behind !== null) return <Preview state={state.behind} actions={actions} isOutdated />;
      return <Reading state={state} onStop={() => actions.change({ type: 'restarted' })} />;
    case 'mapping':
      return <MappingStep state={state} actions={actions} />;
    case 'preview':
      return <Preview state={state} actions={actions} />;
    case 'committing':
      return <Committing state={state} onStop={actions.stopCommit} />;
    case 'done':
      return <ImportResult state={state} onRestart={() => actions.change({ type: 'restarted' })} />;
  }
}

function Preview(props: Omit<ImportPreviewProps, 'addButton'>) {
  return <ImportPreview {...props} addButton={<PickButton actions={props.actions} more />} />;
}

function Reading({
  state,
  onStop,
}: {
  readonly state: Extract<ReceiveState, { step: 'reading' }>;
  readonly onStop: () => void;
}) {
  const t = useTexts(receiveTexts);
  const file = state.at === null ? undefined : state.files[state.at];
  return (
    <div className={classes.reading} role="status">
      <p className={classes.paragraph}>{t('reading', { count: state.files.length })}</p>
      {file === undefined || state.at === null ? null : (
        <p className={classes.muted}>
          {t(state.doing === 'reading' ? 'readingFile' : 'planningFile', {
            at: state.at + 1,
            of: state.files.length,
            name: file.name,
          })}
        </p>
      )}
      <p className={classes.muted}>{t('stopNote')}</p>
      <Button variant="default" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  );
}

function Committing({
  state: { outcomes, plans, stopping },
  onStop,
}: {
  readonly state: Extract<ReceiveState, { step: 'committing' }>;
  readonly onStop: () => void;
}) {
  const t = useTexts(receiveTexts);
  return (
    <div className={classes.reading} role="status">
      <p className={classes.paragraph}>{t('committing', { done: outcomes.length, of: plans.length })}</p>
      {plans.length < 2 ? null : stopping ? (
        <p className={classes.muted}>{t('stopping')}</p>
      ) : (
        <>
          <p className={classes.muted}>{t('stopCommitNote')}</p>
          <Button variant="default" onClick={onStop}>
            {t('stopCommit')}
          </Button>
        </>
      )}
    </div>
  );
}

interface DropZoneProps {
  readonly actions: ReceiveActions;
  readonly children: ReactNode;
}

function DropZone({ actions, children }: DropZoneProps) {
  const t = useTexts(receiveTexts);
  const [over, setOver] = useState(false);
  return (
    <section
      className={classes.drop}
      data-over={over}
      aria-label={t('dropTitle')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void droppedFiles(event.dataTransfer.files).then(actions.add);
      }}
    >
      <FileUp size={24} aria-hidden="true" className={classes.dropIcon} />
      <h2 className={classes.dropTitle}>{t('dropTitle')}</h2>
      <p className={classes.muted}>{t('dropText')}</p>
      <PickButton actions={actions} />
      {children}
    </section>
  );
}

const extensions = [
  'xlsx',
  'zip',
  'xlsm',
  'xlsb',
  'xls',
  'ods',
  'csv',
  'tsv',
  'txt',
  'xml',
  'html',
  'htm',
] as const;

function PickButton({
  actions,
  more = false,
}: {
  readonly actions: ReceiveActions;
  readonly more?: boolean;
}) {
  const t = useTexts(receiveTexts);
  const language = useLanguage();
  const host = useHost();
  const [failure, setFailure] = useState<string | null>(null);
  const pick = async (): Promise<void> => {
    const title = t('pickTitle');
    const picked = await host.files.pick({ title, extensions, multiple: true });
    setFailure(picked.ok ? null : hostErrorText(picked.error, title, language));
    if (picked.ok && picked.value !== null && picked.value.length > 0) actions.add(picked.value);
  };
  return (
    <>
      <Button variant={more ? 'default' : 'filled'} onClick={() => void pick()}>
        {t(more ? 'addFiles' : 'choose')}
      </Button>
      {failure === null ? null : (
        <Notice state="bad" role="alert">
          {failure}
        </Notice>
      )}
    </>
  );
}

async function droppedFiles(list: FileList): Promise<readonly { name: string; bytes: Uint8Array }[]> {
  return Promise.all(
    [...list].map(async (file) => {
      // A folder among the files cannot be read; it is refused by its name, and the files are read.
      const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
      return { name: file.name, bytes: new Uint8Array(bytes) };
    }),
  );
}
