import { describe, expect, it } from 'vitest';
import { derivedRecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { recordOf } from '../../../../shared/records/recordsOf.ts';
import { ledgerYears } from '../../../../shared/reports/budgetLedger.ts';
import { periodOf } from '../../../../shared/reports/period.ts';
import { settlement } from '../../../../shared/reports/settlement.ts';
import { sampleMark } from '../../../../shared/reports/toldSamples.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { settlementDocument } from '../../../../shared/workbook/settlementSheet.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/writeWorkbook.ts';
import { storedRecordOf } from '../../../support/recordGenerators.ts';
import { sampleProgramme } from '../../../support/sampleProgramme.ts';

const { set, centerIds } = sampleProgramme();
const [centerId] = centerIds;
if (centerId === undefined) throw new Error('no center');

async function gridOf(language: 'en' | 'ko') {
  if (centerId === undefined) throw new Error('no center');
  const settled = settlement(set, { centerId, period: periodOf('year', '2025-01-01') });
  if (settled === null) throw new Error('no settlement');
  const options = { language, by: 'Kim Minji', at: Date.UTC(2026, 10, 23), timeZone: 'Asia/Seoul' };
  const written = await writeWorkbook(settlementDocument(set, settled, options));
  if (!written.ok) throw new Error(written.error.code);
  const read = await readWorkbook(written.value, 'settlement.xlsx');
  if (!read.ok) throw new Error(read.error.code);
  return { settled, rows: read.value.sheets[0]?.rows ?? [] };
}

describe('the settlement in a workbook', () => {
  it('says that it tells of sample data', async () => {
    for (const language of ['en', 'ko'] as const) {
      const { settled, rows } = await gridOf(language);
      expect(settled.samples).toBe('told');
      expect(rows.flat()).toContain(sampleMark[language]);
    }
  });

  it('has every entry, and amounts that add up to the sums as they are written', async () => {
    const { settled, rows } = await gridOf('en');
    const head = rows.findIndex((row) => row[1] === 'No.');
    const entries = rows.slice(head + 1, head + 1 + settled.entries.length);
    expect(entries.map((row) => row[1])).toEqual(settled.entries.map(({ number }) => number));
    const cents = entries.reduce((sum, row) => sum + Math.round(Number(row[8]) * 100), 0);
    const totals = rows.filter((row) => row[3] === 'Total');
    // Balance (spent), then spending by category (all sources).
    expect(totals.map((row) => Math.round(Number(row[totals[0] === row ? 7 : 8]) * 100))).toEqual([
      cents,
      cents,
    ]);
    expect(settled.entries.length).toBeGreaterThan(5);
  });

  it('says what is brought forward from before the first entry of money received', async () => {
    const dated = (name: string, date: string, amount: number, flow: 'spent' | 'received') =>
      storedRecordOf('budgetEntry', derivedRecordId('test', name), {
        center: centerId,
        date,
        source: 'korea',
        form: 'cash',
        flow,
        amount: { amount, currency: 'USD' },
      });
    const late = recordSetOf([
      storedRecordOf('center', centerId, { koreaBudget: { amount: 1_000_000, currency: 'USD' } }),
      dated('spent', '2026-05-01', 300_000, 'spent'),
      dated('received', '2027-03-15', 400_000, 'received'),
    ]);
    const settled = settlement(late, { centerId, period: periodOf('year', '2027-01-01') });
    if (settled === null) throw new Error('no settlement');
    const options = { language: 'ko', by: '', at: Date.UTC(2028, 0, 2), timeZone: 'Asia/Seoul' } as const;
    const sheet = settlementDocument(late, settled, options).sheets[0];
    const rows = sheet?.kind === 'page' ? sheet.rows : [];
    const note = rows.findIndex((row) =>
      String(row[1]?.value).startsWith('한국: 이월액 가운데 300,000.00달러'),
    );
    expect(rows[note - 1]?.[3]?.value).toBe('합계');
    expect(sheet?.kind === 'page' ? sheet.merges : []).toContainEqual({ row: note, column: 1, span: 9 });
  });

  it('says which center, period and day, and numbers the evidence', async () => {
    const { settled, rows } = await gridOf('ko');
    expect(rows[1]?.[1]).toBe('예산 정산서');
    expect(rows[2]?.[1]).toMatch(/^한-불가리아\('10\) · 2025년 · 2026-11-23 · Kim Minji$/);
    for (const [index, id] of settled.evidence.entries()) {
      const row = rows.find((cells) => cells[1] === `E${index + 1}`);
      expect(row?.[3]).toBe(recordOf(set, 'evidence', id)?.values.fileName);
    }
    expect(ledgerYears(set, settled.centerId)).toContain(2025);
  });
});
