import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { type Plugin, transformWithOxc } from 'vite';
import packageJson from './package.json' with { type: 'json' };

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, which the bundle has already.
    resolve: { alias: { fflate: at('node_modules/fflate/esm/browser.js') } },
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          // A process of its own, started by the main one: see electron/main/utilityReader.ts.
          reader: at('electron/services/killableReaderChild.ts'),
        },
      },
      // The application then runs from out/ and resources/ alone; only Electron itself is found outside.
      externalizeDeps: false,
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is evaluated as one CommonJS script and may require nothing but 'electron'.
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
      externalizeDeps: false,
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), rootBase(), offlineApplication()],
    define: { __FIELDBOOK_VERSION__: JSON.stringify(packageJson.version) },
    worker: { format: 'es' },
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // Files of this computer: what counts is what a screen needs at once, and the workbook worker loads by itself.
      chunkSizeWarningLimit: 1000,
      target: 'chrome130',
      rolldownOptions: { input: { index: at('renderer/index.html') } },
    },
  },
});

/**
 * Both hosts serve the renderer at the root of an origin, so a screen's own address (/log/trainings) may be
 * reloaded: the addresses of scripts must not depend on it, as with electron-vite's relative base.
 */
function rootBase(): Plugin {
  return { name: 'fieldbook:root-base', enforce: 'post', config: () => ({ base: '/' }) };
}

/** Adds what makes the browser host an installable, offline web application: manifest, icon, service worker. */
function offlineApplication(): Plugin {
  const icons = ['svg', 'png'] as const;
  let folder = at('out/renderer');
  return {
    name: 'fieldbook:offline',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }, injectTo: 'head' },
    ],
    generateBundle() {
      for (const kind of icons) {
        const source = readFileSync(at(`resources/icons/fieldbook.${kind}`));
        this.emitFile({ type: 'asset', fileName: `icon.${kind}`, source });
      }
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: webManifest() });
    },
    writeBundle: {
      order: 'post',
      // From the folder, not from the bundle: the list must name the public files too.
      handler: async () => writeFileSync(join(folder, 'sw.js'), await serviceWorker(folder)),
    },
  };
}

function webManifest(): string {
  return JSON.stringify({
    id: '/',
    name: packageJson.productName,
    short_name: 'Fieldbook',
    description: packageJson.description,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#17407a',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    ],
  });
}

async function serviceWorker(folder: string): Promise<string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js' && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((location) => ({
      path: `/${relative(folder, location).split(sep).join('/')}`,
      sha256: sha256(readFileSync(location)),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const source = at('renderer/host/serviceWorker.ts');
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
  // The headers are kept with the files, so a change of policy is a new version too.
  const policy = readFileSync(at('shared/ipc/security-policy.json'), 'utf8');
  const version = sha256(JSON.stringify([files, policy, code])).slice(0, 16);
  // A module for the compiler, so that its names are its own; a classic script for every browser.
  const script = code.replace(/^export\s*\{\s*\};?$/m, '');
  return `const fieldbookPrecache = ${JSON.stringify({ version, files })};\n${script}`;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
