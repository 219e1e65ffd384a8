// What is waited for must come, however busy the machine is; a second is too short where two cores do everything.
// Only where there is a page: loading the library takes longer than most files of tests do.
if ('document' in globalThis) {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 8000 });
}

export {};
