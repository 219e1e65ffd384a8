import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import { slippedEdits } from '../../../../shared/workbook/slippedEdits.ts';
import { type HashedRow, slippedIds } from '../../../../shared/workbook/slippedIds.ts';

const idOf = (number: number): RecordId => derivedRecordId('row', String(number));

/** Records of which the first cells differ and the last ones are alike. */
const exportedRows = (count: number): readonly HashedRow[] =>
  Array.from({ length: count }, (_, number) => ({
    id: idOf(number),
    hashes: [`day ${number}`, `topic ${number}`, `question ${number}`, 'visit', 'strategy', ''],
  }));

const toldIn = (rows: readonly HashedRow[], exported: readonly HashedRow[]) => {
  const slipped = slippedIds(rows, exported);
  return new Map([...slipped, ...slippedEdits(rows, exported, slipped)]);
};

const withCell = (row: HashedRow, column: number, hash: string): HashedRow => ({
  ...row,
  hashes: row.hashes.map((old, index) => (index === column ? hash : old)),
});

describe('rows that slipped beside the ids of others and were edited', () => {
  it('are told by the cells that nobody edited, whatever the order and the edit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }).chain((count) =>
          fc.record({
            order: fc.shuffledSubarray(
              Array.from({ length: count }, (_, index) => index),
              { minLength: count, maxLength: count },
            ),
            edited: fc.array(fc.nat(5), { minLength: count, maxLength: count }),
          }),
        ),
        ({ order, edited }) => {
          const exported = exportedRows(order.length);
          const rows = order.map((number, place): HashedRow => {
            const row = withCell(
              exported[number] ?? { id: null, hashes: [] },
              edited[place] ?? 0,
              `edit ${place}`,
            );
            return { ...row, id: idOf(place) };
          });
          const told = toldIn(rows, exported);
          for (const [place, number] of order.entries()) {
            expect(told.get(place) ?? idOf(place)).toBe(idOf(number));
          }
        },
      ),
    );
  });

  it('stay where they are when nothing slipped, however much of them was edited', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.constantFrom('', 'visit', 'topic 0', 'topic 1', 'day 1', 'new'), {
            minLength: 6,
            maxLength: 6,
          }),
          {
            minLength: 1,
            maxLength: 1,
          },
        ),
        ([cells = []]) => {
          const exported = exportedRows(4);
          // One row is written anew; the others speak for their records.
          const rows = exported.map((row, index) => (index === 2 ? { ...row, hashes: cells } : row));
          expect(toldIn(rows, exported).size).toBe(0);
        },
      ),
    );
  });

  it('are not told where two records are alike, or the row that bears the id stays', () => {
    const [first, second] = exportedRows(2);
    if (first === undefined || second === undefined) throw new Error('two rows');
    const alike = [first, { ...first, id: idOf(1) }];
    const swapped = [
      withCell({ ...first, id: idOf(1) }, 5, 'a'),
      withCell({ ...first, id: idOf(0) }, 5, 'b'),
    ];
    expect(toldIn(swapped, alike).size).toBe(0);
    const taken = [withCell(first, 5, 'x'), { ...withCell(first, 4, 'y'), id: idOf(1) }];
    expect(toldIn(taken, [first, second]).size).toBe(0);
  });
});
