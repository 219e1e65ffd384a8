// Each folder has its own tsconfig so that the compiler refuses DOM or Node where they do not belong.
import { spawnSync } from 'node:child_process';

let failed = false;
for (const folder of ['shared', 'electron', 'renderer', 'test']) {
  const run = spawnSync('npx', ['--no-install', 'tsc', '--noEmit', '-p', folder], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  failed ||= run.status !== 0;
}
process.exitCode = failed ? 1 : 0;
