import { groupBy } from '../../core/groupBy.ts';
import type { Language } from '../../core/language.ts';
import { foldText } from '../../core/text.ts';
import { recordDefinitions } from '../../records/registry.ts';
import type { AnyRecordDefinition } from '../../schema/defineRecord.ts';
import { columnAddress, columnHeader, idColumnKey, type SheetColumn, sheetLayout } from '../columns.ts';
import { columnParts, type FieldPart } from './fieldParts.ts';
import type { TableColumn } from './headerRows.ts';

/** How well a header names a field part, 0 to 1, by address; parts that it does not name are absent. */
export type HeaderScores = ReadonlyMap<string, number>;

const languages: readonly Language[] = ['en', 'ko'];

/** What people call the parts of a field: the second line of a header, or what stands behind its name. */
const partNames: Readonly<Record<string, readonly string[]>> = {
  'attendance/female': ['f', 'w', 'female', 'females', 'women', 'woman', '여', '여성', '여자', '여성 수'],
  'attendance/male': ['m', 'male', 'males', 'men', 'man', '남', '남성', '남자', '남성 수'],
  'attendance/other': ['other', 'others', 'diverse', '기타'],
  'attendance/undisclosed': ['total', 'sum', 'all', 'unknown', '계', '합계', '총계', '전체', '총원', '미상'],
  'localizedText/ko': ['ko', 'kor', 'korean', '국문', '한글', '국문명', '한국어'],
  'localizedText/en': ['en', 'eng', 'english', '영문', '영문명', '영어'],
  'localizedText/local': ['local', 'native', '현지어', '현지'],
  'money/amount': ['amount', 'sum', '금액'],
  'money/currency': ['currency', 'unit', '통화', '화폐', '단위'],
  'dateTime/time': ['time', '시각'],
  'dateTime/zone': ['zone', 'time zone', '시간대'],
};
/** The part that a field's bare name means, where people keep several in one column. */
const plainParts: Readonly<Record<string, string>> = {
  money: 'amount',
  attendance: 'undisclosed',
  dateTime: 'time',
};

export function headerScores(definition: AnyRecordDefinition, column: TableColumn): HeaderScores {
  const spellings = spellingsOf(column);
  if (spellings.length === 0) return noScores;
  const names = namesOf(definition);
  const scores = new Map<string, number>();
  for (const [spelled, weight] of spellings) {
    for (const [address, score] of scoresOf(names, spelled)) {
      scores.set(address, Math.max(scores.get(address) ?? 0, score * weight));
    }
  }
  return scores;
}

const noScores: HeaderScores = new Map();

type Spelling = readonly [spelled: Spelled, weight: number];

/** A column is compared with every record type, and its header is looked into once. */
const spellingsByColumn = new WeakMap<TableColumn, readonly Spelling[]>();

/** Those spellings of a column's header that say anything of any type. */
function spellingsOf(column: TableColumn): readonly Spelling[] {
  let known = spellingsByColumn.get(column);
  if (known === undefined) {
    known = spellings(column)
      .map(([text, weight]): Spelling => [spell(text), weight])
      .filter(([{ key, inside }]) => inside.length > 0 || everyName().names.has(key));
    spellingsByColumn.set(column, known);
  }
  return known;
}

