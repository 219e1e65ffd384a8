import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../shared/workbook/read/textDecoding.ts';

const western = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Bytes of a text in a code page of one byte a letter. */
function encoded(label: 'windows-1251' | 'windows-1252', text: string): Uint8Array {
  // Node's decoder is wrong about windows-1252 itself.
  const letters =
    label === 'windows-1252'
      ? Array.from({ length: 256 }, (_, byte) => western[byte - 0x80] ?? String.fromCharCode(byte))
      : Array.from({ length: 256 }, (_, byte) => new TextDecoder(label).decode(Uint8Array.of(byte)));
  return Uint8Array.from(text, (letter) => {
    const byte = letters.indexOf(letter);
    if (byte < 0) throw new Error(`${label} has no ${letter}`);
    return byte;
  });
}

describe('a text that does not say how it is encoded', () => {
  it.each<[string, 'windows-1251' | 'windows-1252', string]>([
    ['Spanish', 'windows-1252', 'Área,Título,Año\r\n1,Capacitación técnica,2025\r\n2,Señor Núñez,2026\r\n'],
    ['Spanish with one letter beyond ASCII', 'windows-1252', 'Área,Nota\r\n1,ninguna\r\n'],
    ['French', 'windows-1252', 'Numéro;Intitulé\r\n1;à Genève, l’été\r\n'],
    ['German', 'windows-1252', 'Größe;Übung\r\n1;Straße\r\n'],
    ['one Western letter', 'windows-1252', 'Å,1\r\n2,3\r\n'],
    ['Western letters beside digits', 'windows-1252', 'À1,ç1\r\nÃ2,Ð2\r\n'],
    ['Bulgarian', 'windows-1251', 'Дата,Тема\r\n2025-04-07,Среща в София и вечеря\r\n'],
    [
      'Russian with Latin names',
      'windows-1251',
      'Тема,Система\r\nОбучение SAP и Excel в Ташкенте,e-паспорт\r\n',
    ],
    ['Bulgarian in capitals', 'windows-1251', 'ДАТА,ТЕМА,МЯСТО\r\n1,ОБУЧЕНИЕ,СОФИЯ\r\n'],
  ])('is read as what its words look like: %s', (_, label, text) => {
    expect(decodeText(encoded(label, text))).toBe(text);
  });

  it('is read as Korean, with the rare syllables that only Windows has', () => {
    // 이름,주제 / 1,똠방각하 뷁 뢔힣
    const bytes = Uint8Array.from([
      ...[0xc0, 0xcc, 0xb8, 0xa7, 0x2c, 0xc1, 0xd6, 0xc1, 0xa6, 0x0a, 0x31, 0x2c],
      ...[0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf, 0x20],
      ...[0x94, 0xee, 0x20, 0x8f, 0x4f, 0xc6, 0x52],
    ]);
    expect(decodeText(bytes)).toBe('이름,주제\n1,똠방각하 뷁 뢔힣');
  });
});

describe('a page that says how it is encoded', () => {
  it.each(['', '  \r\n\t'])('is read so, with %j in front', (blank) => {
    const page = `${blank}<html><meta http-equiv="Content-Type" content="text/html;CHARSET=ISO-8859-1"><table><td>À1 Я</table>`;
    const latin = page.replace(' Я', ' ÐÿÑ');
    expect(decodeText(encoded('windows-1252', latin))).toBe(latin);
    const cyrillic = page.replace('ISO-8859-1', 'windows-1251').replace('À1', 'Вход');
    expect(decodeText(encoded('windows-1251', cyrillic))).toBe(cyrillic);
  });
});

describe('control characters', () => {
  const encode = (text: string) => new TextEncoder().encode(text);

  it('that Word leaves in pasted cells are text', () => {
    const text = 'Topic,Advice\r\n1,line\u000bbreak non\u001ebreaking soft\u001fhyphen\r\n';
    expect(decodeText(encode(text))).toBe(text);
  });

  it.each(['\0', '\u0001', '\u0008', '\u000e', '\u001b'])('like %j are no text', (unit) => {
    expect(decodeText(encode(`a,b\r\n1,${unit}\r\n`))).toBeNull();
  });
});
