import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChartValues, chartScene } from '../../../../../renderer/ui/chart/chartScene.ts';
import { framedScene } from '../../../../../renderer/ui/chart/picture.ts';
import { nextTarget } from '../../../../../renderer/ui/chart/SceneView.tsx';
import { highest, roundTicks, wholeTicks } from '../../../../../renderer/ui/chart/scale.ts';
import { type Scene, type SceneMark, textWidth, wrapText } from '../../../../../renderer/ui/chart/scene.ts';
import { barMarks } from '../../../../../renderer/ui/chart/seriesLook.ts';

const chart = (parts: Partial<ChartValues>): ChartValues => ({
  categories: ['2024', '2025', '2026'],
  series: [
    { name: 'Women', look: 0, values: [3, 6, 9] },
    { name: 'Men', look: 1, values: [1, null, 2] },
  ],
  shape: 'columns',
  stacked: false,
  format: (value) => String(value),
  ...parts,
});

const textsOf = ({ marks }: Scene): readonly string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const rects = ({ marks }: Scene) =>
  marks.flatMap((mark) => (mark.kind === 'rect' && mark.stroke === 'deep' ? [mark] : []));

describe('the scale', () => {
  it('has round steps that reach the highest value', () => {
    expect(roundTicks(9)).toEqual([0, 2.5, 5, 7.5, 10]);
    expect(roundTicks(1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(roundTicks(63)).toEqual([0, 20, 40, 60, 80]);
    expect(wholeTicks(2)).toEqual([0, 1, 2]);
    expect(roundTicks(0)).toEqual([0, 1]);
  });

  it('begins at zero and reaches the highest value in few steps, whatever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (most) => {
        const ticks = roundTicks(most);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('is that of whole stacks where values stand on one another', () => {
    const { series } = chart({});
    expect(highest(series, false)).toBe(9);
    expect(highest(series, true)).toBe(11);
  });
});

describe('names and numbers', () => {
  it('neither touch each other nor leave the paper, however many years and columns there are', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(counts, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 280, max: 700 }),
        fc.constantFrom('', '년'),
        (years, width, suffix) => {
          const scene = chartScene(
            chart({
              categories: years.map((_, index) => `${2010 + index}${suffix}`),
              series: ['Consultations', 'Trainings', 'Events'].map((name, look) => ({
                name,
                look,
                values: years.map((values) => values[look] ?? 0),
              })),
            }),
            width,
          );
          const boxes = scene.marks.flatMap((mark) =>
            mark.kind === 'text' && mark.anchor === 'middle'
              ? [
                  {
                    y: mark.y,
                    from: mark.x - textWidth(mark.text) / 2,
                    to: mark.x + textWidth(mark.text) / 2,
                  },
                ]
              : [],
          );
          for (const [index, box] of boxes.entries()) {
            expect(box.to).toBeLessThanOrEqual(width + 0.01);
            for (const other of boxes.slice(index + 1)) {
              if (Math.abs(box.y - other.y) > 9) continue;
              expect(Math.max(other.from - box.to, box.from - other.to)).toBeGreaterThan(1.9);
            }
          }
        },
      ),
    );
  });
});

