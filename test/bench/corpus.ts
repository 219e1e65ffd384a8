/**
 * Inspects every file of a corpus of hostile, broken and odd files (see corpusFolder), each in a reading process of its
 * own, and prints what became of it, how long it took and the most memory that the process had. Ends with 1 when a file
 * did not become what is expected of it.
 */
import { textTable } from '../../electron/batch/textTable.ts';
import {
  type CorpusOutcome,
  corpusFiles,
  corpusFolder,
  inspectCorpusFile,
  WatchedReader,
} from '../support/corpus.ts';
import { corpusFaults } from '../support/corpusExpectations.ts';

const folder = corpusFolder();
if (folder === null) {
  console.error('There is no corpus; name its folder in FIELDBOOK_CORPUS.');
  process.exit(2);
}
const outcomes: CorpusOutcome[] = [];
for (const file of corpusFiles(folder)) {
  const reader = new WatchedReader();
  outcomes.push(await inspectCorpusFile(folder, file, reader));
  reader.close();
}

const megabytes = ({ peakBytes }: CorpusOutcome): number => Math.round(peakBytes / 1024 / 1024);
const seconds = ({ milliseconds }: CorpusOutcome): string => (milliseconds / 1000).toFixed(1);
const became = ({ grid, refusal }: CorpusOutcome): string =>
  grid === null ? refusal : `read as ${grid.kind}`;
const rowsIn = ({ grid }: CorpusOutcome): number | string =>
  grid === null ? '' : grid.sheets.reduce((sum, { rows }) => sum + rows.length, 0);

const lines = outcomes.map((one) => [
  one.file.name.slice(0, 60),
  became(one),
  rowsIn(one),
  seconds(one),
  megabytes(one),
]);
for (const line of textTable([['File', 'Became', 'Rows', 'Seconds', 'MB'], ...lines])) console.info(line);

const counts = new Map<string, number>();
for (const one of outcomes) counts.set(became(one), (counts.get(became(one)) ?? 0) + 1);
console.info('');
for (const line of textTable([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map((pair) => [...pair])))
  console.info(line);
const slowest = outcomes.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
const largest = outcomes.toSorted((a, b) => b.peakBytes - a.peakBytes)[0];
console.info('');
if (slowest !== undefined) console.info(`slowest: ${seconds(slowest)} s, ${slowest.file.name}`);
if (largest !== undefined) console.info(`most memory: ${megabytes(largest)} MB, ${largest.file.name}`);

const faults = outcomes.flatMap((one) => corpusFaults(one).map((fault) => `${one.file.name}: ${fault}`));
for (const fault of faults) console.info(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
