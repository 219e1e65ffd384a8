import { type Scene, type SceneMark, textWidth, wrapText } from '../../ui/chart/scene.ts';

export interface HistoryPicture {
  /** Of the centers' column and of each figure's. */
  readonly heads: readonly string[];
  readonly rows: readonly HistoryPictureRow[];
  readonly total: HistoryPictureRow;
}

export interface HistoryPictureRow {
  readonly name: string;
  /** A number and, below it, what it consists of; '' for nothing to tell. */
  readonly cells: readonly { readonly sum: string; readonly parts: string }[];
}

/** Across a page of a document. */
const width = 720;
const headHeight = 32;
const rowHeight = 44;

/** The history table as a drawing, so that it can be put into a document as a picture. */
export function historyScene({ heads, rows, total }: HistoryPicture): Scene {
  const longest = Math.max(...[...rows, total].map(({ name }) => textWidth(name, 13)));
  const first = Math.min(Math.max(longest + 24, 160), 280);
  const column = (width - first) / Math.max(heads.length - 1, 1);
  const right = (index: number): number => first + column * (index + 1) - 8;
  const all = [...rows, total];
  const lineBelow = (row: number): number => headHeight + row * rowHeight;
  return {
    width,
    height: lineBelow(all.length) + 8,
    targets: [],
    marks: [
      ...heads.map(
        (text, index): SceneMark => ({
          kind: 'text',
          x: index === 0 ? 0 : right(index - 1),
          y: headHeight - 12,
          text,
          paint: 'ink',
          bold: true,
          anchor: index === 0 ? 'start' : 'end',
        }),
      ),
      ...all.map(
        (_, row): SceneMark => ({
          kind: 'line',
          points: [
            [0, lineBelow(row)],
            [width, lineBelow(row)],
          ],
          stroke: row === 0 || row === rows.length ? 'axis' : 'line',
          width: row === 0 || row === rows.length ? 2 : 1,
        }),
      ),
      ...all.flatMap((row, index) => rowMarks(row, lineBelow(index), first, right)),
    ],
  };
}

function rowMarks(
  { name, cells }: HistoryPictureRow,
  top: number,
  first: number,
  right: (index: number) => number,
): readonly SceneMark[] {
  return [
    {
      kind: 'text',
      x: 0,
      y: top + 20,
      text: wrapText(name, first - 12, 1, 13)[0] ?? '',
      paint: 'ink',
      size: 13,
      bold: true,
    },
    ...cells.flatMap(({ sum, parts }, index): readonly SceneMark[] => [
      {
        kind: 'text',
        x: right(index),
        y: top + 20,
        text: sum,
        paint: 'ink',
        size: 15,
        bold: true,
        anchor: 'end',
      },
      { kind: 'text', x: right(index), y: top + 36, text: parts, paint: 'muted', anchor: 'end' },
    ]),
  ];
}
