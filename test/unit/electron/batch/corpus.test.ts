import { describe, expect, it } from 'vitest';
import { corpusFiles, corpusFolder, inspectCorpusFile, WatchedReader } from '../../../support/corpus.ts';
import { corpusFaults } from '../../../support/corpusExpectations.ts';

const folder = corpusFolder();
/** Larger ones are for `npm run corpus`. */
const largestBytes = 1_000_000;

if (folder === null) {
  console.info('No corpus of hostile files here (see FIELDBOOK_CORPUS): its test is left out.');
}

describe('a hostile, broken or odd file of other people', () => {
  it.runIf(folder !== null)(
    'is read as what it is, or refused by one sentence that says what to do',
    { timeout: 180_000 },
    async () => {
      if (folder === null) return;
      const files = corpusFiles(folder).filter(({ bytes }) => bytes <= largestBytes);
      const reader = new WatchedReader();
      const faults: string[] = [];
      try {
        for (const file of files) {
          const outcome = await inspectCorpusFile(folder, file, reader);
          faults.push(...corpusFaults(outcome).map((fault) => `${file.name}: ${fault}`));
        }
      } finally {
        reader.close();
      }
      expect(faults).toEqual([]);
      expect(files.length).toBeGreaterThan(100);
    },
  );
});
