import { Button } from '@mantine/core';
import type { Label, Language } from '../../shared/core/language.ts';
import type { Host } from '../../shared/ipc/host.ts';
import { BeginAnew } from '../features/lock/BeginAnew.tsx';
import classes from './Boot.module.css';
import { FailureReport } from './FailureReport.tsx';
import type { OpeningFailure } from './openApplication.ts';
import { openingFailureText } from './openingFailureText.ts';

const title: Label = { en: 'Fieldbook did not open', ko: 'Fieldbook을 열지 못했습니다' };
const again: Label = { en: 'Open again', ko: '다시 열기' };

export interface BootFailureProps {
  /** Null for an error of Fieldbook itself. */
  readonly failure: OpeningFailure | null;
  readonly detail: string;
  readonly language: Language;
  /** Null where no machine was found to ask. */
  readonly host: Host | null;
}

/** Needs no settings and no store: both may be what failed. */
export function BootFailure({ failure, detail, language, host }: BootFailureProps) {
  return (
    <main className={classes.screen} role="alert">
      <h1 className={classes.title}>{title[language]}</h1>
      <p className={classes.text}>{openingFailureText(failure, language)}</p>
      <Button onClick={() => window.location.reload()}>{again[language]}</Button>
      {host !== null && isKeyLost(failure) ? <BeginAnew host={host} language={language} /> : null}
      <p className={classes.detail}>{detail}</p>
      {host === null ? null : <FailureReport host={host} language={language} />}
    </main>
  );
}

/** The one failure that opening again never mends. */
const isKeyLost = (failure: OpeningFailure | null): boolean =>
  failure?.stage === 'lock' && failure.error.code === 'KEY_LOST';
