import { useState } from 'react';
import type { OpenedPack } from '../../../shared/handOver/handOverPack.ts';
import { maxPickedBytes } from '../../../shared/ipc/channels.ts';
import { packProblemTexts } from '../../../shared/messages/packProblems.ts';
import { useLanguage, useTexts } from '../../i18n/useTexts.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { type Successor, takeOver, writeTravelled } from '../../storage/takeOver.ts';
import { useServices } from '../../stores/services.tsx';
import { openInWorker } from '../../workers/handOverClient.ts';
import type { PersonRole } from './firstRunState.ts';
import { takeOverTexts } from './takeOverTexts.ts';

interface ChosenPack {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** From the choice of a pack to the new start. */
export type TakeOverState =
  | { readonly step: 'choose'; readonly failure: string | null }
  | { readonly step: 'passphrase'; readonly chosen: ChosenPack; readonly failure: string | null }
  | { readonly step: 'opening' }
  | {
      readonly step: 'who';
      readonly name: string;
      readonly pack: OpenedPack;
      readonly failure: string | null;
    }
  | { readonly step: 'takingOver' }
  /** The records are in; only the settings could not be written. */
  | { readonly step: 'settings'; readonly pack: OpenedPack; readonly successor: Successor };

export interface SuccessorAnswers {
  readonly name: string;
  readonly role: PersonRole;
  /** Encryption is set up right after the new start. */
  readonly encrypts: boolean;
}

export interface TakeOverSteps {
  readonly state: TakeOverState;
  choose(): Promise<void>;
  open(chosen: ChosenPack, passphrase: string): Promise<void>;
  finish(name: string, pack: OpenedPack, answers: SuccessorAnswers): Promise<void>;
  writeSettings(pack: OpenedPack, successor: Successor): Promise<void>;
  /** Loads the page anew with what is there. */
  reopen(): void;
}

/** `reopen` loads the page anew, so that the store is built from what was taken over. */
export function useTakeOver(reopen: () => void = () => window.location.reload()): TakeOverSteps {
  const t = useTexts(takeOverTexts);
  const language = useLanguage();
  const store = useStore();
  const { host, clock, random } = useServices();
  const [state, setState] = useState<TakeOverState>({ step: 'choose', failure: null });

  return {
    state,
    choose: async () => {
      const picked = await host.files.pick({ title: t('choose'), extensions: ['fbpack'], multiple: false });
      if (!picked.ok) {
        return setState({ step: 'choose', failure: t('notRead', { limit: maxPickedBytes / 1024 ** 2 }) });
      }
      const chosen = picked.value?.[0];
      if (chosen !== undefined) setState({ step: 'passphrase', chosen, failure: null });
    },
    open: async (chosen, passphrase) => {
      setState({ step: 'opening' });
      const opened = await openInWorker(chosen.bytes, passphrase).catch(() => null);
      if (opened?.ok === true) {
        return setState({ step: 'who', name: chosen.name, pack: opened.value, failure: null });
      }
      const failure = opened === null ? t('noMemory') : packProblemTexts[opened.error.code][language];
      // Only another passphrase is worth a try with the same file.
      const again = opened === null || opened.error.code === 'WRONG_PASSPHRASE';
      setState(again ? { step: 'passphrase', chosen, failure } : { step: 'choose', failure });
    },
    finish: async (name, pack, { name: person, role, encrypts }) => {
      setState({ step: 'takingOver' });
      const successor = {
        name: person,
        settings: { language, person: { name: person, role }, asksToEncrypt: encrypts },
      };
      const taken = await takeOver(pack, name, successor, { host, store, clock, random });
      if (taken.ok) reopen();
      else if (taken.error.part === 'settings') setState({ step: 'settings', pack, successor });
      else setState({ step: 'who', name, pack, failure: t('notWritten') });
    },
    writeSettings: async (pack, successor) => {
      setState({ step: 'takingOver' });
      const written = await writeTravelled(pack, successor, host);
      if (written.ok) reopen();
      else setState({ step: 'settings', pack, successor });
    },
    reopen,
  };
}
