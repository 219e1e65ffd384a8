import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { parseSource } from '../support/parsedSource.ts';
import { readProjectFiles } from '../support/projectFiles.ts';
import { looselyPinned, missingFromTable, tracesIn } from '../support/projectRules.ts';
import { type SourceRuleName, sourceRules } from '../support/sourceRules.ts';

const files = readProjectFiles();
const sources = files
  .filter((file) => /\.(ts|tsx|mts|cts|js|mjs|cjs)$/.test(file.path))
  .map((file) => parseSource(file.path, file.text));
const ruleNames = Object.keys(sourceRules).filter((name): name is SourceRuleName => name in sourceRules);
const dependencies = { ...packageJson.dependencies, ...packageJson.devDependencies };

describe('the sources', () => {
  it.each(ruleNames)('keep the rule: %s', (name) => {
    const breaches = sources.flatMap((source) =>
      sourceRules[name](source).map((what) => `${source.path}: ${what}`),
    );
    expect(breaches).toEqual([]);
  });

  it('are all seen', () => {
    const paths = sources.map((source) => source.path);
    expect(paths).toContain('shared/core/result.ts');
    expect(paths).toContain('test/unit/architecture.test.ts');
  });
});

describe('the project', () => {
  it('pins every dependency to one version', () => {
    expect(looselyPinned(dependencies)).toEqual([]);
  });

  it("says in the README's table why each dependency is there", () => {
    const readme = files.find((file) => file.path === 'README.md');
    expect(missingFromTable(Object.keys(dependencies), readme?.text ?? '')).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    const traces = files.flatMap((file) => tracesIn(file.text).map((line) => `${file.path}: ${line}`));
    expect(traces).toEqual([]);
  });
});

interface Breach {
  readonly rule: SourceRuleName;
  readonly path: string;
  readonly text: string;
  readonly reported: readonly string[];
}

