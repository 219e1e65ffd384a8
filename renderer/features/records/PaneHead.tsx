import { ActionIcon } from '@mantine/core';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnyRecordDefinition } from '../../../shared/schema/defineRecord.ts';
import { useLabel, useTexts } from '../../i18n/useTexts.ts';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import classes from './RecordPane.module.css';
import { recordTexts } from './recordsTexts.ts';

export interface PaneHeadProps {
  readonly definition: AnyRecordDefinition;
  readonly title: string;
  readonly meta?: ReactNode;
  readonly tools?: ReactNode;
  readonly onClose: () => void;
}

export function PaneHead({ definition, title, meta, tools, onClose }: PaneHeadProps) {
  const t = useTexts(recordTexts);
  const label = useLabel();
  return (
    <header className={classes.head}>
      <div className={classes.titles}>
        <p className={classes.kind}>
          <TypeIcon type={definition.type} size={14} />
          {label(definition.label.one)}
        </p>
        <h2 className={classes.title}>{title}</h2>
        {meta === undefined ? null : <p className={classes.meta}>{meta}</p>}
      </div>
      <div className={classes.tools}>
        {tools}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('close')}
          title={t('close')}
          onClick={onClose}
        >
          <X size={16} />
        </ActionIcon>
      </div>
    </header>
  );
}