describe('columns', () => {
  const scene = chartScene(chart({}), 480);
  const [first, second, third] = rects(scene).filter(({ y }) => y > 40);

  it('are as high as their values', () => {
    expect((second?.height ?? 0) / (first?.height ?? 1)).toBeCloseTo(1 / 3);
    expect((third?.height ?? 0) / (first?.height ?? 1)).toBeCloseTo(2);
  });

  it('are not drawn where there is no value', () => {
    expect(scene.targets.map(({ series, category }) => [series, category])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it('on one another end where the others begin, with the sum above', () => {
    const stack = chartScene(chart({ stacked: true }), 480);
    const own = rects(stack).filter(({ y }) => y > 40);
    const [women, men] = own;
    expect((men?.y ?? 0) + (men?.height ?? 0)).toBeCloseTo(women?.y ?? 0);
    expect(textsOf(stack)).toContain('11');
  });
});

describe('lines', () => {
  it('have a gap where a value lacks', () => {
    const scene = chartScene(chart({ shape: 'lines', most: 10 }), 480);
    const lines = scene.marks.flatMap((mark) => (mark.kind === 'line' && mark.width === 2 ? [mark] : []));
    // The legend's two keys, and the women's line; the men's single years are points alone.
    expect(lines.map(({ points }) => points.length)).toEqual([2, 2, 3]);
  });

  it('give series other dashes and points', () => {
    const scene = chartScene(chart({ shape: 'lines' }), 480);
    const keys = scene.marks.flatMap((mark) => (mark.kind === 'line' && mark.width === 2 ? [mark.dash] : []));
    expect(new Set(keys.map((dash) => JSON.stringify(dash))).size).toBe(2);
  });
});

describe('bars', () => {
  it('say each number, and a dash for none', () => {
    const scene = chartScene(chart({ shape: 'bars', categories: ['Bulgaria', 'Vietnam', 'Kenya'] }), 480);
    expect(textsOf(scene)).toEqual(
      expect.arrayContaining(['Bulgaria', 'Vietnam', 'Kenya', '3', '6', '9', '1', '–', '2']),
    );
  });
});

describe('every chart', () => {
  const value = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }));
  const anyChart = fc.record({
    shape: fc.constantFrom('lines', 'columns', 'bars'),
    stacked: fc.boolean(),
    rows: fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 15 }),
    width: fc.integer({ min: 260, max: 1200 }),
  });

  it('stays within its paper', () => {
    fc.assert(
      fc.property(anyChart, ({ shape, stacked, rows, width }) => {
        const scene = chartScene(
          {
            categories: rows.map((_, index) => `Category ${index}`),
            series: [0, 1].map((series) => ({
              name: `Series ${series}`,
              look: series,
              values: rows.map((row) => row[series] ?? null),
            })),
            shape,
            stacked,
            format: (number) => String(Math.round(number)),
          },
          width,
        );
        for (const { x, y, width: wide, height } of rects(scene)) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + wide).toBeLessThanOrEqual(width + 0.5);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y + height).toBeLessThanOrEqual(scene.height + 0.5);
        }
      }),
    );
  });

  it('draws no bar of less than nothing, and says the number', () => {
    const refunds = chart({ shape: 'bars', series: [{ name: 'Spent', look: 0, values: [100, -50, 0] }] });
    const scene = chartScene(refunds, 480);
    const bars = scene.marks.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []));
    expect(bars.filter(({ width }) => width < 0)).toEqual([]);
    expect(textsOf(scene)).toContain('-50');
  });

  it('tells four series apart without colour', () => {
    const looks = [0, 1, 2, 3].map((look) => barMarks(look, { x: 0, y: 0, width: 20, height: 10 }));
    expect(new Set(looks.map((marks) => JSON.stringify(marks))).size).toBe(4);
    const hatch = looks[2]?.flatMap((mark) => (mark.kind === 'line' ? mark.points : [])) ?? [];
    expect(hatch.length).toBeGreaterThan(4);
    expect(hatch.every(([x, y]) => x >= 0 && x <= 20 && y >= 0 && y <= 10)).toBe(true);
  });
});

describe('texts', () => {
  it('break between words and are cut where they do not fit', () => {
    expect(wrapText('Ministry of Examples', 80)).toEqual(['Ministry of', 'Examples']);
    const [line] = wrapText('정부데이터센터구축사업추진위원회', 80, 1);
    expect(line).toMatch(/…$/);
    expect(textWidth(line ?? '')).toBeLessThanOrEqual(80);
  });
});

describe('a picture', () => {
  it('says what it shows above, and where it comes from below', () => {
    const scene = chartScene(chart({}), 480);
    const framed = framedScene(scene, { title: 'Activities', notes: ['Source: records', 'Sample data'] });
    const positions = framed.marks.map((mark: SceneMark) =>
      mark.kind === 'text' ? [mark.text, mark.y] : [mark.kind, mark.kind === 'group' ? mark.y : 0],
    );
    expect(positions.map(([text]) => text)).toEqual([
      'Activities',
      'group',
      'Source: records',
      'Sample data',
    ]);
    const heights = positions.map(([, y]) => Number(y));
    expect(heights[2]).toBeGreaterThan((heights[1] ?? 0) + scene.height);
    expect(framed.height).toBeGreaterThan(heights[3] ?? 0);
  });
});

describe('keys', () => {
  it('go from one number to the next and stop at the ends', () => {
    expect(nextTarget('ArrowRight', 0, 3)).toBe(1);
    expect(nextTarget('ArrowDown', 2, 3)).toBe(2);
    expect(nextTarget('ArrowLeft', 0, 3)).toBe(0);
    expect(nextTarget('Home', 2, 3)).toBe(0);
    expect(nextTarget('End', 0, 3)).toBe(2);
    expect(nextTarget('a', 1, 3)).toBeNull();
  });
});
