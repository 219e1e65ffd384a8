import { createContext, type ReactNode, useContext } from 'react';
import { useStore as useZustand } from 'zustand';
import type { Clock, Randomness } from '../../shared/core/ids.ts';
import type { Host } from '../../shared/ipc/host.ts';
import type { Session, SessionStore } from './sessionStore.ts';
import type { Settings } from './settings.ts';

/** What the pages are given: the machine, a clock, a random source and the session. */
export interface Services {
  readonly host: Host;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly session: SessionStore;
}

const ServicesContext = createContext<Services | null>(null);

export interface ServicesProviderProps {
  readonly services: Services;
  readonly children: ReactNode;
}

export function ServicesProvider({ services, children }: ServicesProviderProps) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('No ServicesProvider above this component');
  return services;
}

export const useHost = (): Host => useServices().host;
export const useClock = (): Clock => useServices().clock;
export const useRandomness = (): Randomness => useServices().random;

/** A part of the session; the component is drawn again when that part changes. */
export function useSession<Part>(select: (session: Session) => Part): Part {
  return useZustand(useServices().session, select);
}

export const useSettings = (): Settings => useSession((session) => session.settings);
/** Changes settings at once; they are written soon after. */
export const useUpdateSettings = (): Session['update'] => useSession((session) => session.update);
