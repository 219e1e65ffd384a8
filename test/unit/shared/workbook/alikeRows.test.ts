import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSimilarity } from '../../../../shared/core/similarity.ts';
import { alikePairs, type Said } from '../../../../shared/workbook/alikeRows.ts';

const words = ['Registers', 'of', 'land', '주민', '등록', '클라우드', 'A', 'data', ''];

const said: fc.Arbitrary<Said> = fc.record({
  statements: fc
    .uniqueArray(fc.constantFrom('a 1', 'a 2', 'b 1', 'c 1', 'd 1'), { maxLength: 4 })
    .map((all) => new Set(all)),
  title: fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((some) => some.join(' ')),
  day: fc.constantFrom('2026-03-02', '2026-03-03', undefined),
});

/** Each with each, as it is told in words. */
function comparedOneByOne(rows: readonly Said[], records: readonly Said[], least: number) {
  const all = rows.flatMap((row, rowPlace) =>
    records.flatMap((record, place) => {
      const same = [...row.statements].filter((one) => record.statements.has(one)).length;
      const common = row.statements.size === 0 ? 0 : same / row.statements.size;
      const alike = textSimilarity(row.title, record.title);
      const score =
        row.day === undefined
          ? (common + alike) / 2
          : (common + alike + (row.day === record.day ? 1 : 0)) / 3;
      return common < least || score < least ? [] : [{ row: rowPlace, record: place, score }];
    }),
  );
  const taken = new Set<string>();
  const found: { readonly row: number; readonly record: number }[] = [];
  for (const { row, record } of all.toSorted((a, b) => Math.round((b.score - a.score) * 1e9))) {
    if (taken.has(`row ${row}`) || taken.has(`record ${record}`)) continue;
    taken.add(`row ${row}`).add(`record ${record}`);
    found.push({ row, record });
  }
  return found;
}

describe('rows that are most likely records', () => {
  it('are those that comparing each with each finds, in that order', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 6 }), fc.array(said, { maxLength: 6 }), (rows, records) => {
        expect(alikePairs(rows, records, 0.5)).toEqual(comparedOneByOne(rows, records, 0.5));
      }),
      { numRuns: 500 },
    );
  });

  it('are found among two million pairs in about a second', { timeout: 120_000 }, () => {
    const many = (count: number, note: string): readonly Said[] =>
      Array.from({ length: count }, (_, index) => ({
        statements: new Set(['center BG10', 'mode visit', 'hours 2', 'field data', `topic ${note} ${index}`]),
        title: `Consultation on registers of land and their data ${index * 7919} ${note}`,
        day: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`,
      }));
    const start = process.cpuUsage();
    const pairs = alikePairs(many(1000, 'now'), many(2000, 'before'), 0.5);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(8000);
    expect(pairs).toHaveLength(1000);
    expect(pairs.filter(({ row, record }) => row === record).length).toBeGreaterThan(900);
  });
});
