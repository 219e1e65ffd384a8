import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Result } from '../../shared/core/result.ts';
import { errorFacts, errorPlace } from '../../shared/ipc/log.ts';
import { BeginAnew } from '../features/lock/BeginAnew.tsx';
import { LockScreen } from '../features/lock/LockScreen.tsx';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import { App } from './App.tsx';
import { BootFailure } from './BootFailure.tsx';
import { Opening, type Replay } from './Opening.tsx';
import {
  type Application,
  foundHost,
  type Machine,
  type OpeningFailure,
  openApplication,
  openMachine,
  spokenLanguage,
  systemLanguage,
  waits,
} from './openApplication.ts';
import { StillWaiting } from './StillWaiting.tsx';

type BootState =
  | { readonly step: 'opening' }
  | { readonly step: 'locked'; readonly machine: Machine }
  | { readonly step: 'open'; readonly application: Application }
  | { readonly step: 'failed'; readonly failure: OpeningFailure | null; readonly detail: string };

/** Opens everything once; whatever of the machine stays silent, then or later, is told above all of it. */
export function Boot() {
  return (
    <>
      <Opened />
      <StillWaiting waits={waits} />
    </>
  );
}

function Opened() {
  const [state, setState] = useState<BootState>({ step: 'opening' });
  useEffect(() => {
    opening ??= open();
    void opening.then(setState);
  }, []);
  switch (state.step) {
    case 'opening':
      return (
        <ThemeProvider choice="system" language={systemLanguage()}>
          <Opening replay={replay} />
        </ThemeProvider>
      );
    case 'locked': {
      const { host, lock, settings } = state.machine;
      return (
        <ThemeProvider choice={settings.theme} language={settings.language}>
          <LockScreen
            lock={host.lock}
            state={lock}
            onUnlocked={() => void settled(openUnlocked(state.machine)).then(setState)}
          >
            <BeginAnew host={host} language={settings.language} />
          </LockScreen>
        </ThemeProvider>
      );
    }
    case 'open':
      return <App application={state.application} />;
    case 'failed':
      return (
        <ThemeProvider choice="system" language={spokenLanguage()}>
          <BootFailure
            failure={state.failure}
            detail={state.detail}
            language={spokenLanguage()}
            host={foundHost()}
          />
        </ThemeProvider>
      );
  }
}

/** How far the journal was read through; it is only where the database has to be built anew. */
const replay = createStore<Replay>()(() => ({ done: 0, entries: 0 }));

// React mounts twice in its strict mode; the journal must be opened once.
let opening: Promise<BootState> | null = null;

const open = (): Promise<BootState> => settled(openUnlessLocked());

async function openUnlessLocked(): Promise<BootState> {
  const machine = await openMachine();
  if (!machine.ok) return failed(machine.error);
  const { host, lock } = machine.value;
  if (lock.mode !== 'locked') return openOpen(machine.value);
  // Where the keychain does not open, the passphrase still does.
  const isOpened = lock.opensByItself && (await host.lock.unlock({ kind: 'keychain' })).ok;
  return isOpened ? openUnlocked(machine.value) : { step: 'locked', machine: machine.value };
}

const openUnlocked = ({ host, lock }: Machine): Promise<BootState> =>
  openOpen({ host, lock: { ...lock, mode: 'open' } });

async function openOpen(machine: Pick<Machine, 'host' | 'lock'>): Promise<BootState> {
  const opened: Result<Application, OpeningFailure> = await openApplication(machine, (done, entries) =>
    replay.setState({ done, entries }),
  );
  return opened.ok ? { step: 'open', application: opened.value } : failed(opened.error);
}

/** An error of Fieldbook itself is shown as well. */
const settled = (state: Promise<BootState>): Promise<BootState> =>
  state.catch((error: unknown) => {
    foundHost()?.log.write({ event: 'OPENING_FAILED', facts: errorFacts(error) });
    return { step: 'failed', failure: null, detail: errorPlace(error) };
  });

const failed = (failure: OpeningFailure): BootState => ({
  step: 'failed',
  failure,
  detail: detailOf(failure),
});

function detailOf({ error }: OpeningFailure): string {
  // Details can name folders, and whoever is logged in.
  if (error.code === 'JOURNAL') return `JOURNAL, ${error.cause}`;
  return error.code === 'HOST' ? `HOST, ${error.error.code}` : error.code;
}
