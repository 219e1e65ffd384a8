import { type Decimal, decimalToNumber } from '../core/decimal.ts';
import type { Label, Language } from '../core/language.ts';
import { utcToLocal } from '../core/timeZones.ts';
import { budgetEntryFields, entryKind } from '../records/budgetEntryFields.ts';
import { centerLabel } from '../records/center.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { recordOf } from '../records/recordsOf.ts';
import { choiceTitle } from '../records/titles.ts';
import { budgetSources, type LedgerSum } from '../reports/budgetLedger.ts';
import { type PlannedSpending, planOfAll } from '../reports/categoryBudgets.ts';
import { periodLabel } from '../reports/period.ts';
import type { Balance, SettledEntry, Settlement } from '../reports/settlement.ts';
import { advanceNote, basisLabel, settlementLabels } from '../reports/settlementLabels.ts';
import { sampleMark } from '../reports/toldSamples.ts';
import type { CellLook, GridCell, NumberFormat, PageSheet, StyledCell, WorkbookDocument } from './grid.ts';

export interface SettlementDocumentOptions {
  readonly language: Language;
  /** Name of the person who prepares it. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** IANA zone for the date on the sheet. */
  readonly timeZone: string;
}

type Row = readonly (StyledCell | null)[];

/** A settlement as a workbook of one page: balance by source, spending by category, entries, evidence, rates. */
export function settlementDocument(
  set: RecordSet,
  settled: Settlement,
  options: SettlementDocumentOptions,
): WorkbookDocument {
  const { language, by, at } = options;
  return {
    title: [
      `${settlementLabels.title[language]} ${periodLabel(settled.period, language)}`,
      ...(settled.samples === 'told' ? [sampleMark[language]] : []),
    ].join(' · '),
    author: by,
    language,
    createdAt: at,
    sheets: [settlementSheet(set, settled, options)],
  };
}

/** The page itself. Amounts are in US dollars unless a currency stands beside them. */
export function settlementSheet(
  set: RecordSet,
  settled: Settlement,
  options: SettlementDocumentOptions,
): PageSheet {
  const { language } = options;
  const text = textsIn(language);
  const notes = advanceNotes(settled, language);
  const marks: readonly Row[] =
    settled.samples === 'told' ? [[null, cell(sampleMark[language], 'warning')]] : [];
  const rows: Row[] = [
    [],
    [null, cell(text('title'), 'title')],
    [null, cell(subtitle(set, settled, options), 'subtitle')],
    ...marks,
    [],
    ...balanceRows(settled, language),
    ...notes.map((note): Row => [null, cell(note, 'note')]),
    [],
    ...categoryRows(settled, language),
    ...section(text('unconverted'), unconvertedRows(settled)),
    ...section(text('entries'), entryRows(settled.entries, text('paid'), language)),
    ...section(text('receipts'), entryRows(settled.receipts, text('arrived'), language)),
    ...section(text('evidence'), evidenceRows(set, settled)),
    ...section(text('rates'), rateRows(settled, language)),
    [],
    [null, cell(text('rule'), 'note')],
  ];
  const wide = (index: number) => ({ row: index, column: 1, span: 9 });
  return {
    kind: 'page',
    name: text('title'),
    visibility: 'visible',
    columnWidths: [2, 6, 12, 24, 36, 16, 16, 16, 16, 18, 12],
    rows,
    merges: [
      ...[1, 2, ...marks.map(() => 3), rows.length - 1].map(wide),
      ...notes.map((_, index) => wide(4 + marks.length + balanceRows(settled, language).length + index)),
    ],
    landscape: true,
  };
}

const textsIn =
  (language: Language) =>
  (key: keyof typeof settlementLabels): string =>
    (settlementLabels[key] satisfies Label)[language];

