import { posix } from 'node:path';
import type { Import, ParsedSource } from './parsedSource.ts';

/** One rule of the architecture: what of a source breaks it, in words; nothing when it is kept. */
export type SourceRule = (source: ParsedSource) => readonly string[];

export const sourceRules = {
  'shared imports only shared and packages without DOM or Node': (source) =>
    importsWhere(source, 'shared/', (one) => {
      if (one.kind === 'file') return !one.resolved.startsWith('shared/');
      return one.kind === 'package' ? !packagesOfShared.has(one.name) : one.kind === 'node';
    }),

  'shared reads no clock, randomness or global store': (source) =>
    source.path.startsWith('shared/') ? source.impurities : [],

  'renderer imports only renderer, shared and resources, nothing of Electron or Node': (source) =>
    importsWhere(source, 'renderer/', (one) => {
      if (one.kind === 'file') return !/^(renderer|shared|resources)\//.test(one.resolved);
      return one.kind === 'package' ? one.name === 'electron' : one.kind === 'node';
    }),

  'electron imports only electron, shared, resources and package.json': (source) =>
    importsWhere(
      source,
      'electron/',
      (one) => one.kind === 'file' && !/^((electron|shared|resources)\/|package\.json$)/.test(one.resolved),
    ),

  'product code names its imports literally': (source) =>
    ['shared/', 'renderer/', 'electron/'].flatMap((folder) =>
      importsWhere(source, folder, (one) => one.kind === 'computed'),
    ),

  'features never import each other': (source) => {
    const own = featureOf(source.path);
    if (own === null) return [];
    return importsWhere(source, 'renderer/features/', (one) => {
      const other = one.kind === 'file' ? featureOf(one.resolved) : null;
      return other !== null && other !== own;
    });
  },

  'only renderer/storage knows Dexie': (source) =>
    source.path.startsWith('renderer/storage/') ? [] : packagesIn(source, ['dexie', 'dexie-react-hooks']),

  'only one file knows SheetJS': (source) =>
    source.path === 'shared/workbook/read/sheetJsReader.ts' ? [] : packagesIn(source, ['xlsx']),

  'only one writer knows hucre': (source) =>
    source.path === 'shared/workbook/write/hucreWriter.ts' ? [] : packagesIn(source, ['hucre']),

  'only renderer/workers/pdf knows pdf.js': (source) =>
    source.path.startsWith('renderer/workers/pdf/') ? [] : packagesIn(source, ['pdfjs-dist']),

  'only renderer/host touches the bridge': (source) =>
    source.path.startsWith('renderer/') && !source.path.startsWith('renderer/host/')
      ? [...source.text.matchAll(/\bfieldbookHost\b/g)].map(([word]) => word)
      : [],

  'ui and forms know neither storage nor host nor features': (source) =>
    ['renderer/ui/', 'renderer/forms/'].flatMap((folder) =>
      importsWhere(
        source,
        folder,
        (one) => one.kind === 'file' && /^renderer\/(storage|host|features)\//.test(one.resolved),
      ),
    ),

  'exports are named': (source) =>
    source.hasDefaultExport && !/(\.config|\.d)\.ts$/.test(source.path) ? ['default export'] : [],

  'file names say what is inside': (source) =>
    /^(utils?|helpers?|misc|common)\./i.test(posix.basename(source.path))
      ? [posix.basename(source.path)]
      : [],

  'files have at most 400 lines': (source) => {
    const lines = source.text.trimEnd().split('\n').length;
    return lines > 400 ? [`${lines} lines`] : [];
  },
} as const satisfies Record<string, SourceRule>;

export type SourceRuleName = keyof typeof sourceRules;

/** Pure computation, the same in every host; anything else is passed in from outside. */
const packagesOfShared: ReadonlySet<string> = new Set([
  '@noble/ciphers',
  '@noble/hashes',
  'fflate',
  'hash-wasm',
  'hucre',
  'minisearch',
  'xlsx',
]);

function importsWhere(
  source: ParsedSource,
  folder: string,
  isForbidden: (one: Import) => boolean,
): readonly string[] {
  return source.path.startsWith(folder) ? source.imports.filter(isForbidden).map(describeImport) : [];
}

/** Tests may use whatever they need to look behind the curtain; the rules are about the product. */
function packagesIn(source: ParsedSource, names: readonly string[]): readonly string[] {
  return ['shared/', 'renderer/', 'electron/'].flatMap((folder) =>
    importsWhere(source, folder, (one) => one.kind === 'package' && names.includes(one.name)),
  );
}

function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)/.exec(path)?.[1] ?? null;
}

function describeImport(one: Import): string {
  if (one.kind === 'file') return one.resolved;
  return one.kind === 'computed' ? 'a computed import' : one.name;
}
