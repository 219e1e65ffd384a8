import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../../shared/core/ids.ts';
import { builtInCenterId } from '../../../../shared/records/builtIn.ts';
import { recordsOf } from '../../../../shared/records/recordsOf.ts';
import type { WorkbookDocument } from '../../../../shared/workbook/grid.ts';
import { documentToGrid, type Replica } from '../../../support/exchange.ts';
import { center, laptopWithReport, office, submit } from '../reports/periodic/reportedCenter.ts';

function marchIn({ records }: Replica): RecordId {
  const march = recordsOf(records, 'consultation').find(({ values }) => values.date === '2026-03-02');
  if (march === undefined) throw new Error('no consultation');
  return march.id;
}

describe('the sheet of corrections', () => {
  it('is there once a sealed period was changed, and only for the center concerned', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const sheetOf = (centerId = center, language: 'en' | 'ko' = 'en') =>
      laptop
        .export({ centerId, language })
        .sheets.find(({ name }) => ['Corrections of reports', '보고서 정정 사항'].includes(name));
    expect(sheetOf()).toBeUndefined();
    laptop.edit('consultation', marchIn(laptop), { topic: 'Another topic' });
    const sheet = sheetOf();
    if (sheet?.kind !== 'page') throw new Error('no sheet');
    expect(
      sheet.rows
        .at(-1)
        ?.slice(3)
        .map((cell) => cell?.value),
    ).toEqual([
      'Consultation',
      'Another topic',
      'Topic',
      'Changed',
      'Topic of 2026-03-02',
      'Another topic',
      'The period and its plan',
    ]);
    expect(sheetOf(builtInCenterId('PE17'))).toBeUndefined();
    const ko = sheetOf(center, 'ko');
    expect(ko?.kind === 'page' ? ko.rows.at(-1)?.[3]?.value : null).toBe('컨설팅');
  });

  it('names last what comes from outside of the period', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    laptop.edit('consultation', marchIn(laptop), { topic: 'Another topic' });
    laptop.edit('center', center, { koreaBudget: { amount: 250_000, currency: 'USD' } });
    const sheet = laptop
      .export({ centerId: center, language: 'ko' })
      .sheets.find(({ name }) => name === '보고서 정정 사항');
    if (sheet?.kind !== 'page') throw new Error('no sheet');
    expect(sheet.rows.slice(-2).map((row) => row.slice(3).map((cell) => cell?.value))).toEqual([
      [
        '컨설팅',
        'Another topic',
        '주제',
        '변경',
        'Topic of 2026-03-02',
        'Another topic',
        '보고 기간과 그 계획',
      ],
      [
        '표',
        '재원별 집행(미국 달러) · 한국',
        '합의 예산',
        '변경',
        '',
        '250,000',
        '보고 기간 외: 누계, 후속사업, 이전 기간의 미완료 사항 등',
      ],
    ]);
  });

  it('names no evidence that is personal, be it here or where the records came from', () => {
    const { laptop, id } = laptopWithReport();
    const photo = laptop.create('evidence', {
      center,
      kind: 'photo',
      takenOn: '2026-03-02',
      fileName: 'delegation.jpg',
      sensitivity: 'internal',
    });
    submit(laptop, id);
    laptop.edit('evidence', photo, { description: 'People at a table' });
    const textOf = (document: WorkbookDocument) => JSON.stringify(document.sheets);
    expect(textOf(laptop.export({ redact: true }))).toContain('People at a table');
    laptop.edit('evidence', photo, { sensitivity: 'personal' });
    const redacted = laptop.export({ redact: true });
    const headquarters = office();
    headquarters.import(documentToGrid(redacted));
    for (const document of [redacted, headquarters.export({ redact: true }), headquarters.export()]) {
      expect(textOf(document)).not.toContain('delegation');
      expect(document.sheets.some(({ name }) => name === 'Corrections of reports')).toBe(false);
    }
    headquarters.delete('consultation', marchIn(headquarters));
    expect(textOf(headquarters.export({ redact: true }))).toContain('Topic of 2026-03-02');
    expect(textOf(headquarters.export({ redact: true }))).not.toContain('delegation');
  });

  it('is read as no record', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    laptop.create('consultation', {
      ...recordsOf(laptop.records, 'consultation')[0]?.values,
      date: '2026-01-05',
    });
    for (const language of ['en', 'ko'] as const) {
      const plan = office().plan(documentToGrid(laptop.export({ language })));
      expect(plan.notes.map(({ code }) => code)).toEqual([]);
      expect(plan.counts.rejected).toBe(0);
    }
  });
});
