/** What spreadsheets take for the start of a formula, or fields of other programs. */
export const formulaLeads = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠'] as const;

const control = (unit: number): string => String.fromCharCode(unit);

/** Texts that programs on the way between two laptops are known to change. */
export const difficultTexts: Readonly<Record<string, string>> = {
  'line breaks': 'one\ntwo\n\nthree',
  'line breaks of Windows': 'one\r\ntwo\rthree',
  'composed Hangul': '한글 디지털정부협력센터'.normalize('NFC'),
  'decomposed Hangul': '한글 디지털정부협력센터'.normalize('NFD'),
  'both forms of one word': `${'각'.normalize('NFC')} ${'각'.normalize('NFD')} ${'Ț ș é'.normalize('NFD')}`,
  Cyrillic: 'Електронно управление — Ўзбекистон, Қўқон, ғ ҳ',
  'Uzbek letters and what is typed for them': "Oʻzbekiston Gʻulom maʼno O‘z O’z O'z O`z O´z",
  Vietnamese: 'Hà Nội — Chính phủ điện tử, Đặng Thị Ưởng',
  emoji: '👩🏽‍💻 🇰🇷 ☎️ 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'right to left': 'مركز التعاون — מרכז \u202eabc\u202c \u200fא\u200e1 \u2067x\u2069',
  'letters without width': 'a\u200bb\u200dc\u00add\ufeffe\u2060f',
  'other blanks and line ends': 'a\u00a0b\u3000c\u2028d\u2029e\u0085f',
  'control characters': 'a\u0001b\u0008c\u001fd\u007f\u0085',
  'every control character': Array.from({ length: 32 }, (_, unit) => `${unit}${control(unit)}`).join(''),
  'no character': 'a\ufffeb\uffffc',
  'a lone surrogate': 'a\ud800b',
  'surrogates the wrong way round': 'a\udc00\ud800b\udfff',
  'a formula': '=HYPERLINK("http://example.org";"x")',
  'a plus sign': '+82 2 123 4567',
  'a minus sign': '-1+1',
  'an at sign': '@SUM(A1)',
  'a tab in front': '\t=1+1',
  'an apostrophe': '\'quoted\' "twice"',
  'an apostrophe before a formula': "'=1+1",
  'an error value': '#N/A',
  'an escape': '_x0041_ _x000D_',
  'an escape of an escape': '_x005F_x0041_',
  'escapes in other forms': '_x005F_ _X0041_ _x41_ __x0041__ _x00e9_ _xD800_',
  'blanks around': '  text  ',
  'a number': '00123',
  'a long number': '12345678901234567890',
  'a number with an exponent': '1E5',
  'a date': '2026-11-23',
  'a yes': 'TRUE',
  'the mark that erases, in a sentence': 'write [CLEAR] to erase',
  markup: '<b>&amp;</b> ]]> <![CDATA[x]]> &#x41; &lt;',
  'names of members of objects': '__proto__ constructor toString',
  'what Excel holds at most': 'x'.repeat(32_767),
  'what Excel holds at most, in Hangul': '가'.repeat(32_767),
  'what Excel holds at most, in escapes': '\u0001'.repeat(32_767),
};

/**
 * Half a pair cannot live in LibreOffice's own texts, and it takes an escaped underscore before an escape for the
 * escape of one: what it saves is another text, and an edit that the preview names.
 */
export const officeChanges: ReadonlySet<string> = new Set([
  'a lone surrogate',
  'surrogates the wrong way round',
  'an escape of an escape',
]);
