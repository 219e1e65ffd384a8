import {
  type ConvertCSSVariablesInput,
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { cssVariablesResolver, theme } from './theme.ts';

/**
 * Gives the document the theme's variables as an adopted style sheet. Mantine would write them into a style element,
 * which the content policy (`style-src 'self'`) forbids; a sheet that a script constructs is allowed.
 */
export function adoptVariables(document: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(convertCssVariables(themeVariables()));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** All variables of the theme, Mantine's and Fieldbook's own. */
export function themeVariables(): ConvertCSSVariablesInput {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = cssVariablesResolver(merged);
  return {
    variables: { ...base.variables, ...own.variables },
    light: { ...base.light, ...own.light },
    dark: { ...base.dark, ...own.dark },
  };
}
