// npm run test:campaign: the property tests of the exchange between replicas in their long form.
//
//   npm run test:campaign -- --runs 5000    more runs than the usual 2,000
//   npm run test:campaign -- --seed 12345   one failure again, by the seed that it named
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' } },
});
const root = resolve(import.meta.dirname, '..');
const laws = ['convergence', 'undoOrder'].map((name) => `test/unit/shared/sync/${name}.test.ts`);
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const child = spawnSync(process.execPath, [vitest, 'run', ...laws], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    FIELDBOOK_RUNS: values.runs,
    ...(values.seed === undefined ? {} : { FIELDBOOK_SEED: values.seed }),
  },
});
if (child.error) throw child.error;
process.exitCode = child.status ?? 1;
