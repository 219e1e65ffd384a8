import { Notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, Suspense, useMemo } from 'react';
import { StoreProvider, useRecord } from '../storage/StoreContext.tsx';
import { RecordPanelsProvider } from '../stores/recordPanels.tsx';
import { ServicesProvider, useSettings } from '../stores/services.tsx';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import classes from './App.module.css';
import type { Application } from './openApplication.ts';
import { pages } from './pages.tsx';
import { recordPanels } from './recordPanels.ts';
import { createAppRouter } from './router.tsx';

export function App({ application }: { readonly application: Application }) {
  return (
    <ServicesProvider services={application.services}>
      <StoreProvider store={application.store}>
        <Look>
          <Content application={application} />
        </Look>
      </StoreProvider>
    </ServicesProvider>
  );
}

/** The first run until there is a person, then the shell, as long as the workspace is one that there is. */
function Content({ application: { info } }: { readonly application: Application }) {
  const { workspace, person, handedOverAt } = useSettings();
  const center = useRecord('center', workspace?.kind === 'center' ? workspace.centerId : null);
  const router = useMemo(
    () => createAppRouter({ settingsCondition: info.settingsCondition ?? 'intact' }),
    [info.settingsCondition],
  );
  // Whoever handed over reads on, with the settings in which that is taken back.
  const isThere = workspace?.kind !== 'center' || center?.deleted === false || handedOverAt !== null;
  if (workspace !== null && isThere) {
    return (
      <RecordPanelsProvider panels={recordPanels}>
        <RouterProvider router={router} />
      </RecordPanelsProvider>
    );
  }
  return (
    <Suspense fallback={null}>
      {workspace === null && person === null ? <FirstRun /> : <pages.workspaceQuestion />}
    </Suspense>
  );
}

/** Imported as late as the page that it is a part of. */
function FirstRun() {
  return <pages.firstRun restore={pages.firstRestore} />;
}

/** Theme and language follow the settings at once. */
function Look({ children }: { readonly children: ReactNode }) {
  const { theme, language } = useSettings();
  return (
    <ThemeProvider choice={theme} language={language}>
      <Notifications position="bottom-left" limit={4} containerWidth={400} className={classes.toasts} />
      {children}
    </ThemeProvider>
  );
}
