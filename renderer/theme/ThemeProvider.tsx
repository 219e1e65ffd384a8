import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { type ReactNode, useEffect } from 'react';
import type { Language } from '../../shared/core/language.ts';
import 'dayjs/locale/ko';
import { fixedColorScheme } from './fixedColorScheme.ts';
import { theme } from './theme.ts';

export type ThemeChoice = 'light' | 'dark' | 'system';

export interface ThemeProviderProps {
  readonly choice: ThemeChoice;
  readonly language: Language;
  readonly children: ReactNode;
}

/** Mantine without anything that would write a style element (see adoptVariables). */
export function ThemeProvider({ choice, language, children }: ThemeProviderProps) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme={schemeOf(choice)}
      colorSchemeManager={fixedColorScheme}
      withCssVariables={false}
      withGlobalClasses={false}
      deduplicateInlineStyles
    >
      <SchemeBinding choice={choice} />
      <DatesProvider
        settings={{ locale: language, firstDayOfWeek: language === 'ko' ? 0 : 1, weekendDays: [] }}
      >
        {children}
      </DatesProvider>
    </MantineProvider>
  );
}

function SchemeBinding({ choice }: { readonly choice: ThemeChoice }) {
  // Otherwise Mantine switches transitions off with a style element for the moment of the change.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  useEffect(() => setColorScheme(schemeOf(choice)), [choice, setColorScheme]);
  return null;
}

const schemeOf = (choice: ThemeChoice) => (choice === 'system' ? 'auto' : choice);
