import { describe, expect, it } from 'vitest';
import {
  periodCode,
  suggestedFileName,
} from '../../../../../renderer/features/exchange/suggestedFileName.ts';
import { customPeriod, periodOf } from '../../../../../shared/reports/period.ts';

const report = {
  centerCode: 'BG10',
  period: periodOf('quarter', '2026-11-23'),
  sample: false,
  redacted: false,
};

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

  it('writes each kind of period so that names sort in time order', () => {
    const day = '2026-03-09';
    expect(periodCode(periodOf('month', day))).toBe('2026-03');
    expect(periodCode(periodOf('quarter', day))).toBe('2026-Q1');
    expect(periodCode(periodOf('halfYear', day))).toBe('2026-H1');
    expect(periodCode(periodOf('year', day))).toBe('2026');
    expect(periodCode(customPeriod('2026-03-09', '2026-02-01'))).toBe('2026-02-01_2026-03-09');
  });
});
