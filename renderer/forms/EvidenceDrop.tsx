import { Button } from '@mantine/core';
import { Camera, Paperclip } from 'lucide-react';
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { RecordId } from '../../shared/core/ids.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { AttachDialog } from './AttachDialog.tsx';
import classes from './Evidence.module.css';
import type { GivenFile } from './evidenceServices.ts';
import { evidenceTexts } from './evidenceTexts.ts';
import type { FormServices } from './formServices.ts';

export interface EvidenceDropProps {
  readonly services: FormServices;
  /** Names the field for screen readers. */
  readonly labelledBy?: string;
  readonly onAttached: (ids: readonly RecordId[]) => void;
  readonly children: ReactNode;
}

/** Takes files: dropped on it or pasted into it, chosen, or taken with the camera of a tablet. */
export function EvidenceDrop({ services, labelledBy, onAttached, children }: EvidenceDropProps) {
  const t = useTexts(evidenceTexts);
  const [given, setGiven] = useState<readonly GivenFile[]>([]);
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    setGiven([...(event.currentTarget.files ?? [])]);
    // So that the same file can be chosen once more.
    event.currentTarget.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a mouse's way only; the buttons inside do the same.
    <div
      className={classes.drop}
      data-over={isOver}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        setGiven([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        setGiven([...event.clipboardData.files]);
      }}
    >
      {children}
      <div className={classes.dropLine}>
        <span>{isOver ? t('dropNow') : t('drop')}</span>
        <FileButton icon={<Paperclip size={14} />} input={chooser} labelledBy={labelledBy}>
          {t('choose')}
        </FileButton>
        <span className={classes.onlyTouch}>
          <FileButton icon={<Camera size={14} />} input={camera} labelledBy={labelledBy}>
            {t('camera')}
          </FileButton>
        </span>
        <input ref={chooser} type="file" multiple hidden onChange={take} />
        <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={take} />
      </div>
      {given.length === 0 ? null : (
        <AttachDialog
          files={given}
          services={services}
          onAttached={onAttached}
          onClose={() => setGiven([])}
        />
      )}
    </div>
  );
}

function FileButton(props: {
  readonly icon: ReactNode;
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly labelledBy: string | undefined;
  readonly children: string;
}) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={props.icon}
      aria-describedby={props.labelledBy}
      onClick={() => props.input.current?.click()}
    >
      {props.children}
    </Button>
  );
}

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');