/** The header as written, then without what people put behind a name: a form, a unit, an example. */
function spellings({ group, name }: TableColumn): readonly (readonly [text: string, weight: number])[] {
  const bare = name.replace(/\s*[([（［].*$/u, '').trim();
  const texts: (readonly [string, number])[] = [];
  if (group === '') texts.push([name, 1], [bare, 0.95]);
  else texts.push([`${group} (${name})`, 1], [`${group} ${name}`, 0.95], [name, 0.8]);
  return texts.filter(([text]) => text !== '');
}

function scoresOf(names: NameBook, { key, inside }: Spelled): HeaderScores {
  const scores = new Map<string, number>();
  const add = (entry: NameEntry | undefined, weight: number): void => {
    for (const { address, score } of entry?.named ?? []) {
      scores.set(address, Math.max(scores.get(address) ?? 0, score * weight));
    }
  };
  add(names.get(key), 1);
  if (scores.size > 0 || key.length < 2) return scores;
  const found = inside.flatMap((name) => names.get(name) ?? []);
  for (const entry of found.sort((a, b) => a.order - b.order)) add(entry, 0.6);
  return scores;
}

interface Spelled {
  readonly key: string;
  /** Names of any type that stand inside of it. */
  readonly inside: readonly string[];
}

/** A longer text is no header; only its beginning is looked into for names. */
const longestHeader = 200;

function spell(text: string): Spelled {
  const beginning = text.slice(0, longestHeader);
  // A text that goes on is no name itself, however it begins.
  const key = text === beginning ? compact(text) : `${compact(beginning)}…`;
  return { key, inside: namesInside(beginning, key) };
}

/** Known names inside a longer header: whole words in Latin script, two syllables or more in Hangul. */
function namesInside(text: string, key: string): readonly string[] {
  const { names, hangulNames, longest } = everyName();
  const found = new Set<string>();
  const words = foldText(text).split(/[^\p{L}\p{N}]+/u);
  for (let from = 0; from < words.length; from++) {
    let joined = '';
    for (let to = from; to < words.length && joined.length <= longest; to++) {
      joined += words[to] ?? '';
      if (joined.length >= 4 && names.has(joined) && key.includes(joined)) found.add(joined);
    }
  }
  for (let from = 0; from + 1 < key.length; from++) {
    for (const name of hangulNames.get(key.slice(from, from + 2)) ?? []) {
      if (key.startsWith(name, from)) found.add(name);
    }
  }
  return [...found];
}

const hangul = /\p{Script=Hangul}/u;

interface EveryName {
  readonly names: ReadonlySet<string>;
  /** Those with Hangul, by their first two letters. */
  readonly hangulNames: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}

let everyNameKnown: EveryName | null = null;

/** The names of all types' parts, as `compact` writes them. */
function everyName(): EveryName {
  if (everyNameKnown === null) {
    const names = new Set(recordDefinitions.flatMap((definition) => [...namesOf(definition).keys()]));
    everyNameKnown = {
      names,
      hangulNames: groupBy(
        [...names].filter((name) => name.length > 1 && hangul.test(name)),
        (name) => name.slice(0, 2),
      ),
      longest: Math.max(...[...names].map((name) => name.length)),
    };
  }
  return everyNameKnown;
}

interface Named {
  readonly address: string;
  readonly score: number;
}

interface NameEntry {
  readonly named: readonly Named[];
  /** Among the names of its type. */
  readonly order: number;
}

type NameBook = ReadonlyMap<string, NameEntry>;

const namesByType = new Map<string, NameBook>();

function namesOf(definition: AnyRecordDefinition): NameBook {
  let names = namesByType.get(definition.type);
  if (names === undefined) {
    const book = new Map<string, Named[]>();
    for (const column of sheetLayout(definition, false).columns) {
      if (column.key === idColumnKey) continue;
      const address = columnAddress(column);
      for (const [name, score] of columnNames(column)) {
        const key = compact(name);
        const known = book.get(key);
        if (known === undefined) book.set(key, [{ address, score }]);
        else known.push({ address, score });
      }
    }
    for (const { address, period } of columnParts(definition).values()) {
      if (period === undefined) continue;
      for (const name of periodNames(definition, period)) book.set(compact(name), [{ address, score: 0.95 }]);
    }
    names = new Map([...book].map(([name, named], order) => [name, { named, order }]));
    namesByType.set(definition.type, names);
  }
  return names;
}

/** What people call a column of periods. */
function periodNames(
  { label }: AnyRecordDefinition,
  { start, end }: NonNullable<FieldPart['period']>,
): readonly string[] {
  const own = [label.one, label.many];
  return [
    'period',
    'dates',
    'duration',
    '기간',
    '일정',
    ...own.flatMap(({ en, ko }) => [
      `${en} period`,
      `${en} dates`,
      ...ko.split('·').map((name) => `${name} 기간`),
    ]),
    ...languages.map((language) => `${start.spec.label[language]} ~ ${end.spec.label[language]}`),
  ];
}

function columnNames(column: SheetColumn): readonly (readonly [name: string, score: number])[] {
  const { spec, part } = column;
  const exact = [...languages.map((language) => columnHeader(column, language)), columnAddress(column)];
  const names = exact.map((name): readonly [string, number] => [name, 1]);
  if (spec === null) return names;
  const fieldNames = [spec.label.en, spec.label.ko, ...(spec.aliases ?? [])];
  if (part === '') {
    names.push(...(spec.aliases ?? []).map((name): readonly [string, number] => [name, 0.95]));
    return names;
  }
  const parts = partNames[`${spec.kind}/${part}`] ?? [];
  for (const name of fieldNames) {
    for (const partName of parts) {
      names.push(
        [`${name} (${partName})`, 0.95],
        [`${name} ${partName}`, 0.95],
        [`${partName} ${name}`, 0.9],
      );
    }
  }
  if (spec.kind === 'localizedText') {
    // Which language a column holds is seen from its cells.
    names.push(...fieldNames.map((name): readonly [string, number] => [name, 0.9]));
  } else if (plainParts[spec.kind] === part) {
    names.push(...fieldNames.map((name): readonly [string, number] => [name, 0.9]));
  }
  if (spec.kind === 'attendance' && (part === 'female' || part === 'male')) {
    names.push(...parts.map((name): readonly [string, number] => [name, 0.7]));
  }
  return names;
}

/** People write 자문일자 and 자문 일자, “E-mail” and “Email”: blanks and marks tell nothing. */
function compact(text: string): string {
  return foldText(text.normalize('NFKC')).replace(/[^\p{L}\p{N}]/gu, '');
}
