import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../../shared/records/recordsOf.ts';
import { consolidatedReport } from '../../../../shared/reports/periodic/consolidatedReport.ts';
import { correctionOf } from '../../../../shared/reports/periodic/corrections.ts';
import type { ReportPaper } from '../../../../shared/reports/periodic/reportPaper.ts';
import { sectionOrder, sectionTitles } from '../../../../shared/reports/periodic/reportSections.ts';
import { reportsOfPeriod } from '../../../../shared/reports/periodic/reportsAtWork.ts';
import { sampleMark } from '../../../../shared/reports/toldSamples.ts';
import type { GridCell } from '../../../../shared/workbook/grid.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { reportDocument } from '../../../../shared/workbook/reportDocument.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/writeWorkbook.ts';
import { sampleProgramme, sampleToday } from '../../../support/sampleProgramme.ts';

const { set } = sampleProgramme();

/** A report that was sealed in the sample, as the page shows it. */
function sealedPaper(): ReportPaper {
  const report = recordsOf(set, 'report').find(({ values }) => values.status === 'accepted');
  const correction = report === undefined ? null : correctionOf(set, report);
  if (correction?.sealed == null) throw new Error('no sealed report');
  const { includesSample, hash: seal } = correction;
  const { kind, from, to, centerName: name, asOf, sections, texts } = correction.sealed;
  return { kind, from, to, name, asOf, sections, voices: [{ name: null, texts }], seal, includesSample };
}

async function sheetsOf(paper: ReportPaper, language: 'en' | 'ko') {
  const document = reportDocument(paper, { language, by: 'Kim Minji', at: Date.UTC(2026, 10, 23) });
  const written = await writeWorkbook(document);
  if (!written.ok) throw new Error(written.error.code);
  const read = await readWorkbook(written.value, 'report.xlsx');
  if (!read.ok) throw new Error(read.error.code);
  return read.value.sheets;
}

const cellsOf = (rows: readonly (readonly GridCell[])[]): readonly GridCell[] => rows.flat();

describe('a report as a workbook', () => {
  it('says on its cover and on every sheet that it tells of sample data, and on none without', async () => {
    for (const language of ['en', 'ko'] as const) {
      const mark = sampleMark[language];
      const marked = await sheetsOf(sealedPaper(), language);
      expect(marked.map(({ rows }) => cellsOf(rows).includes(mark))).toEqual(marked.map(() => true));
      const plain = await sheetsOf({ ...sealedPaper(), includesSample: false }, language);
      expect(plain.map(({ rows }) => cellsOf(rows).includes(mark))).toEqual(plain.map(() => false));
    }
  });

  it('has a cover and a sheet for each section, in the order and language of the paper', async () => {
    const paper = sealedPaper();
    for (const language of ['en', 'ko'] as const) {
      const sheets = await sheetsOf(paper, language);
      expect(sheets).toHaveLength(sectionOrder.length + 1);
      const names = sheets.slice(1).map(({ name }) => name.slice(0, 12));
      expect(names).toEqual(
        sectionOrder.map((key, index) => `${index + 1} ${sectionTitles[key][language]}`.slice(0, 12)),
      );
      const cover = cellsOf(sheets[0]?.rows ?? []);
      expect(cover).toContain(paper.name[language]);
      expect(cover.join(' ')).toContain(`SHA-256 ${paper.seal}`);
    }
  });

  it('holds every figure as a number, every row of every table, and what people wrote', async () => {
    const paper = sealedPaper();
    const sheets = await sheetsOf(paper, 'en');
    for (const [index, section] of paper.sections.entries()) {
      const rows = sheets[index + 1]?.rows ?? [];
      const cells = cellsOf(rows);
      for (const { value } of section.figures) if (value !== null) expect(cells).toContain(value);
      for (const table of section.tables) {
        const title = rows.findIndex((row) => row[1] === table.title.en);
        expect(title, table.key).toBeGreaterThan(0);
        const written = rows.slice(title + 2, title + 2 + table.rows.length);
        expect(written).toHaveLength(table.rows.length);
        for (const [place, row] of table.rows.entries()) {
          const numbers = row.cells.filter((cell) => typeof cell === 'number');
          expect(written[place]?.filter((cell) => typeof cell === 'number')).toEqual(numbers);
        }
      }
    }
    const summary = paper.voices[0]?.texts.summary;
    expect(summary).toBeDefined();
    expect(cellsOf(sheets[1]?.rows ?? [])).toContain(summary?.en ?? summary?.ko);
  });

  it('says of a consolidated report which centers reported', async () => {
    const request = { kind: 'quarterly', from: '2026-07-01', to: '2026-09-30', today: sampleToday } as const;
    const rows = reportsOfPeriod(set, request);
    const paper = consolidatedReport(set, request, rows, rows);
    if (paper === null) throw new Error('nobody reported');
    const sheets = await sheetsOf(paper, 'ko');
    expect(sheets).toHaveLength(sectionOrder.length + 2);
    expect(sheets[1]?.name).toBe('센터별 보고 현황');
    const cells = cellsOf(sheets[1]?.rows ?? []);
    expect(cells).toEqual(expect.arrayContaining(["한-불가리아('10)", "한-케냐('17)", '승인']));
  });
});
