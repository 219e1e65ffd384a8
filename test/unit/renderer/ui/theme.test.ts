import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { themeVariables } from '../../../../renderer/theme/adoptVariables.ts';

const { light, dark } = themeVariables();

const sheet = readFileSync(
  join(import.meta.dirname, '../../../../renderer/ui/chart/Chart.module.css'),
  'utf8',
);
const shareOf = (name: string): readonly [string, number] => {
  const found = new RegExp(
    `--scene-${name}: color-mix\\(in srgb, var\\(--fb-(\\w+)\\) (\\d+)%, var\\(--fb-paper\\)\\)`,
  ).exec(sheet);
  if (found === null) throw new Error(`no mixture ${name}`);
  return [found[1] ?? '', Number(found[2]) / 100];
};
const chartMixtures = [
  ['the soft fill', ...shareOf('soft'), ['ink']],
  ['land', ...shareOf('land'), ['ink']],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, variables) => {
  const color = (name: string): string => variables[`--fb-${name}`] ?? '';

  it.each(['ink', 'muted', 'accent', 'ok', 'warn', 'bad'])(
    'writes %s readably (AA) on paper and ground',
    (text) => {
      expect(contrast(color(text), color('paper'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color(text), color('ground'))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['accent', 'accent-ground'],
    ['ink', 'hover'],
    ['muted', 'hover'],
    ['ink', 'accent-ground'],
    ['ink', 'ok-ground'],
    ['ink', 'warn-ground'],
    ['ink', 'bad-ground'],
    ['ok', 'ok-ground'],
    ['warn', 'warn-ground'],
    ['bad', 'bad-ground'],
  ])('writes %s readably on %s', (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  // The mixtures of charts, as their style sheet makes them. The rim of bars and points is the accent.
  it.each(chartMixtures)(
    'keeps rims, points and words of charts apart from %s',
    (_fill, from, share, least) => {
      const fill = mixed(color(from), color('paper'), share);
      expect(contrast(color('accent'), fill)).toBeGreaterThanOrEqual(3);
      for (const text of least) expect(contrast(color(text), fill)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('draws the focus so that it is seen', () => {
    expect(contrast(color('focus'), color('paper'))).toBeGreaterThanOrEqual(3);
  });
});

/** As `color-mix(in srgb, …)` mixes. */
function mixed(a: string, b: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [one, other] = [a, b].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((one ?? 0) * share + (other ?? 0) * (1 - share));
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
