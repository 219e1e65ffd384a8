import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { WorkbookMapping } from '../../../../shared/workbook/foreign/mapping.ts';
import { mappingToJson } from '../../../../shared/workbook/foreign/mappingJson.ts';
import { withContents } from '../../../../shared/workbook/foreign/mappingOfFile.ts';
import type { SheetStart } from '../../../../shared/workbook/foreign/startMapping.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { useLanguage, useTexts } from '../../../i18n/useTexts.ts';
import { fileSaveErrorText } from '../../../stores/fileSaveErrorText.ts';
import { useHost } from '../../../stores/services.tsx';
import { StateMark } from '../../../ui/Notice.tsx';
import { showToast } from '../../../ui/toast.tsx';
import receiveClasses from '../Receive.module.css';
import type { ReceiveActions } from '../receiveActions.ts';
import type { ReceiveState } from '../receiveState.ts';
import { receiveTexts } from '../receiveTexts.ts';
import classes from './Mapping.module.css';
import { MappingNames } from './MappingNames.tsx';
import { mappingTexts } from './mappingTexts.ts';
import { SheetSection } from './SheetSection.tsx';
import { useMapping } from './useMapping.ts';

export interface MappingStepProps {
  readonly state: Extract<ReceiveState, { step: 'mapping' }>;
  readonly actions: ReceiveActions;
}

/** Matches the columns of somebody's own table with the fields of records, one file after the other. */
export function MappingStep({ state, actions }: MappingStepProps) {
  const plan = state.plans.find(({ file }) => file.key === state.fileKey);
  if (plan?.foreign === undefined) return null;
  const { file, foreign } = plan;
  const given = state.files.find(({ key }) => key === file.key)?.mapping ?? foreign.mapping;
  const waiting = state.plans.filter(({ file: other, foreign: table }) => {
    const now = state.files.find(({ key }) => key === other.key);
    return (
      other.key !== file.key && table?.mapping === null && now?.mapping === undefined && now?.aside !== true
    );
  }).length;
  return (
    <FileMapping
      key={file.key}
      fileKey={file.key}
      name={file.name}
      grid={foreign.grid}
      starts={foreign.starts}
      given={given}
      waiting={waiting}
      actions={actions}
    />
  );
}

interface FileMappingProps {
  readonly fileKey: string;
  readonly name: string;
  readonly grid: WorkbookGrid;
  readonly starts: readonly SheetStart[] | undefined;
  readonly given: WorkbookMapping | null;
  /** Files after this one. */
  readonly waiting: number;
  readonly actions: ReceiveActions;
}

function FileMapping({ fileKey, name, grid, starts, given, waiting, actions }: FileMappingProps) {
  const t = useTexts(mappingTexts);
  const mapping = useMapping(grid, given, starts);
  const heading = useRef<HTMLHeadingElement>(null);
  // The step replaces another one; who uses a screen reader is told where the work goes on.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={classes.heading}>
        {t('heading', { name })}
      </h2>
      <p className={classes.lead}>
        {t('lead')} {waiting > 0 ? t('waiting', { count: waiting }) : ''}
      </p>
      {grid.sheets.map((sheet) => (
        <SheetSection key={sheet.name} sheet={sheet} mapping={mapping} onForget={actions.forgetMapping} />
      ))}
      <MappingNames mapping={mapping} />
      <MappingBar fileKey={fileKey} mapping={mapping} waiting={waiting} actions={actions} />
    </>
  );
}

interface MappingBarProps extends Pick<FileMappingProps, 'fileKey' | 'waiting' | 'actions'> {
  readonly mapping: ReturnType<typeof useMapping>;
}

function MappingBar({ fileKey, mapping, waiting, actions }: MappingBarProps) {
  const t = useTexts(mappingTexts);
  const tr = useTexts(receiveTexts);
  const isEmpty = !mapping.mapping.sheets.some(
    ({ type, columns }) => type !== null && columns.some(({ address }) => address !== null),
  );
  return (
    <div className={receiveClasses.commitBar}>
      <Button disabled={isEmpty} onClick={() => actions.confirmMapping(fileKey, mapping.mapping)}>
        {t(waiting > 0 ? 'proceedNext' : 'proceed')}
      </Button>
      <Button variant="default" onClick={() => actions.change({ type: 'filePutAside', key: fileKey })}>
        {t('aside')}
      </Button>
      <SaveMapping mapping={mapping.mapping} grid={mapping.base.grid} />
      <Button variant="subtle" onClick={() => actions.change({ type: 'restarted' })}>
        {tr('startOver')}
      </Button>
      {isEmpty || mapping.open > 0 ? (
        <p className={receiveClasses.barNote} role="status">
          <StateMark state="warn">
            <span className={receiveClasses.noteText}>
              {isEmpty ? t('nothingMapped') : t('open', { count: mapping.open })}
            </span>
          </StateMark>
        </p>
      ) : null}
    </div>
  );
}

/** As a file, for the command line or a colleague. */
function SaveMapping({ mapping, grid }: { readonly mapping: WorkbookMapping; readonly grid: WorkbookGrid }) {
  const t = useTexts(mappingTexts);
  const language = useLanguage();
  const host = useHost();
  const save = async (): Promise<void> => {
    const name = t('savedName');
    const json = mappingToJson(withContents(mapping, grid.sheets));
    const bytes = new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
    const saved = await host.files.save({ suggestedName: name, mediaType: 'application/json', bytes });
    if (!saved.ok) showToast({ message: fileSaveErrorText(saved.error.code, language), failed: true });
    else if (saved.value !== null) showToast({ message: t('saved', { path: saved.value.path }) });
  };
  return (
    <Button variant="default" onClick={() => void save()}>
      {t('save')}
    </Button>
  );
}
