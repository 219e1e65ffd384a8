import { describe, expect, it } from 'vitest';
import { type MapCountry, mapScene } from '../../../../../renderer/features/indicators/map/mapScene.ts';
import { countryShapes } from '../../../../../renderer/features/indicators/map/mapShapes.ts';
import { countryName, isCountryCode } from '../../../../../shared/core/countries.ts';

const shapes = countryShapes();
const at = (country: string, value: number, place: MapCountry['place'] = null): MapCountry => ({
  country,
  name: countryName(country, 'en'),
  value,
  text: String(value),
  place,
});
const six = [at('BG', 27), at('VN', 57), at('UZ', 73), at('ID', 57), at('PE', 53), at('KE', 35)];
const sceneOf = (countries: readonly MapCountry[], width = 900) =>
  mapScene(shapes, { countries, home: 'Korea' }, width);
const middle = (target: { x: number; y: number; width: number; height: number } | undefined) => ({
  x: (target?.x ?? 0) + (target?.width ?? 0) / 2,
  y: (target?.y ?? 0) + (target?.height ?? 0) / 2,
});

describe('the shapes of the map', () => {
  it('know their countries by code, each once', () => {
    const codes = shapes.flatMap(({ country }) => country ?? []);
    expect(codes.every(isCountryCode)).toBe(true);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(['KR', 'BG', 'VN', 'UZ', 'ID', 'PE', 'KE']));
    // Three areas of the map have no code of their own.
    expect(shapes.filter(({ country }) => country === null)).toHaveLength(3);
  });
});

describe('the map', () => {
  const scene = sceneOf(six);
  const places = new Map(scene.targets.map((target) => [six[target.category]?.country, middle(target)]));

  it('has each country where it lies', () => {
    const [peru, bulgaria, kenya, uzbekistan, vietnam, indonesia] = ['PE', 'BG', 'KE', 'UZ', 'VN', 'ID'].map(
      (code) => places.get(code) ?? { x: 0, y: 0 },
    );
    const fromWest = [peru, bulgaria, kenya, uzbekistan, vietnam, indonesia].map((place) => place?.x ?? 0);
    expect(fromWest).toEqual(fromWest.toSorted((a, b) => a - b));
    expect(bulgaria?.y).toBeLessThan(kenya?.y ?? 0);
    expect(vietnam?.y).toBeLessThan(indonesia?.y ?? 0);
  });

  it('gives a number a circle of its area', () => {
    const radius = (value: number) => {
      const circle = sceneOf([at('PE', value), at('KE', 100)]).marks.find(
        (mark) =>
          mark.kind === 'path' && mark.strokeWidth === 1.5 && mark.d.includes('a20') === (value === 100),
      );
      return circle?.kind === 'path' ? Number(/a([\d.]+) /.exec(circle.d)?.[1]) : 0;
    };
    expect(radius(25)).toBeCloseTo(10);
  });

  it('names each country and writes its number', () => {
    const texts = scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts).toEqual(expect.arrayContaining(['Korea', 'Bulgaria', '27', 'Peru', '53']));
  });

  it('stays within its paper, on a narrow screen too', () => {
    for (const width of [320, 900, 1400]) {
      const { targets, height } = sceneOf(six, width);
      expect(targets.every((one) => one.x >= 0 && one.x + one.width <= width)).toBe(true);
      expect(targets.every((one) => one.y >= 0 && one.y + one.height <= height)).toBe(true);
    }
  });

  it('puts a country too small to be drawn where its center says, and else names it', () => {
    const singapore = sceneOf([at('SG', 3, { latitude: 1.35, longitude: 103.8 }), at('MT', 2)]);
    expect(singapore.unplaced).toEqual([1]);
    const malaysia = middle(sceneOf([at('MY', 3)]).targets[0]);
    const place = middle(singapore.targets[0]);
    expect(Math.hypot(place.x - malaysia.x, place.y - malaysia.y)).toBeLessThan(40);
  });
});
