import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileKindOf, namedAs } from '../../../../shared/evidence/fileKind.ts';
import { kindByName } from '../../../../shared/evidence/kindByName.ts';

const bytesOf = (latin1: string): Uint8Array => Uint8Array.from(latin1, (char) => char.charCodeAt(0));
const ole = (stream: string): Uint8Array =>
  bytesOf(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${[...stream].join('\0')}\0`);

test.each([
  ['jpg', 'photo', bytesOf('\xff\xd8\xff\xe1\0\0')],
  ['png', 'photo', bytesOf('\x89PNG\r\n\x1a\n')],
  ['webp', 'photo', bytesOf('RIFF\0\0\0\0WEBPVP8 ')],
  ['heic', 'photo', bytesOf('\0\0\0\x18ftypheic')],
  ['pdf', 'document', bytesOf('%PDF-1.7')],
  ['docx', 'document', zipSync({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x') })],
  ['xlsx', 'document', zipSync({ '[Content_Types].xml': strToU8('x'), 'xl/workbook.xml': strToU8('x') })],
  [
    'odt',
    'document',
    zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
  ],
  ['doc', 'document', ole('WordDocument')],
  ['hwp', 'document', ole('HwpSummaryInformation')],
] as const)('%s is told by its content as a %s', (extension, role, bytes) => {
  expect(fileKindOf(bytes)).toMatchObject({ extension, role });
});

test.each([
  ['a page with script', strToU8('<!doctype html><script>alert(1)</script>')],
  ['a picture of markup', strToU8('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a program', bytesOf('MZ\x90\0')],
  ['a video', bytesOf('\0\0\0\x18ftypisom')],
  ['any archive', zipSync({ 'a.exe': strToU8('MZ') })],
  ['nothing', new Uint8Array(0)],
])('%s is no evidence', (_what, bytes) => {
  expect(fileKindOf(bytes)).toBeNull();
});

test('bytes of any sort are looked at without failing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => fileKindOf(bytes) !== undefined));
});

test('a name gets the ending of its content, and nothing that leads out of a folder', () => {
  const pdf = { extension: 'pdf', mediaType: 'application/pdf', role: 'document' } as const;
  const jpg = { extension: 'jpg', mediaType: 'image/jpeg', role: 'photo' } as const;
  expect(namedAs('회의록 2026.PDF', pdf)).toBe('회의록 2026.PDF');
  expect(namedAs('photo.jpeg', jpg)).toBe('photo.jpeg');
  expect(namedAs('invoice.jpg', pdf)).toBe('invoice.pdf');
  expect(namedAs('v1.2 of the plan', pdf)).toBe('v1.2 of the plan.pdf');
  expect(namedAs('../../journal.fbj', pdf)).toBe('.._.._journal.pdf');
  expect(namedAs(`${'a'.repeat(400)}.jpg`, pdf).length).toBe(255);
});

test.each([
  ['Attendance_2026-03.pdf', false, 'attendanceSheet'],
  ['제3차 운영위원회 회의록.hwp', false, 'minutes'],
  ['MoU signed.pdf', false, 'mou'],
  ['IMG_2031.jpg', true, 'photo'],
  ['study.docx', false, 'report'],
])('the name %s speaks of a kind', (name, isPhoto, kind) => {
  expect(kindByName(name, isPhoto)).toBe(kind);
});