/** At least one made-up source for each rule, with what the rule has to say of it. */
const breaches: readonly Breach[] = [
  {
    rule: 'shared imports only shared and packages without DOM or Node',
    path: 'shared/core/a.ts',
    text: `import type { App } from '../../renderer/app.ts';
      import { readFile } from 'node:fs/promises';
      import fs from 'fs';
      import { useState } from 'react';
      import { sha256 } from '@noble/hashes/sha2.js';
      import { b } from '../records/b.ts';`,
    reported: ['renderer/app.ts', 'node:fs/promises', 'fs', 'react'],
  },
  {
    rule: 'shared reads no clock, randomness or global store',
    path: 'shared/core/a.ts',
    text: `const a = [Date.now(), new Date(), Date(), Math.random(), crypto.randomUUID(), localStorage.length];
      const fine = [new Date(0), Math.max(1), '// Date.now()'];`,
    reported: ['Date.now', 'new Date()', 'Date()', 'Math.random', 'crypto.randomUUID', 'localStorage.length'],
  },
  {
    rule: 'renderer imports only renderer, shared and resources, nothing of Electron or Node',
    path: 'renderer/workers/a.ts',
    text: `export * from '../../electron/main/x.ts';
      const b = await import('electron');
      type C = import('node:path').PlatformPath;
      new Worker(new URL('../../electron/worker.ts', import.meta.url));
      import flag from '../../resources/flags/kr.svg?url';`,
    reported: ['electron/main/x.ts', 'electron', 'node:path', 'electron/worker.ts'],
  },
  {
    rule: 'electron imports only electron, shared, resources and package.json',
    path: 'electron/main/a.ts',
    text: `export { x } from '../../renderer/host/x.ts';
      const y = require('../../test/support/y.ts');
      import { app } from 'electron';
      import { ok } from '../../shared/core/result.ts';`,
    reported: ['renderer/host/x.ts', 'test/support/y.ts'],
  },
  {
    rule: 'product code names its imports literally',
    path: 'electron/main/a.ts',
    text: 'export const load = (path: string) => import(path);',
    reported: ['a computed import'],
  },
  {
    rule: 'features never import each other',
    path: 'renderer/features/log/List.tsx',
    text: `import { Form } from './Form.tsx';
      import { Budget } from '../budget/Budget.tsx';
      import { Button } from '../../ui/Button.tsx';`,
    reported: ['renderer/features/budget/Budget.tsx'],
  },
  {
    rule: 'only renderer/storage knows Dexie',
    path: 'renderer/features/log/useRows.ts',
    text: `import { useLiveQuery } from 'dexie-react-hooks'; import type { Table } from 'dexie';`,
    reported: ['dexie-react-hooks', 'dexie'],
  },
  {
    rule: 'only one file knows SheetJS',
    path: 'shared/workbook/read/other.ts',
    text: `import { read } from 'xlsx';`,
    reported: ['xlsx'],
  },
  {
    rule: 'only one writer knows hucre',
    path: 'electron/batch/a.ts',
    text: `import { writeXlsx } from 'hucre/xlsx';`,
    reported: ['hucre'],
  },
  {
    rule: 'only renderer/workers/pdf knows pdf.js',
    path: 'renderer/forms/PdfView.tsx',
    text: `import { getDocument } from 'pdfjs-dist';`,
    reported: ['pdfjs-dist'],
  },
  {
    rule: 'only renderer/host touches the bridge',
    path: 'renderer/app/App.tsx',
    text: 'window.fieldbookHost.settings.read();',
    reported: ['fieldbookHost'],
  },
  {
    rule: 'ui and forms know neither storage nor host nor features',
    path: 'renderer/forms/MoneyField.tsx',
    text: `import { db } from '../storage/db.ts'; import { Text } from '../ui/Text.tsx';`,
    reported: ['renderer/storage/db.ts'],
  },
  {
    rule: 'exports are named',
    path: 'renderer/ui/Text.tsx',
    text: 'export default function Text() { return <p />; }',
    reported: ['default export'],
  },
  {
    rule: 'exports are named',
    path: 'renderer/ui/Text.tsx',
    text: 'const Text = 1; export { Text as default };',
    reported: ['default export'],
  },
  {
    rule: 'file names say what is inside',
    path: 'renderer/ui/helpers.ts',
    text: '',
    reported: ['helpers.ts'],
  },
  {
    rule: 'files have at most 400 lines',
    path: 'shared/core/a.ts',
    text: '//\n'.repeat(401),
    reported: ['401 lines'],
  },
];

describe('each rule', () => {
  it.each(breaches)('notices a breach of: $rule', ({ rule, path, text, reported }) => {
    expect(sourceRules[rule](parseSource(path, text))).toEqual(reported);
  });

  it('has a made-up breach', () => {
    expect(new Set(breaches.map((breach) => breach.rule))).toEqual(new Set(ruleNames));
  });

  it('lets the one file that is meant import the library', () => {
    const reader = parseSource('shared/workbook/read/sheetJsReader.ts', `import { read } from 'xlsx';`);
    const storage = parseSource('renderer/storage/database.ts', `import { Dexie } from 'dexie';`);
    expect(
      ruleNames.flatMap((name) => [...sourceRules[name](reader), ...sourceRules[name](storage)]),
    ).toEqual([]);
  });

  it('notices version ranges, dependencies without a reason, and traces of a machine', () => {
    const versions = { a: '1.2.3', b: '^1.2.3', c: 'latest', d: 'npm:@x/d@1.0.0', e: 'npm:e@~1.0.0' };
    expect(looselyPinned(versions)).toEqual(['b', 'c', 'e']);
    expect(missingFromTable(['a', 'b'], 'a, b\n| `a` | why |\n')).toEqual(['b']);
    const traced = [['', 'work', 'main'].join('/'), `see ${['', 'root', '.cache'].join('/')}`];
    expect(tracesIn([...traced, 'paper/work/plan', '/working/'].join('\n'))).toEqual(traced);
  });
});
