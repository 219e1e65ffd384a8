import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zlibInflate } from '../../../../../electron/services/zlibInflate.ts';
import { streamInflate } from '../../../../../renderer/workers/streamInflate.ts';
import { crc32 } from '../../../../../shared/workbook/read/crc32.ts';
import { noRawInflate, type RawInflate } from '../../../../../shared/workbook/read/rawInflate.ts';
import { defaultReadLimits } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { safePath } from '../../../../../shared/workbook/read/zipDirectory.ts';
import { guardZip, type PartTaker } from '../../../../../shared/workbook/read/zipGuard.ts';
import { type RawEntry, rawZip, xlsxOf, xlsxParts, zipOf } from '../../../../support/workbookFiles.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function entry(name: string, text: string, change: Partial<RawEntry> = {}): RawEntry {
  const plain = encode(text);
  return { name, data: deflateSync(plain), method: 8, crc: crc32(plain), size: plain.length, ...change };
}

describe('the checksum', () => {
  it('is the CRC-32 of zip, also in pieces', () => {
    expect(crc32(encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(encode('6789'), crc32(encode('12345')))).toBe(0xcbf43926);
  });
});

describe.each<[string, RawInflate]>([
  ['step by step', noRawInflate],
  ["with Node's own inflating", zlibInflate],
  ["with the browser's own inflating", streamInflate],
])('the pass over the zip directory, %s,', (_name, rawInflate) => {
  const guard = (bytes: Uint8Array, change: Partial<typeof defaultReadLimits> = {}) =>
    guardZip(bytes, { ...defaultReadLimits, ...change }, rawInflate);

  const problemOf = async (
    bytes: Uint8Array,
    change: Partial<typeof defaultReadLimits> = {},
  ): Promise<string> => {
    const result = await guard(bytes, change);
    return result.ok ? 'accepted' : result.error.code;
  };

  it('accepts a sound workbook and hands its parts over, worksheets last', async () => {
    const parts = xlsxParts([{ name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }]);
    const taken: [string, string][] = [];
    const taker: PartTaker = {
      wants: (name) => /sheet1|styles/.test(name),
      take: (name, contents) => taken.push([name, new TextDecoder().decode(contents)]),
    };
    const { 'xl/worksheets/sheet1.xml': sheet = '', ...others } = parts;
    const bytes = zipOf({ 'xl/worksheets/sheet1.xml': sheet, ...others });
    const result = await guardZip(bytes, defaultReadLimits, rawInflate, taker);
    expect(result.ok && result.value.names[0]).toBe('xl/worksheets/sheet1.xml');
    expect(taken).toEqual([
      ['xl/styles.xml', parts['xl/styles.xml']],
      ['xl/worksheets/sheet1.xml', sheet],
    ]);
  });

  it.each<[string, readonly RawEntry[], string]>([
    ['two entries of one name', [entry('a.xml', '<a/>'), entry('A.xml', '<a/>')], 'UNSAFE'],
    ['a path out of the archive', [entry('xl/../../a.xml', '<a/>')], 'UNSAFE'],
    ['an absolute path', [entry('/etc/passwd', '<a/>')], 'UNSAFE'],
    ['a drive letter', [entry('C:/a.xml', '<a/>')], 'UNSAFE'],
    ['a local name that differs', [entry('a.xml', '<a/>', { localName: 'b.xml' })], 'UNSAFE'],
    ['a local size that differs', [entry('a.xml', '<a/>', { localSize: 1 })], 'UNSAFE'],
    ['a zip64 size', [entry('a.xml', '<a/>', { size: 0xffffffff })], 'UNSAFE'],
    ['an encrypted entry', [entry('a.xml', '<a/>', { flags: 1 })], 'UNSAFE'],
    ['a deflated entry without data', [entry('a.xml', '', { data: new Uint8Array(), size: 0 })], 'UNSAFE'],
    ['an entry larger than declared', [entry('a.xml', '<a></a>', { size: 4 })], 'UNSAFE'],
    ['an entry shorter than declared', [entry('a.xml', '<a/>', { size: 40 })], 'BROKEN'],
    ['a wrong checksum', [entry('a.xml', '<a/>', { crc: 1 })], 'BROKEN'],
    ['an unknown compression', [entry('a.xml', '<a/>', { method: 12 })], 'BROKEN'],
    [
      'data that is no deflate stream',
      [entry('a.xml', '<a/>', { data: encode('\xff\xff\xff\xff') })],
      'BROKEN',
    ],
    [
      'entries that share their data',
      [entry('a.xml', '<a/>'), entry('a.xml.', '<a/>', { headerOf: 0 })],
      'UNSAFE',
    ],
    ['a document type', [entry('a.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a/>')], 'UNSAFE'],
    ['UTF-16 XML', [entry('a.xml', '\0<\0a\0/\0>')], 'UNSAFE'],
    ['another declared encoding', [entry('a.xml', '<?xml version="1.0" encoding="UTF-7"?><a/>')], 'UNSAFE'],
    ['XML that was cut short', [entry('a.xml', '<a><b')], 'BROKEN'],
  ])('refuses %s', async (_name, entries, code) => {
    expect(await problemOf(rawZip(entries))).toBe(code);
  });

  it('refuses a document type behind a long comment', async () => {
    expect(await problemOf(rawZip([entry('a.xml', `<!--${'x'.repeat(70_000)}--><!DOCTYPE a><a/>`)]))).toBe(
      'UNSAFE',
    );
  });

  it('refuses what inflates by more than the ratio after 100 KB, and not before', async () => {
    expect(await problemOf(zipOf({ 'a.xml': `<a>${'x'.repeat(90_000)}</a>` }))).toBe('accepted');
    expect(await problemOf(zipOf({ 'a.xml': `<a>${'x'.repeat(5_000_000)}</a>` }))).toBe('BOMB');
  });

  it('refuses more data than the limit by what the entries declare', async () => {
    const parts = { 'a.bin': new Uint8Array(600), 'b.bin': new Uint8Array(600) };
    expect(await problemOf(zipOf(parts, 0), { inflatedBytes: 1000 })).toBe('BOMB');
  });

  it('refuses more entries than the limit', async () => {
    const parts = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}.xml`, '<a/>']));
    expect(await problemOf(zipOf(parts), { zipEntries: 10 })).toBe('TOO_MANY_ENTRIES');
  });

  it('refuses an archive cut anywhere', async () => {
    const whole = xlsxOf({ name: 'A', rows: '<row><c><v>1</v></c></row>' });
    for (let length = 0; length < whole.length; length += 97)
      expect(await problemOf(whole.subarray(0, length))).toBe('BROKEN');
  });

  it('never accepts a changed byte of an entry’s data', async () => {
    const whole = zipOf({ 'xl/data.bin': encode('0123456789'.repeat(50)) });
    for (let at = 41; at < 60; at++) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect(await problemOf(changed)).not.toBe('accepted');
    }
  });
});

describe('entry paths', () => {
  it('take a backslash for a slash, as Excel does', () => {
    expect(safePath('xl\\worksheets\\sheet1.xml')).toBe('xl/worksheets/sheet1.xml');
    expect(safePath('xl\\..\\..\\a')).toBeNull();
  });
});
