import { Notifications } from '@mantine/notifications';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ComponentType, StrictMode } from 'react';
import { i18n } from '../../../../renderer/i18n/texts.ts';
import type { FieldbookStore } from '../../../../renderer/storage/fieldbookStore.ts';
import { StoreProvider } from '../../../../renderer/storage/StoreContext.tsx';
import { type Services, ServicesProvider } from '../../../../renderer/stores/services.tsx';
import { createSessionStore } from '../../../../renderer/stores/sessionStore.ts';
import { type Settings, settingsFromJson } from '../../../../renderer/stores/settings.ts';
import { ThemeProvider } from '../../../../renderer/theme/ThemeProvider.tsx';
import type { Language } from '../../../../shared/core/language.ts';
import { builtInChanges } from '../../../../shared/records/builtIn.ts';
import { Laptop, random, saved } from '../storage/laptop.ts';

export interface OpenScreen {
  readonly laptop: Laptop;
  readonly store: FieldbookStore;
  readonly services: Services;
  readonly user: ReturnType<typeof userEvent.setup>;
}

let forgetSession: () => void = () => undefined;

/** A laptop on which the built-in centers are written already. */
export async function laptopWithCenters(): Promise<{ laptop: Laptop; store: FieldbookStore }> {
  const laptop = new Laptop();
  const store = await laptop.open();
  await saved(store, { kind: 'setup', by: 'Kim', plan: () => builtInChanges() });
  return { laptop, store };
}

/** Shows one page as the application does: with its providers, a router, and a real store. */
export async function openScreen(
  Page: ComponentType,
  { laptop, store }: { readonly laptop: Laptop; readonly store: FieldbookStore },
  settings: Partial<Settings> & { readonly language: Language },
): Promise<OpenScreen> {
  const { host, clock } = laptop;
  const session = createSessionStore(host.settings, {
    ...settingsFromJson({}, settings.language),
    person: { name: 'Kim Minji', role: 'expert' },
    workspace: { kind: 'headquarters' },
    ...settings,
  });
  await i18n.changeLanguage(settings.language);
  forgetSession = session.subscribe((state) => void i18n.changeLanguage(state.settings.language));
  const services: Services = { host, clock, random, session };
  const root = createRootRoute({ component: () => <Page />, notFoundComponent: () => <Page /> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  render(
    <StrictMode>
      <ServicesProvider services={services}>
        <StoreProvider store={store}>
          <ThemeProvider choice="light" language={settings.language}>
            <Notifications />
            <RouterProvider router={router} />
          </ThemeProvider>
        </StoreProvider>
      </ServicesProvider>
    </StrictMode>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { laptop, store, services, user: userEvent.setup() };
}

/** A screen that was closed must not change the language of the next one when its last settings are written. */
export function closeScreen(): void {
  forgetSession();
  cleanup();
}
