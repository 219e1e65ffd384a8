import type { Configuration } from 'electron-builder';

/** How the built application becomes an installer: `npm run package`, on the system that it is for. */
const configuration: Configuration = {
  appId: 'org.egcc.fieldbook',
  productName: 'eGCC Fieldbook',
  // Without blanks, because mail programs and shells make something else of them.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
  artifactName: 'eGCC-Fieldbook-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  // The bundles hold every package that they use.
  files: ['out/**/*', 'resources/icons/fieldbook.png', 'package.json', '!node_modules/**/*', '!**/*.map'],
  asar: true,
  // No package has a part that is compiled for Electron.
  npmRebuild: false,
  publish: null,
  electronFuses: {
    // The program runs the application and nothing else.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    // A changed program of Apple's processors does not start with the signature of the unchanged one.
    resetAdHocDarwinSignature: true,
  },
  // English and Korean are the application's languages; Chromium brings fifty.
  electronLanguages: ['en-US', 'ko'],
  icon: 'resources/icons/fieldbook.png',
  win: {
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'zip', arch: ['x64'] },
    ],
  },
  // For one user and without administrator's rights: experts' laptops are not theirs to administer.
  nsis: { oneClick: false, perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
  },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
    category: 'Office',
    maintainer: 'eGCC Fieldbook',
    synopsis: 'Offline logbook of e-Government Cooperation Centers',
  },
};

export default configuration;
