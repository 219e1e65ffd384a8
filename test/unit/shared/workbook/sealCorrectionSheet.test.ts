import { describe, expect, it } from 'vitest';
import { builtInCenterId } from '../../../../shared/records/builtIn.ts';
import { recordsOf } from '../../../../shared/records/recordsOf.ts';
import { documentToGrid } from '../../../support/exchange.ts';
import { center, laptopWithReport, office, submit } from '../reports/periodic/reportedCenter.ts';

describe('the sheet of corrections', () => {
  it('is there once a sealed period was changed, and only for the center concerned', () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    const sheetOf = (centerId = center, language: 'en' | 'ko' = 'en') =>
      laptop
        .export({ centerId, language })
        .sheets.find(({ name }) => ['Corrections of reports', '보고서 정정 사항'].includes(name));
    expect(sheetOf()).toBeUndefined();
    const [march] = recordsOf(laptop.records, 'consultation').filter(
      ({ values }) => values.date === '2026-03-02',
    );
    if (march === undefined) throw new Error('no consultation');
    laptop.edit('consultation', march.id, { topic: 'Another topic' });
    const sheet = sheetOf();
    if (sheet?.kind !== 'page') throw new Error('no sheet');
    expect(
      sheet.rows
        .at(-1)
        ?.slice(3)
        .map((cell) => cell?.value),
    ).toEqual(['Consultation', 'Another topic', 'Topic', 'Changed', 'Topic of 2026-03-02', 'Another topic']);
    expect(sheetOf(builtInCenterId('PE17'))).toBeUndefined();
    const ko = sheetOf(center, 'ko');
    expect(ko?.kind === 'page' ? ko.rows.at(-1)?.[3]?.value : null).toBe('컨설팅');
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
