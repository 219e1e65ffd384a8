import { describe, expect, it } from 'vitest';
import { builtInCenterId } from '../../../../../shared/records/builtIn.ts';
import { consolidatedReport, isIn } from '../../../../../shared/reports/periodic/consolidatedReport.ts';
import { reportContent } from '../../../../../shared/reports/periodic/reportContent.ts';
import {
  missingTranslations,
  paperTitle,
  writtenTexts,
} from '../../../../../shared/reports/periodic/reportPaper.ts';
import { reportsAtWork, reportsOfPeriod } from '../../../../../shared/reports/periodic/reportsAtWork.ts';
import { sampleProgramme, sampleToday } from '../../../../support/sampleProgramme.ts';
import { center, laptopWithReport, sendBack, submit } from './reportedCenter.ts';

const texts = {
  summary: { en: 'Quiet.', ko: '조용했습니다.' },
  problems: { en: 'None.' },
  nextSteps: { ko: '계속합니다.', local: 'Продължаваме.' },
};

describe('the words of a report', () => {
  it('stand in the language of the paper, or in the other one with a flag', () => {
    const voice = { name: null, texts };
    expect(writtenTexts({ key: 'summary' }, [voice], 'ko')).toEqual([
      { field: 'summary', heading: '', text: '조용했습니다.', isForeign: false },
    ]);
    expect(writtenTexts({ key: 'problems' }, [voice], 'en')).toEqual([
      { field: 'problems', heading: 'Problems', text: 'None.', isForeign: false },
      { field: 'nextSteps', heading: 'Next steps', text: '계속합니다.', isForeign: true },
    ]);
    expect(writtenTexts({ key: 'budget' }, [voice], 'en')).toEqual([]);
  });

  it('stand under the name of their center where several speak', () => {
    const voices = [
      { name: { en: 'Korea-Bulgaria', ko: '한-불가리아' }, texts },
      { name: { en: 'Korea-Kenya', ko: '한-케냐' }, texts: {} },
    ];
    expect(writtenTexts({ key: 'problems' }, voices, 'ko').map(({ heading }) => heading)).toEqual([
      '한-불가리아 · 문제점',
      '한-불가리아 · 향후 계획',
    ]);
    expect(paperTitle({ kind: 'quarterly', voices }, 'en')).toBe('Consolidated quarterly report');
    expect(paperTitle({ kind: 'quarterly', voices }, 'ko')).toBe('종합 분기 보고서');
    expect(paperTitle({ kind: 'annual', voices: [{ name: null, texts }] }, 'en')).toBe('Annual report');
  });

  it('are missed in the language in which only the other one was written', () => {
    expect(missingTranslations(texts)).toEqual({ en: ['nextSteps'], ko: ['problems'] });
    expect(missingTranslations({})).toEqual({ en: [], ko: [] });
  });
});

describe('the reports that somebody has to do something about', () => {
  const today = '2026-05-01';
  const statesOf = (records: Parameters<typeof reportsAtWork>[0]) =>
    reportsAtWork(records, { today, centerId: center }).map(
      ({ kind, to, state }) => `${kind} ${to} ${state}`,
    );

  it('are those returned, late, waiting and due soon, in that order', () => {
    const { laptop, id } = laptopWithReport();
    laptop.edit('center', center, { operationStart: '2026-02-01', operationEnd: '2029-01-31' });
    expect(statesOf(laptop.records)).toEqual([
      'monthly 2026-02-28 late',
      'monthly 2026-03-31 late',
      'quarterly 2026-03-31 late',
      'monthly 2026-04-30 due',
    ]);
    submit(laptop, id);
    expect(statesOf(laptop.records)).toContain('quarterly 2026-03-31 submitted');
    sendBack(laptop, id, 'Say more.');
    expect(statesOf(laptop.records)[0]).toBe('quarterly 2026-03-31 returned');
  });

  it('stay until they are done with, however many years ago', () => {
    const { laptop, id } = laptopWithReport();
    laptop.edit('center', center, {
      operationStart: '2026-02-01',
      operationEnd: '2032-01-31',
      reportDuty: 'annual',
    });
    submit(laptop, id);
    sendBack(laptop, id, 'Say more.');
    const states = reportsAtWork(laptop.records, { today: '2029-05-01', centerId: center }).map(
      ({ kind, to, state, isLate }) => [kind, to, state, isLate],
    );
    expect(states).toEqual([
      ['quarterly', '2026-03-31', 'returned', true],
      ['annual', '2026-12-31', 'late', true],
      ['annual', '2027-12-31', 'late', true],
      ['annual', '2028-12-31', 'late', true],
    ]);
  });

  it('are no more than those begun and the final one of a center that closed years ago', () => {
    const { laptop, id } = laptopWithReport();
    laptop.edit('center', center, { operationStart: '2026-02-01', operationEnd: '2027-06-30' });
    submit(laptop, id);
    sendBack(laptop, id, 'Say more.');
    const states = (today: string) =>
      reportsAtWork(laptop.records, { today, centerId: center }).map(({ kind, state }) => `${kind} ${state}`);
    expect(states('2029-05-01')).toEqual(['quarterly returned', 'final late']);
    expect(states('2028-05-01')).toContain('monthly late');
  });

  it('are none of a center whose operating period nobody entered', () => {
    const { laptop } = laptopWithReport();
    expect(statesOf(laptop.records)).toEqual([]);
  });
});

