import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordsOf } from '../../../../shared/records/recordsOf.ts';
import { BatchFolder, reportOf, runHere } from '../../../support/batch.ts';
import { center, laptopWithReport, reportIn, submit } from '../../shared/reports/periodic/reportedCenter.ts';

let folder: BatchFolder;
beforeEach(() => {
  folder = new BatchFolder();
});
afterEach(() => folder.remove());

/** A report workbook in which somebody changes one cell of the consultation of March with Excel. */
async function edited(document: ReturnType<typeof reportOf>): Promise<void> {
  const sheets = document.sheets.map((sheet) => {
    if (sheet.kind !== 'table' || sheet.name !== 'Consultations') return sheet;
    const column = sheet.header.findIndex(({ text }) => text === 'Topic');
    return { ...sheet, rows: sheet.rows.map((row) => row.with(column, 'Polished afterwards')) };
  });
  await folder.writeDocument('edited.xlsx', { ...document, sheets });
}

describe('seal', () => {
  it('prints the seal of a submitted report, in groups and in full', async () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    await folder.writeDocument('report.xlsx', reportOf(laptop, 'BG10'));
    const hash = reportIn(laptop, id).values.snapshotHash ?? '';
    const run = await runHere(folder, ['seal', 'report.xlsx']);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out.split('\n')).toEqual([
      "Quarterly report · 2026-01-01 – 2026-03-31 · Korea-Bulgaria('10) · Submitted",
      `  Sealed as: ${hash.match(/.{4}/g)?.slice(0, 4).join(' ')}`,
      `  SHA-256: ${hash}`,
    ]);
    const json = await runHere(folder, ['seal', 'report.xlsx', '--json']);
    expect(JSON.parse(json.out)).toMatchObject([{ sealed: true, sha256: hash, contentKept: true }]);
  });

  it('prints what a draft would be sealed with, and refuses a workbook without a report', async () => {
    const { laptop, id } = laptopWithReport();
    await folder.writeDocument('draft.xlsx', reportOf(laptop, 'BG10', { language: 'ko' }));
    const run = await runHere(folder, ['seal', 'draft.xlsx', '--lang', 'ko']);
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/봉인 전, 현재 내용의 값: [0-9a-f]{4} /);
    laptop.delete('report', id);
    await folder.writeDocument('none.xlsx', reportOf(laptop, 'BG10'));
    expect(await runHere(folder, ['seal', 'none.xlsx'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('verify', () => {
  it('ends with 0 where the records say what was sealed, in any kind of export', async () => {
    const { laptop, id } = laptopWithReport();
    // From outside of the period, of which an export of the period holds some only.
    const [consultation] = recordsOf(laptop.records, 'consultation');
    laptop.create('consultation', {
      ...consultation?.values,
      date: '2025-11-03',
      nextAction: 'Send the draft',
    });
    laptop.create('budgetEntry', {
      center,
      source: 'korea',
      category: 'travel',
      date: '2025-11-03',
      amount: { amount: 70, currency: 'USD' },
    });
    laptop.create('outcome', { name: 'Index', year: 2026, value: 60 });
    laptop.create('followUp', { center, title: { en: 'Portal' }, stage: 'idea' });
    submit(laptop, id);
    const period = { kind: 'period', from: '2026-01-01', to: '2026-03-31' } as const;
    const month = { kind: 'period', from: '2026-03-01', to: '2026-03-31' } as const;
    await folder.writeDocument('all.xlsx', laptop.export());
    await folder.writeDocument('redacted.xlsx', reportOf(laptop, 'BG10', { redact: true, language: 'ko' }));
    await folder.writeDocument('period.xlsx', reportOf(laptop, 'BG10', { scope: period }));
    await folder.writeDocument('part.xlsx', reportOf(laptop, 'BG10', { scope: month }));
    for (const name of ['all.xlsx', 'redacted.xlsx', 'period.xlsx', 'part.xlsx']) {
      const run = await runHere(folder, ['verify', name]);
      expect([name, run.code, run.out.split('\n').at(-1)]).toEqual([
        name,
        0,
        '  Holds: the records say what the report said.',
      ]);
    }
  });

  it('ends with 1 and names what was changed, in Fieldbook or with Excel', async () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    await edited(reportOf(laptop, 'BG10'));
    const run = await runHere(folder, ['verify', 'edited.xlsx']);
    expect(run.code).toBe(1);
    expect(run.out).toContain(
      'Consultation · Polished afterwards · Topic: Topic of 2026-03-02 → Polished afterwards',
    );
    const [march] = recordsOf(laptop.records, 'consultation').filter(
      ({ values }) => values.date === '2026-03-02',
    );
    if (march === undefined) throw new Error('no consultation');
    laptop.delete('consultation', march.id);
    await folder.writeDocument('removed.xlsx', reportOf(laptop, 'BG10'));
    const removed = await runHere(folder, ['verify', 'removed.xlsx', '--json']);
    expect(removed.code).toBe(1);
    const [report] = JSON.parse(removed.out);
    expect(report).toMatchObject({ holds: false, problem: null });
    expect(
      report.differences.map(({ what, how }: { what: string; how: string }) => `${what} ${how}`),
    ).toContain('record removed');
  });

  it('names apart what comes from outside of the period', async () => {
    const { laptop, id } = laptopWithReport();
    const { now } = laptop;
    laptop.now = Date.UTC(2026, 1, 10);
    const followUp = laptop.create('followUp', { center, title: { en: 'Portal' }, stage: 'idea' });
    laptop.now = now;
    submit(laptop, id);
    laptop.edit('followUp', followUp, { value: { amount: 70, currency: 'USD' } });
    await folder.writeDocument('report.xlsx', reportOf(laptop, 'BG10'));
    const run = await runHere(folder, ['verify', 'report.xlsx']);
    expect(run.code).toBe(1);
    expect(run.out.split('\n').slice(2)).toEqual([
      '  Does not hold; differences: 1',
      '    Outside the period: sums of the year, follow-ups, open points from before',
      '      Follow-up · Portal · Value: – → USD 70',
    ]);
  });

  it('ends with 0 where work went on since, and names that apart', async () => {
    const { laptop, id } = laptopWithReport();
    submit(laptop, id);
    laptop.create('followUp', { center, title: { en: 'Portal' }, stage: 'idea' });
    await folder.writeDocument('report.xlsx', reportOf(laptop, 'BG10'));
    const run = await runHere(folder, ['verify', 'report.xlsx']);
    expect(run.code).toBe(0);
    expect(run.out.split('\n').slice(2)).toEqual([
      '  Holds: nothing of what the report said was changed. Went on since: 1',
      '    Went on since the period',
      '      Follow-up · Portal: Added',
    ]);
    const json = await runHere(folder, ['verify', 'report.xlsx', '--json']);
    expect(JSON.parse(json.out)).toMatchObject([
      { holds: true, differences: [], wentOn: [{ how: 'added' }] },
    ]);
  });

  it('misses no evidence that redaction left out, and still misses what was taken out of a whole workbook', async () => {
    const { laptop, id } = laptopWithReport();
    const photo = laptop.create('evidence', {
      center,
      kind: 'photo',
      takenOn: '2026-03-02',
      fileName: 'delegation.jpg',
      sensitivity: 'internal',
    });
    submit(laptop, id);
    const before = laptop.records;
    laptop.edit('evidence', photo, { sensitivity: 'personal' });
    await folder.writeDocument('redacted.xlsx', reportOf(laptop, 'BG10', { redact: true }));
    expect(await runHere(folder, ['verify', 'redacted.xlsx'])).toMatchObject({ code: 0 });
    const march = recordsOf(laptop.records, 'consultation').find(
      ({ values }) => values.date === '2026-03-02',
    );
    if (march === undefined) throw new Error('no consultation');
    laptop.edit('consultation', march.id, { topic: 'Another topic' });
    await folder.writeDocument('redacted.xlsx', reportOf(laptop, 'BG10', { redact: true }));
    const edited = await runHere(folder, ['verify', 'redacted.xlsx']);
    expect(edited.code).toBe(1);
    expect(edited.out).toContain('Another topic');
    expect(edited.out).not.toContain('delegation');
    laptop.records = {
      all: (type) => before.all(type).filter((record) => record.id !== photo),
      deleted: (type) => before.deleted(type),
      find: (type, wanted) => (wanted === photo ? null : before.find(type, wanted)),
    };
    await folder.writeDocument('taken.xlsx', reportOf(laptop, 'BG10'));
    const taken = await runHere(folder, ['verify', 'taken.xlsx']);
    expect(taken.code).toBe(1);
    expect(taken.out).toMatch(/delegation\.jpg.*emoved/);
  });

  it('ends with 1 where the kept content was changed or is gone, and with 2 where nothing is sealed', async () => {
    const { laptop, id } = laptopWithReport();
    await folder.writeDocument('draft.xlsx', reportOf(laptop, 'BG10'));
    expect(await runHere(folder, ['verify', 'draft.xlsx'])).toMatchObject({ code: 2, out: '' });
    submit(laptop, id);
    const other = createHash('sha256').update('another').digest('hex');
    laptop.edit('report', id, { snapshotHash: other });
    await folder.writeDocument('other.xlsx', reportOf(laptop, 'BG10'));
    const run = await runHere(folder, ['verify', 'other.xlsx']);
    expect(run.code).toBe(1);
    expect(run.out).toContain('Cannot be checked');
    expect(readFileSync(folder.at('other.xlsx')).length).toBeGreaterThan(0);
  });
});
