// npm test: builds, runs the unit tests, then the end-to-end tests, and ends with one line that counts them all.
//
//   npm test -- --unit FILTER...     only the unit tests (filters go to vitest)
//   npm test -- --e2e FILTER...      only the end-to-end tests, after a build (filters go to playwright)
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const given = process.argv.slice(2);
const filters = given.filter((argument) => argument !== '--unit' && argument !== '--e2e');
const onlyUnit = given.includes('--unit');
const onlyEndToEnd = given.includes('--e2e');
const folder = mkdtempSync(join(tmpdir(), 'fieldbook-test-'));

const none = { passed: 0, failed: 0, skipped: 0 };

main();

function main() {
  const counts = [];
  const notes = [];
  try {
    if (!onlyEndToEnd) counts.push(runUnitTests());
    if (!onlyUnit) counts.push(runEndToEndTests(notes));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  conclude(counts, notes);
}

function conclude(counts, notes) {
  const sum = (kind) => counts.reduce((total, count) => total + count[kind], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  for (const note of notes) console.log(note);
  if (passed + failed === 0) console.log('No test ran.');
  // The exit code is set rather than forced, so that this line is written out before the process ends.
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

function runUnitTests() {
  heading('Unit tests');
  const summary = join(folder, 'unit.json');
  const status = run(binary('vitest', 'vitest'), [
    'run',
    ...filters,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${summary}`,
  ]);
  return settle('vitest', status, readJson(summary), (report) => ({
    passed: report.numPassedTests,
    // A file that could not even be loaded holds no failed test, and is a failure all the same.
    failed: report.numFailedTests + report.testResults.filter(couldNotLoad).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

function couldNotLoad(file) {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
}

function runEndToEndTests(notes) {
  heading('Build');
  const built = run(binary('electron-vite', 'electron-vite'), ['build', '--logLevel', 'warn']);
  if (built !== 0) {
    return failWith('The build failed, so no end-to-end test ran', none);
  }
  heading('End-to-end tests');
  const summary = join(folder, 'e2e.json');
  const status = run(binary('@playwright/test', 'playwright'), ['test', ...filters], {
    FIELDBOOK_E2E_SUMMARY: summary,
  });
  const report = readJson(summary);
  if (report) notes.push(...hostNotes(report));
  return settle('playwright', status, report, ({ stats, errors }) => ({
    // A test that passed only when tried again is counted as failed: it hides something.
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.filter(isRealError).length,
    skipped: stats.skipped,
  }));
}

/** Errors outside any test, for example a file that could not be loaded; an unfitting filter is none. */
function isRealError(error) {
  return !(filters.length > 0 && /No tests found/.test(error.message ?? ''));
}

/** Says on which hosts the end-to-end tests ran, and in what the Electron shell did. */
function hostNotes(report) {
  const { browser, electron } = report.config.metadata;
  const tests = report.suites.flatMap(testsOf);
  const ran = (host) => tests.filter((test) => test.projectName === host && test.status !== 'skipped').length;
  return [
    `Host browser: ${ran('browser')} tests in ${browser}`,
    ran('electron') > 0
      ? `Host electron: ${ran('electron')} tests in ${electron}`
      : `Host electron: ${ran('stand-in')} tests in the stand-in on ${browser} (${electron})`,
  ];
}

function testsOf(suite) {
  return [...(suite.specs ?? []).flatMap((spec) => spec.tests), ...(suite.suites ?? []).flatMap(testsOf)];
}

/** The counts of a report; a runner that failed without saying which test did counts as one failure. */
function settle(runner, status, report, countsOf) {
  const counts = report ? { ...none, ...countsOf(report) } : none;
  if (counts.failed > 0) return counts;
  // With a filter, one of the two runners may well find nothing that fits.
  if (counts.passed === 0) return filters.length > 0 ? counts : failWith(`${runner} ran no test`, counts);
  return status === 0 ? counts : failWith(`${runner} ended with ${status} though no test failed`, counts);
}

function failWith(reason, counts) {
  console.log(`${reason} (counted as one failure).`);
  return { ...counts, failed: 1 };
}

/** Runs one of the packages' programs with this very Node.js: npx is a script that Windows starts differently. */
function run(program, args, env = {}) {
  const child = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (child.error) throw child.error;
  return child.status ?? child.signal;
}

function binary(packageName, command) {
  const manifest = join(root, 'node_modules', ...packageName.split('/'), 'package.json');
  if (!existsSync(manifest)) {
    console.error(`${packageName} is not installed: run \`npm ci\`.`);
    process.exit(1);
  }
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function heading(text) {
  console.log(`\n== ${text} ==`);
}
