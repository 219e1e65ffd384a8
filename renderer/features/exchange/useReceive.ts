import { useMemo } from 'react';
import { useStore as useZustand } from 'zustand';
import { useLanguage } from '../../i18n/useTexts.ts';
import { useStore } from '../../storage/StoreContext.tsx';
import { useServices } from '../../stores/services.tsx';
import { planInWorker, unpackInWorker } from '../../workers/exchangeClient.ts';
import { type ReceiveActions, receiveActions } from './receiveActions.ts';
import type { ReceiveState } from './receiveState.ts';
import { receiveStore } from './receiveStore.ts';

export interface Receive {
  readonly state: ReceiveState;
  readonly actions: ReceiveActions;
}

export function useReceive(): Receive {
  const store = useStore();
  const services = useServices();
  const language = useLanguage();
  const state = useZustand(receiveStore);
  const actions = useMemo(
    () =>
      receiveActions({
        receive: receiveStore,
        store,
        services,
        language,
        planFiles: planInWorker,
        unpack: unpackInWorker,
      }),
    [store, services, language],
  );
  return { state, actions };
}