function subtitle(
  set: RecordSet,
  { centerId, period }: Settlement,
  options: SettlementDocumentOptions,
): string {
  const { language, by, at, timeZone } = options;
  const center = recordOf(set, 'center', centerId);
  const day = utcToLocal(new Date(at).toISOString(), timeZone)?.date ?? '';
  const parts = [
    center === null ? '' : centerLabel(center.values, language),
    periodLabel(period, language),
    day,
    by,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Under the balances: of which source, and what there is to know. */
function advanceNotes({ accounts }: Settlement, language: Language): readonly string[] {
  return accounts.flatMap((account) => {
    const note = advanceNote(account, language);
    return note === null
      ? []
      : [`${choiceTitle(budgetEntryFields.source, account.source, language)}: ${note}`];
  });
}

function balanceRows({ accounts, total }: Settlement, language: Language): readonly Row[] {
  const text = textsIn(language);
  const amounts = ({ opening, income, spending, closing }: Balance, look: CellLook): Row =>
    [opening, income, spending, closing].map((amount) => money(amount, look));
  return [
    heads([
      '',
      '',
      text('source'),
      text('basis'),
      text('opening'),
      text('income'),
      text('spending'),
      text('closing'),
    ]),
    ...accounts.map(
      (account): Row => [
        null,
        cell('', 'body'),
        cell('', 'body'),
        cell(choiceTitle(budgetEntryFields.source, account.source, language), 'body'),
        cell(basisLabel(account)[language], 'body'),
        ...amounts(account, 'number'),
      ],
    ),
    [
      null,
      cell('', 'total'),
      cell('', 'total'),
      cell(text('total'), 'total'),
      cell('', 'total'),
      ...amounts(total, 'total'),
    ],
  ];
}

function categoryRows({ execution, categories }: Settlement, language: Language): readonly Row[] {
  const text = textsIn(language);
  const whole = planOfAll(categories);
  const planned = (plan: PlannedSpending | null, look: CellLook): StyledCell =>
    plan === null ? cell('', look) : money(plan.planned, look);
  const left = (plan: PlannedSpending | null, look: CellLook): Row => {
    if (whole === null) return [];
    const share = plan?.share ?? null;
    return [
      plan === null ? cell('', look) : money(plan.left, look),
      share === null ? cell('', look) : cell(share, look, 'percent'),
    ];
  };
  const line = (
    name: string,
    bySource: ReadonlyMap<string, LedgerSum>,
    total: LedgerSum,
    plan: PlannedSpending | null,
    [label, number]: readonly [CellLook, CellLook],
  ): Row => [
    null,
    cell('', label),
    cell('', label),
    cell(name, label),
    planned(plan, number),
    ...budgetSources.map((source) => money(bySource.get(source)?.dollars ?? 0n, number)),
    money(total.dollars, number),
    ...left(plan, number),
  ];
  const sources = budgetSources.map((source) => choiceTitle(budgetEntryFields.source, source, language));
  return [
    heads([
      '',
      '',
      text('category'),
      whole === null ? '' : text('planned'),
      ...sources,
      text('total'),
      ...(whole === null ? [] : [text('left'), text('share')]),
    ]),
    ...categories.map(({ category, bySource, total, plan }) => {
      const name = choiceTitle(budgetEntryFields.category, category, language);
      return line(name, bySource, total, plan, ['body', 'number']);
    }),
    line(text('total'), execution.bySource, execution.total, whole, ['total', 'total']),
  ];
}

function unconvertedRows({ unconverted }: Settlement): readonly Row[] {
  return unconverted.map(({ currency, amount }) => [
    null,
    cell('', 'warning'),
    cell('', 'warning'),
    cell(currency, 'warning'),
    null,
    money(amount, 'number'),
  ]);
}

function entryRows(entries: readonly SettledEntry[], amountHead: string, language: Language): readonly Row[] {
  if (entries.length === 0) return [];
  const text = textsIn(language);
  return [
    heads([
      text('number'),
      text('date'),
      text('category'),
      text('description'),
      text('source'),
      amountHead,
      text('rate'),
      text('dollars'),
      text('evidenceNumbers'),
    ]),
    ...entries.map((entry): Row => {
      const { number, values, currency, amount, dollars } = entry;
      return [
        null,
        cell(number, 'number', 'integer'),
        values.date === undefined
          ? cell('', 'body')
          : cell({ kind: 'date', date: values.date, time: null }, 'body', 'date'),
        cell(entryKind(values, language), 'body'),
        cell(values.description ?? '', 'body'),
        cell(sourceAndForm(entry, language), 'body'),
        cell(`${currency} ${groups.format(decimalToNumber(amount))}`, 'body'),
        values.fxRate === undefined ? cell('', 'body') : cell(values.fxRate, 'number', 'general'),
        dollars === null ? cell(text('noRate'), 'warning') : money(dollars, 'number'),
        cell(evidenceText(entry, text('noEvidence')), entryHasEvidence(entry) ? 'body' : 'warning'),
      ];
    }),
  ];
}

// The same in both languages, and on every computer.
const groups = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

function sourceAndForm({ values: { source, form } }: SettledEntry, language: Language): string {
  return [
    choiceTitle(budgetEntryFields.source, source, language),
    choiceTitle(budgetEntryFields.form, form, language),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const entryHasEvidence = ({ evidenceNumbers, values }: SettledEntry): boolean =>
  evidenceNumbers.length > 0 || values.evidenceNote !== undefined;

/** The numbers of an entry's evidence, and what is said of it in words. */
export function evidenceText(entry: SettledEntry, none: string): string {
  if (!entryHasEvidence(entry)) return none;
  return [entry.evidenceNumbers.map((number) => `E${number}`).join(', '), entry.values.evidenceNote ?? '']
    .filter((part) => part !== '')
    .join('; ');
}

function evidenceRows(set: RecordSet, { evidence }: Settlement): readonly Row[] {
  return evidence.map((id, index) => {
    const values = recordOf(set, 'evidence', id)?.values;
    return [
      null,
      cell(`E${index + 1}`, 'label'),
      cell(values?.takenOn ?? '', 'body'),
      cell(values?.fileName ?? '', 'body'),
      cell(values?.keptAt ?? '', 'body'),
    ];
  });
}

function rateRows({ rates }: Settlement, language: Language): readonly Row[] {
  if (rates.length === 0) return [];
  const text = textsIn(language);
  return [
    heads(['', text('date'), text('currency'), text('rate'), text('entryCount')]),
    ...rates.map(
      ({ currency, rate, date, entryIds }): Row => [
        null,
        cell('', 'body'),
        cell(date ?? '', 'body'),
        cell(currency, 'body'),
        cell(rate, 'number', 'general'),
        cell(entryIds.length, 'number', 'integer'),
      ],
    ),
  ];
}

const section = (title: string, rows: readonly Row[]): readonly Row[] =>
  rows.length === 0 ? [] : [[], [null, cell(title, 'subtitle')], ...rows];

const heads = (texts: readonly string[]): Row => [null, ...texts.map((text) => cell(text, 'header'))];

const money = (amount: Decimal, look: CellLook): StyledCell => cell(decimalToNumber(amount), look, 'decimal');

function cell(value: GridCell, look: CellLook, format?: NumberFormat): StyledCell {
  return { value, look, ...(format === undefined ? {} : { format }) };
}
