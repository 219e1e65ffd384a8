import { truncateSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKillableReader, defaultReaderLimits } from '../../../../electron/services/killableReader.ts';
import { forkReader } from '../../../../electron/services/readerProcess.ts';
import { isJsonObject } from '../../../../shared/core/json.ts';
import { type Language, languages } from '../../../../shared/core/language.ts';
import { maxPickedBytes } from '../../../../shared/ipc/channels.ts';
import { type FileErrorCode, fileErrorTexts } from '../../../../shared/messages/fileErrors.ts';
import { BatchFolder, bytesOf, centerReplica, reportOf, runHere } from '../../../support/batch.ts';
import { replica } from '../../../support/centerLaptop.ts';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import { compoundFileOf, rowsXml, xlsxOf, xlsxParts, zipOf } from '../../../support/workbookFiles.ts';

/** What a person is told. */
interface Told {
  readonly code: string;
  readonly message: string;
}

let folder: BatchFolder;
beforeAll(() => {
  folder = new BatchFolder();
});
afterAll(() => folder.remove());

/** The command line never asks how a table is read; the screen does. */
type ToldError = Exclude<FileErrorCode, 'MAPPING_NEEDED'>;

/** Total: the compiler refuses an error of the catalogue that no file provokes. */
const provocations: Readonly<Record<ToldError, (language: Language) => Promise<Told>>> = {
  EMPTY_FILE: inspecting('empty.xlsx', () => new Uint8Array()),
  TOO_LARGE: inspecting('film.xlsx', () => new Uint8Array(26 * 1024 * 1024)),
  NOT_A_SPREADSHEET: inspecting('letter.xlsx', () => '%PDF-1.7'),
  OTHER_FORMAT: inspecting('old.slk', () => 'ID;PWXL;N;E\r\nC;Y1;X1;K"a"\r\nE\r\n'),
  PASSWORD_NEEDED: inspecting('locked.xlsx', lockedReport),
  PASSWORD_WRONG: inspecting('locked.xlsx', lockedReport, '--password', 'guess'),
  LEGACY_PASSWORD: inspecting('old.xls', () => {
    // BOF, then FILEPASS.
    const records = Uint8Array.from([0x09, 0x08, 0x02, 0, 0, 6, 0x2f, 0, 2, 0, 0, 0]);
    return compoundFileOf({ Workbook: records });
  }),
  DAMAGED: inspecting('cut.xlsx', async () => (await bytesOf(report())).subarray(0, -500)),
  UNSAFE: inspecting('entities.xlsx', () => {
    const parts = xlsxParts([{ name: 'A', rows: '' }]);
    const sheet = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet/>';
    return zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet });
  }),
  BOMB: inspecting('bomb.xlsx', () => {
    const parts = xlsxParts([{ name: 'A', rows: '' }]);
    return zipOf({ ...parts, 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(5_000_000)}</worksheet>` });
  }),
  TOO_MUCH_MEMORY: inspectingWith({ residentBytes: 1 }),
  TIMEOUT: inspectingWith({ milliseconds: 1 }),
  TOO_MANY_ROWS: inspecting('rows.csv', () => `a,b\n${'1,2\n'.repeat(200_001)}`),
  TOO_MANY_COLUMNS: inspecting('wide.csv', () => `${'a,'.repeat(1000)}a\n`),
  TOO_WIDE: inspecting('sheets.xlsx', () => {
    const row = rowsXml([Array.from({ length: 1000 }, (_, column) => column)]);
    return xlsxOf(...Array.from({ length: 11 }, (_, sheet) => ({ name: `S${sheet}`, rows: row })));
  }),
  TEXT_TOO_LONG: inspecting('quote.csv', () => `a,b\n"${'x'.repeat(40_000)}`),
  WRONG_TEMPLATE: inspecting('other.xlsx', () =>
    xlsxOf({ name: 'A', rows: '<row><c t="inlineStr"><is><t>Nothing known</t></is></c></row>' }),
  ),
  NEWER_VERSION: inspecting('newer.xlsx', async () => {
    const document = report();
    const sheets = document.sheets.map((sheet) =>
      sheet.kind === 'data' && sheet.rows[0]?.[0] === 'fieldbook'
        ? { ...sheet, rows: sheet.rows.map((row, index) => (index === 0 ? row.with(1, 99) : row)) }
        : sheet,
    );
    return bytesOf({ ...document, sheets });
  }),
  NO_SPACE: writingTo('ENOSPC'),
  NOT_FOUND: (language) => told(['inspect', 'none.xlsx', '--json', '--lang', language]),
  NO_PERMISSION: writingTo('EACCES'),
  IO: writingTo('EIO'),
  CELL_TOO_LONG: async (language) => {
    // Each of two laptops names people enough for one cell; together they are too many for it.
    const first = centerReplica('sofialaptop0', 'BG10', 1);
    const second = replica('otherlaptop0', 2);
    second.records = first.records;
    second.now = first.now + 60_000;
    for (const [name, laptop] of Object.entries({ first, second })) {
      const [consultation] = laptop.records.all('consultation');
      if (consultation === undefined) throw new Error('a consultation is there');
      const experts = Array.from({ length: 110 }, (_, index) =>
        laptop.create('person', { name: { en: `${name} ${index} `.padEnd(190, 'x') } }),
      );
      laptop.edit('consultation', consultation.id, { experts: experts.sort() });
      await folder.writeDocument(`${name}.xlsx`, reportOf(laptop, 'BG10'));
    }
    return told(['consolidate', 'first.xlsx', 'second.xlsx', '--out', 'all.xlsx', '--lang', language]);
  },
};

const report = () => reportOf(centerReplica('sofialaptop0', 'BG10', 1), 'BG10');

let locked: Promise<Uint8Array> | undefined;

/** Made once: the password is stretched for seconds. */
function lockedReport(): Promise<Uint8Array> {
  locked ??= bytesOf({ ...report(), password: 'secret' });
  return locked;
}

function inspecting(
  name: string,
  make: () => Uint8Array | string | Promise<Uint8Array>,
  ...options: readonly string[]
): (language: Language) => Promise<Told> {
  return async (language) => {
    folder.write(name, await make());
    return told(['inspect', name, '--json', '--lang', language, ...options]);
  };
}

/** In a process of its own, with limits that no workbook keeps. */
/** Large enough that reading it lasts longer than the watching takes to begin. */
const longTable = xlsxOf({
  name: 'A',
  rows: rowsXml(Array.from({ length: 60_000 }, (_, row) => [row, row / 3, row * 7, `Row ${row}`])),
});

function inspectingWith(limits: Partial<typeof defaultReaderLimits>): (language: Language) => Promise<Told> {
  return async (language) => {
    folder.write('any.xlsx', longTable);
    const entry = resolve(import.meta.dirname, '../../../../electron/services/killableReaderChild.ts');
    const execArgv = ['--import', import.meta.resolve('tsx')];
    const reader = createKillableReader(
      ({ residentBytes }) => forkReader({ entry, execArgv }, residentBytes),
      { ...defaultReaderLimits, ...limits },
    );
    try {
      const argv = ['inspect', 'any.xlsx', '--json', '--lang', language];
      return toldBy(await runHere(folder, argv, undefined, reader));
    } finally {
      reader.close();
    }
  };
}

function writingTo(fault: string): (language: Language) => Promise<Told> {
  return async (language) => {
    const files = new FaultyFiles();
    files.failWhen((step) => (step === 'write' ? fault : undefined));
    return toldBy(await runHere(folder, ['template', '--out', 'form.xlsx', '--lang', language], files));
  };
}

const told = async (argv: readonly string[]): Promise<Told> => toldBy(await runHere(folder, argv));

/** The code as data where there is data, else as the one whose sentence was told. */
function toldBy({ code, out, err }: Awaited<ReturnType<typeof runHere>>): Told {
  expect(code).toBe(2);
  const result: unknown = out.startsWith('{') ? JSON.parse(out) : null;
  const error = isJsonObject(result) ? result.error : null;
  if (isJsonObject(error)) return { code: String(error.code), message: err };
  const found = Object.entries(fileErrorTexts).find(([, texts]) =>
    languages.some((language) => {
      const [start = '', ...rest] = texts[language].split(/\{\w+\}/);
      return err.startsWith(start) && err.endsWith(rest.at(-1) ?? '');
    }),
  );
  return { code: found?.[0] ?? 'unknown', message: err };
}

describe.each(languages)('every error of the catalogue is provoked by a file and told in %s', (language) => {
  it.each(Object.entries(provocations))('%s', { timeout: 60_000 }, async (code, provoke) => {
    const { code: found, message } = await provoke(language);
    expect(found).toBe(code);
    // One sentence or two, all gaps filled, in the person's language, and it names the file or the cell.
    expect(message).not.toMatch(/[{}]|undefined|NaN|\n/);
    // Names of files and sheets are whatever they are.
    expect(/[가-힣]/.test(message.replace(/“[^”]*”/g, ''))).toBe(language === 'ko');
    expect(message).toMatch(/“.+”/);
    expect(message.split(/[.!?](?:\s|$)|;/).filter((part) => part !== '').length).toBeGreaterThan(1);
  });
});

describe('the catalogue', () => {
  it('has the same gaps in both languages but for what has a name of its own in Korean', () => {
    const gaps = (text: string): readonly string[] =>
      [...new Set(text.match(/\{\w+\}/g) ?? [])].map((gap) => gap.replace('Ko}', '}')).sort();
    for (const { en, ko } of Object.values(fileErrorTexts)) expect(gaps(ko)).toEqual(gaps(en));
  });
});

it.each([
  ['pack.zip', 200],
  ['film.xlsx', 25],
])(
  '%s, larger than anything that is read, is refused unread with the limit of its kind',
  async (name, limit) => {
    // A hole, which takes no room on the disk.
    truncateSync(folder.write(name, ''), maxPickedBytes + 1);
    const { code, message } = await told(['inspect', name, '--json']);
    expect(code).toBe('TOO_LARGE');
    expect(message).toContain(`${limit} MB`);
  },
);
