import type { DrawnSeries } from './chartScene.ts';
import { type SceneMark, textWidth } from './scene.ts';
import { barMarks, dashOf, pointMark } from './seriesLook.ts';

export interface Legend {
  readonly height: number;
  readonly marks: readonly SceneMark[];
}

const rowHeight = 20;
const keyWidth = 26;

/** The names of the series with how they look, in as many rows as they need; nothing for a single one. */
export function legendOf(
  series: readonly Pick<DrawnSeries, 'name' | 'look'>[],
  width: number,
  isLine: boolean,
): Legend {
  if (series.length < 2) return { height: 0, marks: [] };
  const marks: SceneMark[] = [];
  let [x, row] = [0, 0];
  for (const { name, look } of series) {
    const needed = keyWidth + textWidth(name) + 18;
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    const y = row * rowHeight;
    marks.push(
      ...(isLine ? lineKey(look, x, y + 8) : barMarks(look, { x, y: y + 3, width: 18, height: 10 })),
    );
    marks.push({ kind: 'text', x: x + keyWidth, y: y + 12, text: name, paint: 'ink' });
    x += needed;
  }
  return { height: (row + 1) * rowHeight + 4, marks };
}

function lineKey(look: number, x: number, y: number): readonly SceneMark[] {
  return [
    {
      kind: 'line',
      points: [
        [x, y],
        [x + 20, y],
      ],
      stroke: 'deep',
      width: 2,
      dash: dashOf(look),
    },
    pointMark(look, [x + 10, y]),
  ];
}