describe('the consolidated report', () => {
  const { set, centerIds } = sampleProgramme();
  const request = { kind: 'quarterly', from: '2026-07-01', to: '2026-09-30', today: sampleToday } as const;
  const rows = reportsOfPeriod(set, request);

  it('says of every center where its report stands', () => {
    expect(rows.map(({ centerId }) => centerId)).toEqual(centerIds);
    const states = rows.map(({ entry }) => entry?.state);
    expect(states).toContain('accepted');
    const paper = consolidatedReport(set, request, rows, rows);
    expect(paper?.front?.rows.map(({ cells }) => cells[0])).toHaveLength(8);
    expect(paper?.voices.map(({ name }) => name?.en)).toEqual([
      "Korea-Bulgaria('10)",
      "Korea-Vietnam('11)",
      "Korea-Uzbekistan('13)",
      "Korea-Indonesia('16)",
      "Korea-Peru('17)",
      "Korea-Kenya('17)",
      "Korea-Uzbekistan 2('19)",
      "Korea-Vietnam 2('26)",
    ]);
  });

  it('adds up what the centers’ own reports say', () => {
    const paper = consolidatedReport(set, request, rows, rows);
    const figure = (sections: NonNullable<typeof paper>['sections'], key: string): number =>
      sections.flatMap(({ figures }) => figures).find((one) => one.key === key)?.value ?? Number.NaN;
    for (const key of ['consultations', 'consultationHours', 'trainings', 'trainees']) {
      const own = centerIds.map((id) =>
        figure(reportContent(set, { ...request, centerIds: [id], asOf: sampleToday }).sections, key),
      );
      const sum = own.reduce((all, value) => all + value, 0);
      expect(figure(paper?.sections ?? [], key), key).toBeCloseTo(sum, 6);
      expect(sum, key).toBeGreaterThan(0);
    }
  });

  it('leaves out whoever did not submit when asked, and is none without anybody', () => {
    const submitted = rows.filter(isIn);
    expect(submitted.length).toBeGreaterThan(0);
    expect(submitted.length).toBeLessThan(6);
    const paper = consolidatedReport(set, request, rows, submitted);
    expect(paper?.voices).toHaveLength(submitted.length);
    expect(paper?.name.en).toBe('Centers that submitted');
    expect(consolidatedReport(set, request, rows, [])).toBeNull();
  });

  it('speaks in the words that were submitted, and in those of a draft only when asked, named as such', () => {
    const { laptop, id } = laptopWithReport();
    const quarter = { kind: 'quarterly', from: '2026-01-01', to: '2026-03-31', today: '2026-04-07' } as const;
    const summaryOf = (options?: Parameters<typeof consolidatedReport>[4]) => {
      const all = reportsOfPeriod(laptop.records, quarter);
      const voices = consolidatedReport(laptop.records, quarter, all, all, options)?.voices ?? [];
      return voices.flatMap(({ name, texts: { summary } }) =>
        summary === undefined ? [] : [[name?.en, summary.en]],
      );
    };
    expect(summaryOf()).toEqual([]);
    expect(summaryOf({ withDrafts: true })).toEqual([
      ["Korea-Bulgaria('10) (not submitted)", 'A quiet quarter.'],
    ]);
    submit(laptop, id);
    const submitted = [["Korea-Bulgaria('10)", 'A quiet quarter.']];
    expect(summaryOf()).toEqual(submitted);
    laptop.edit('report', id, { summary: { en: 'Changed afterwards.' } });
    expect(summaryOf()).toEqual(submitted);
    const [part] = laptop.records.all('sealPart');
    if (part === undefined) throw new Error('it is sealed');
    laptop.delete('sealPart', part.id);
    // The words of now are not taken for those that were submitted.
    expect(summaryOf()).toEqual([
      ["Korea-Bulgaria('10) (as it is now, sealed text not here)", 'Changed afterwards.'],
    ]);
    sendBack(laptop, id, 'Say more.');
    expect(summaryOf()).toEqual([]);
  });

  it('puts the final reports of a year together, each over its own time', () => {
    const { laptop } = laptopWithReport();
    laptop.edit('center', center, { operationStart: '2024-05-01', operationEnd: '2026-04-30' });
    const lima = builtInCenterId('PE17');
    laptop.edit('center', lima, { operationStart: '2024-01-01', operationEnd: '2026-12-31' });
    const year = { kind: 'final', from: '2026-01-01', to: '2026-12-31', today: '2027-01-10' } as const;
    const all = reportsOfPeriod(laptop.records, year).filter(({ entry }) => entry !== null);
    expect(all.map(({ centerId, entry }) => [centerId, entry?.from, entry?.to])).toEqual([
      [center, '2024-05-01', '2026-04-30'],
      [lima, '2024-01-01', '2026-12-31'],
    ]);
    const paper = consolidatedReport(laptop.records, year, all, all);
    expect(paper).toMatchObject({ kind: 'final', from: '2024-01-01', to: '2026-12-31' });
    expect(paper?.sections[0]?.figures.find(({ key }) => key === 'consultations')?.value).toBe(2);
  });
});
