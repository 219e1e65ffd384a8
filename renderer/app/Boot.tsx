import { useEffect, useState } from 'react';
import type { Language } from '../../shared/core/language.ts';
import { ThemeProvider } from '../theme/ThemeProvider.tsx';
import { App } from './App.tsx';
import { BootFailure } from './BootFailure.tsx';
import { type Application, type OpeningFailure, openApplication } from './openApplication.ts';

type BootState =
  | { readonly step: 'opening' }
  | { readonly step: 'open'; readonly application: Application }
  | { readonly step: 'failed'; readonly failure: OpeningFailure | null; readonly detail: string };

/** Opens everything once; until then the page stays empty, which takes a blink, not a wait. */
export function Boot() {
  const [state, setState] = useState<BootState>({ step: 'opening' });
  useEffect(() => {
    opening ??= openApplication();
    opening.then(
      (opened) =>
        setState(
          opened.ok
            ? { step: 'open', application: opened.value }
            : { step: 'failed', failure: opened.error, detail: detailOf(opened.error) },
        ),
      (error: unknown) => setState({ step: 'failed', failure: null, detail: String(error) }),
    );
  }, []);
  switch (state.step) {
    case 'opening':
      return null;
    case 'open':
      return <App application={state.application} />;
    case 'failed':
      return (
        <ThemeProvider choice="system" language={systemLanguage()}>
          <BootFailure failure={state.failure} detail={state.detail} language={systemLanguage()} />
        </ThemeProvider>
      );
  }
}

// React mounts twice in its strict mode; the journal must be opened once.
let opening: ReturnType<typeof openApplication> | null = null;

function detailOf({ error }: OpeningFailure): string {
  return 'detail' in error ? `${error.code}: ${error.detail}` : error.code;
}

const systemLanguage = (): Language => (navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en');
