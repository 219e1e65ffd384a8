import { describe, expect, it } from 'vitest';
import { suggestedFileName } from '../../../../../renderer/features/exchange/suggestedFileName.ts';

const report = {
  centerCode: 'BG10',
  period: { kind: 'quarter', year: 2026, index: 4 },
  sample: false,
  redacted: false,
} as const;

describe('the suggested file name', () => {
  it('says which center and which period', () => {
    expect(suggestedFileName(report)).toBe('eGCC_BG10_2026-Q4_report.xlsx');
  });

  it('says when it holds sample records or lacks personal data', () => {
    expect(suggestedFileName({ ...report, sample: true, redacted: true })).toBe(
      'eGCC_BG10_2026-Q4_report_no-personal-data_SAMPLE.xlsx',
    );
  });

  it('says when it holds every center or everything', () => {
    expect(suggestedFileName({ ...report, centerCode: null, period: null })).toBe(
      'eGCC_all-centers_everything.xlsx',
    );
  });

  it('drops from a center code what a file system might refuse', () => {
    expect(suggestedFileName({ ...report, centerCode: '../BG:10?', period: null })).toBe(
      'eGCC_BG10_everything.xlsx',
    );
  });
});
