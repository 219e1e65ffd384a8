import { beforeAll, describe, expect, it } from 'vitest';
import { readCompoundFile } from '../../../../../shared/workbook/read/compoundFile.ts';
import { readWorkbook } from '../../../../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../../../../shared/workbook/write/writeWorkbook.ts';
import { hasOffice } from '../../../../support/office.ts';
import { savedByOfficeWithPassword } from '../../../../support/officePasswords.ts';
import { compoundFileOf, documentOf, tableSheet } from '../../../../support/workbookFiles.ts';

const password = 'Sofia 비밀 2026';
const cells = Array.from({ length: 400 }, (_, row) => [`row ${row}`, row * 7]);
const document = documentOf([
  tableSheet(cells, [
    { width: 10, format: 'text' },
    { width: 10, format: 'general' },
  ]),
]);

interface Streams {
  readonly info: string;
  readonly encrypted: Uint8Array;
}

let locked: Uint8Array = new Uint8Array();

beforeAll(async () => {
  const written = await writeWorkbook({ ...document, password });
  if (!written.ok) throw new Error(written.error.detail);
  locked = written.value;
});

function streamsOf(workbook: Uint8Array): Streams {
  const file = readCompoundFile(workbook);
  const info = file?.head('EncryptionInfo', 1 << 20);
  const encrypted = file?.head('EncryptedPackage', 1 << 24);
  if (info == null || encrypted == null) throw new Error('no encrypted workbook');
  return { info: Buffer.from(info).toString('latin1'), encrypted };
}

/** Blanks behind the XML, because the test's container has no short streams. */
const fileOf = ({ info, encrypted }: Streams): Uint8Array =>
  compoundFileOf({
    EncryptionInfo: new Uint8Array(Buffer.from(info.padEnd(4096, ' '), 'latin1')),
    EncryptedPackage: encrypted,
  });

async function outcomeOf(streams: Streams): Promise<string> {
  const result = await readWorkbook(fileOf(streams), 'a.xlsx', { password });
  return result.ok ? 'read' : result.error.code;
}

/** The one bytes that an attribute holds, changed in their first bit. */
function withFlippedAttribute(info: string, element: string, name: string): string {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\s[^>]*>`).exec(info)?.[0];
  const value = tag === undefined ? undefined : new RegExp(`\\s${name}="([^"]+)"`).exec(tag)?.[1];
  if (tag === undefined || value === undefined) throw new Error(`no ${element} ${name}`);
  const bytes = Buffer.from(value, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return info.replace(tag, tag.replace(value, bytes.toString('base64')));
}

function flippedAt(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe('a protected workbook that somebody changed', () => {
  it('is read while nothing was changed, from the same parts', async () => {
    expect(await outcomeOf(streamsOf(locked))).toBe('read');
  });

  it('is refused wherever a bit of what locks it was flipped', async () => {
    const streams = streamsOf(locked);
    const outcomes: Record<string, string> = {};
    for (const [element, name] of [
      ['keyData', 'saltValue'],
      ['dataIntegrity', 'encryptedHmacKey'],
      ['dataIntegrity', 'encryptedHmacValue'],
      ['encryptedKey', 'encryptedKeyValue'],
      ['encryptedKey', 'saltValue'],
      ['encryptedKey', 'encryptedVerifierHashInput'],
      ['encryptedKey', 'encryptedVerifierHashValue'],
    ] as const) {
      const info = withFlippedAttribute(streams.info, element, name);
      outcomes[`${element} ${name}`] = await outcomeOf({ ...streams, info });
    }
    expect(outcomes).toEqual({
      'keyData saltValue': 'DAMAGED',
      'dataIntegrity encryptedHmacKey': 'DAMAGED',
      'dataIntegrity encryptedHmacValue': 'DAMAGED',
      'encryptedKey encryptedKeyValue': 'DAMAGED',
      // What proves the password cannot tell a wrong one from its own damage.
      'encryptedKey saltValue': 'PASSWORD_WRONG',
      'encryptedKey encryptedVerifierHashInput': 'PASSWORD_WRONG',
      'encryptedKey encryptedVerifierHashValue': 'PASSWORD_WRONG',
    });
  });

  it('is refused wherever a bit of what is locked was flipped: its size, each segment, its end', async () => {
    const streams = streamsOf(locked);
    const { length } = streams.encrypted;
    expect(length).toBeGreaterThan(3 * 4096);
    for (const at of [0, 7, 8, 8 + 4095, 8 + 4096, 8 + 2 * 4096 + 100, length - 16, length - 1]) {
      const encrypted = flippedAt(streams.encrypted, at);
      expect(await outcomeOf({ ...streams, encrypted }), `byte ${at} of ${length}`).toBe('DAMAGED');
    }
  });

  it('is refused with segments that were swapped, cut off or put behind', async () => {
    const streams = streamsOf(locked);
    const whole = streams.encrypted;
    const swapped = whole.slice();
    swapped.set(whole.subarray(8 + 4096, 8 + 8192), 8);
    swapped.set(whole.subarray(8, 8 + 4096), 8 + 4096);
    const longer = new Uint8Array(whole.length + 4096);
    longer.set(whole);
    for (const encrypted of [swapped, whole.slice(0, -4096), whole.slice(0, -3), longer])
      expect(await outcomeOf({ ...streams, encrypted })).toBe('DAMAGED');
  });

  it('is refused without its integrity, and with texts of an odd length in its place', async () => {
    const streams = streamsOf(locked);
    const without = streams.info.replace(/<dataIntegrity[^>]*>/, '');
    expect(without).not.toBe(streams.info);
    const odd = streams.info.replace(/encryptedHmacValue="[^"]*"/, 'encryptedHmacValue="AAAA"');
    const none = streams.info.replace(/encryptedHmacKey="[^"]*"/, 'encryptedHmacKey=""');
    for (const info of [without, odd, none]) expect(await outcomeOf({ ...streams, info })).toBe('DAMAGED');
  });
});

describe.runIf(hasOffice)('LibreOffice', () => {
  it('opens what is written here with its password, and with no other', { timeout: 240_000 }, async () => {
    const opened = savedByOfficeWithPassword(locked, password);
    if (opened === null) throw new Error('not opened');
    const result = await readWorkbook(opened, 'a.xlsx');
    expect(result.ok ? result.value.sheets[0]?.rows.slice(1) : result.error.code).toEqual(cells);
    expect(savedByOfficeWithPassword(locked, 'wrong')).toBeNull();
  });
});
