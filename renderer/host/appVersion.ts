// Put in place by the build; absent under test.
declare const __FIELDBOOK_VERSION__: string | undefined;

export const appVersion: string = typeof __FIELDBOOK_VERSION__ === 'string' ? __FIELDBOOK_VERSION__ : '0.0.0';
