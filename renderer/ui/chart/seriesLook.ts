import type { Paint, Point, SceneMark } from './scene.ts';

/** Rising lines across a rectangle, so many pixels apart. */
const hatchGap = 5;

/**
 * A bar of a series. Series are told apart by how they are filled (full, light, hatched, empty), so that nobody has
 * to tell colours apart, and all have the same dark rim.
 */
export function barMarks(
  series: number,
  { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
): readonly SceneMark[] {
  const box = { kind: 'rect', x, y, width, height, stroke: 'deep' } as const;
  switch (series % 4) {
    case 0:
      return [{ ...box, fill: 'deep' }];
    case 1:
      return [{ ...box, fill: 'soft' }];
    case 2:
      return [{ ...box, fill: 'paper' }, ...hatch(x, y, width, height)];
    default:
      return [{ ...box, fill: 'paper' }];
  }
}

function hatch(x: number, y: number, width: number, height: number): readonly SceneMark[] {
  const marks: SceneMark[] = [];
  // A line rises from (x + shift, bottom) to the right; both ends are cut at the rectangle.
  for (let shift = hatchGap - height; shift < width; shift += hatchGap) {
    const from: Point = shift >= 0 ? [x + shift, y + height] : [x, y + height + shift];
    const rise = Math.min(height, width - shift);
    const to: Point = [x + shift + rise, y + height - rise];
    marks.push({ kind: 'line', points: [from, to], stroke: 'deep', width: 1 });
  }
  return marks;
}

/** Of a line: each series has its own dashes. */
export const dashOf = (series: number): readonly number[] => dashes[series % dashes.length] ?? [];
const dashes: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [8, 3, 2, 3]];

const radius = 4;

/** A point of a series: full circle, light square, empty diamond, empty circle. */
export function pointMark(series: number, [x, y]: Point): SceneMark {
  const look = (d: string, fill: Paint): SceneMark => ({
    kind: 'path',
    d,
    fill,
    stroke: 'deep',
    strokeWidth: 1.5,
  });
  switch (series % 4) {
    case 0:
      return look(circle(x, y), 'deep');
    case 1:
      return look(`M${x - 4} ${y - 4}h8v8h-8Z`, 'soft');
    case 2:
      return look(`M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}Z`, 'paper');
    default:
      return look(circle(x, y), 'paper');
  }
}

const circle = (x: number, y: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`;
