import type { MantineColorSchemeManager } from '@mantine/core';

/** The theme is one of Fieldbook's settings, so Mantine keeps none of its own (it would use localStorage). */
export const fixedColorScheme: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
