import type { Label, Language } from '../core/language.ts';
import { fillMessage } from '../messages/message.ts';
import type { CellLook, PageSheet, StyledCell } from './grid.ts';
import type { WaitingConflict } from './waitingConflict.ts';

/** Name of the page that a workbook with rows to correct begins with; not one that somebody gives to a sheet. */
export const correctionSheetName: Label = {
  en: 'Corrections (Fieldbook)',
  ko: '고칠 목록(Fieldbook)',
};

/** One thing that is wrong in a row. */
export interface CorrectionLine {
  /** `Sheet name!C5`. */
  readonly place: string;
  /** The record's title. */
  readonly title: string;
  readonly header: string;
  readonly value: string;
  readonly reason: string;
}

export interface CorrectionFacts {
  /** The file that was received. */
  readonly file: string;
  /** Rejected rows. */
  readonly rows: number;
  readonly lines: readonly CorrectionLine[];
  readonly conflicts: readonly WaitingConflict[];
}

const texts = {
  title: { en: 'Rows to correct', ko: '고칠 행' },
  file: { en: 'Received as', ko: '받은 파일' },
  rows: { en: 'Rows to correct', ko: '고칠 행 수' },
  conflicts: { en: 'Conflicts that wait', ko: '결정할 충돌' },
  place: { en: 'Cell', ko: '셀' },
  record: { en: 'Record', ko: '기록' },
  column: { en: 'Column', ko: '열' },
  value: { en: 'Value', ko: '값' },
  reason: { en: 'What to do', ko: '조치 사항' },
  counts: { en: 'Counts for now', ko: '우선 사용하는 값' },
  other: { en: 'Other value', ko: '다른 값' },
  more: {
    en: '… and {count} more; the column “{column}” of each sheet has them all.',
    ko: '… 외 {count}건. 모든 내용은 각 시트의 “{column}” 열에 있습니다.',
  },
  moreConflicts: {
    en: '… and {count} more; Fieldbook’s page Conflicts has them all.',
    ko: '… 외 {count}건. 모든 내용은 Fieldbook의 충돌 해결 화면에 있습니다.',
  },
  decide: {
    en: 'Two sides changed these values without knowing of each other. Both are kept. Decide in Fieldbook, on the page Conflicts; there is nothing to do in this workbook.',
    ko: '양쪽에서 서로 모르게 수정한 값입니다. 두 값을 모두 보관하고 있습니다. Fieldbook의 충돌 해결 화면에서 결정하세요. 이 통합 문서에서 할 일은 없습니다.',
  },
} as const satisfies Readonly<Record<string, Label>>;

const howTo: readonly Label[] = [
  {
    en: 'Correct the red cells, save the workbook and receive it in Fieldbook again. Only the corrected rows come in; the others are known already.',
    ko: '빨간색 셀을 고쳐 저장한 뒤 Fieldbook에서 다시 받으세요. 고친 행만 반영되며 나머지 행은 이미 반영되어 있습니다.',
  },
  {
    en: 'The first column of each sheet says what is wrong in a row; filter it to see these rows alone. It may stay: Fieldbook passes over it.',
    ko: '각 시트의 첫째 열에 행마다 고칠 내용이 있습니다. 필터를 쓰면 고칠 행만 볼 수 있습니다. 이 열은 지우지 않아도 되며 가져올 때 읽지 않습니다.',
  },
  {
    en: 'A row that is not needed can stay as it is or be deleted: nothing of it has been taken.',
    ko: '필요 없는 행은 그대로 두거나 지워도 됩니다. 반영된 내용이 없습니다.',
  },
];

/** A page that nobody scrolls through helps nobody; the sheets have every reason beside its row. */
const mostLines = 1000;

/** What is wrong in which cell, each with a link to it, and the conflicts that wait for a decision. */
export function correctionSheet(facts: CorrectionFacts, reasonColumn: string, language: Language): PageSheet {
  const text = (label: Label, look: CellLook): StyledCell => ({ value: label[language], look });
  const body = (value: string): StyledCell => ({
    value: value === '' ? null : shortened(value),
    look: 'body',
  });
  const rows: (StyledCell | null)[][] = [
    [],
    [null, text(texts.title, 'title')],
    ...howTo.map((line) => [null, text(line, 'note')]),
    [],
    [null, text(texts.file, 'label'), body(facts.file)],
    [null, text(texts.rows, 'label'), { value: facts.rows, look: 'number', format: 'integer' }],
    [
      null,
      text(texts.conflicts, 'label'),
      { value: facts.conflicts.length, look: 'number', format: 'integer' },
    ],
  ];
  if (facts.lines.length > 0) {
    const heads = [texts.place, texts.record, texts.column, texts.value, texts.reason];
    rows.push([], [null, ...heads.map((head) => text(head, 'header'))]);
    for (const { place, title, header, value, reason } of facts.lines.slice(0, mostLines)) {
      const link: StyledCell = { value: place.replaceAll('!', ' · '), look: 'link', linkTo: place };
      rows.push([null, link, body(title), body(header), body(value), body(reason)]);
    }
    const count = facts.lines.length - mostLines;
    if (count > 0) {
      const more = fillMessage(texts.more, language, { count, column: reasonColumn });
      rows.push([null, { value: more, look: 'note' }]);
    }
  }
  if (facts.conflicts.length > 0) rows.push(...conflictRows(facts.conflicts, language));
  return {
    kind: 'page',
    name: correctionSheetName[language],
    visibility: 'visible',
    columnWidths: [3, 26, 30, 22, 30, 64],
    rows,
    merges: rows.flatMap((cells, row) =>
      cells.length === 2 && cells[1]?.look !== 'link' ? [{ row, column: 1, span: 5 }] : [],
    ),
    landscape: true,
  };
}

function conflictRows(
  conflicts: readonly WaitingConflict[],
  language: Language,
): readonly (StyledCell | null)[][] {
  const text = (label: Label, look: CellLook): StyledCell => ({ value: label[language], look });
  const body = (value: string): StyledCell => ({ value: shortened(value), look: 'body' });
  const heads = [texts.conflicts, texts.record, texts.column, texts.counts, texts.other];
  const count = conflicts.length - mostLines;
  return [
    [],
    [null, text(texts.decide, 'note')],
    [null, ...heads.map((head) => text(head, 'header'))],
    ...conflicts
      .slice(0, mostLines)
      .map(({ title, header, value, other }, index): (StyledCell | null)[] => [
        null,
        { value: index + 1, look: 'number', format: 'integer' },
        body(title),
        body(header[language]),
        body(value),
        body(other),
      ]),
    ...(count > 0
      ? [[null, { value: fillMessage(texts.moreConflicts, language, { count }), look: 'note' as const }]]
      : []),
  ];
}

/** Whole pages of text stand in their own cells. */
const shortened = (value: string): string => (value.length > 1000 ? `${value.slice(0, 999)}…` : value);
