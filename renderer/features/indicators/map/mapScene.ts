import { type GeoProjection, geoCentroid, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Point, Scene, SceneMark, SceneTarget } from '../../../ui/chart/scene.ts';
import { textWidth } from '../../../ui/chart/scene.ts';
import type { CountryShape } from './mapShapes.ts';

/** A country with a center, and the number that its circle stands for. */
export interface MapCountry {
  readonly country: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

export interface MapContents {
  readonly countries: readonly MapCountry[];
  /** What Korea is called, the one side of every center. */
  readonly home: string;
}

export interface MapScene extends Scene {
  /** Positions of countries that the map has no place for: no shape of theirs, and no coordinates. */
  readonly unplaced: readonly number[];
}

const korea = 'KR';

/** The world with a circle for each country, by its area as large as its number; numbers and names beside them. */
export function mapScene(
  shapes: readonly CountryShape[],
  { countries, home }: MapContents,
  width: number,
): MapScene {
  const land = { type: 'GeometryCollection' as const, geometries: shapes.map(({ shape }) => shape) };
  // The Pacific is cut where no country lies.
  const projection = geoNaturalEarth1().rotate([-11, 0]).fitWidth(width, land);
  const height = Math.ceil(geoPath(projection).bounds(land)[1][1]);
  const partners = new Set(countries.map(({ country }) => country));
  const placed = countries.map((one, index) => ({ one, index, at: placeOf(one, shapes, projection) }));
  const most = Math.max(1, ...countries.map(({ value }) => value));
  const circles = placed
    .flatMap(({ one, index, at }): readonly Circle[] =>
      at === null ? [] : [{ ...one, index, at, radius: radiusOf(one.value, most, width) }],
    )
    // Small ones above large ones, so that each can be seen and hit.
    .sort((a, b) => b.radius - a.radius);
  return {
    width,
    height,
    marks: [
      ...shapes.map(({ country, shape }) => shapeMark(geoPath(projection)(shape) ?? '', country, partners)),
      ...circles.flatMap(circleMarks),
      ...homeMarks(home, placeOf({ country: korea, place: null }, shapes, projection)),
      ...labelMarks(circles, width),
    ],
    targets: circles.map(targetOf),
    unplaced: placed.filter(({ at }) => at === null).map(({ index }) => index),
  };
}

/** At the side of the sea. */
function homeMarks(name: string, at: Point | null): readonly SceneMark[] {
  if (at === null) return [];
  const [x, y] = at;
  return [{ kind: 'text', x: x + 8, y: y + 4, text: name, paint: 'ink', bold: true, halo: true }];
}

interface Circle extends MapCountry {
  readonly index: number;
  readonly at: Point;
  readonly radius: number;
}

function shapeMark(d: string, country: string | null, partners: ReadonlySet<string>): SceneMark {
  const isPartner = country !== null && partners.has(country);
  if (country === korea) return { kind: 'path', d, fill: 'deep', stroke: 'paper', strokeWidth: 0.5 };
  return isPartner
    ? { kind: 'path', d, fill: 'soft', stroke: 'deep', strokeWidth: 0.75 }
    : { kind: 'path', d, fill: 'land', stroke: 'paper', strokeWidth: 0.5 };
}

/** Where a center lies, else the middle of its country. */
function placeOf(
  { country, place }: Pick<MapCountry, 'country' | 'place'>,
  shapes: readonly CountryShape[],
  projection: GeoProjection,
): Point | null {
  const shape = shapes.find((one) => one.country === country)?.shape;
  const coordinates: readonly [number, number] | null =
    place !== null ? [place.longitude, place.latitude] : shape === undefined ? null : geoCentroid(shape);
  return coordinates === null ? null : projection([...coordinates]);
}

const radiusOf = (value: number, most: number, width: number): number =>
  Math.max(4, Math.sqrt(value / most) * Math.min(20, 8 + width / 60));

function circleMarks({ at: [x, y], radius: r }: Circle): readonly SceneMark[] {
  const d = `M${x - r} ${y}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0Z`;
  return [{ kind: 'path', d, fill: 'deep', stroke: 'paper', strokeWidth: 1.5 }];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The number within its circle where it fits, else with the name; names where they cover nothing. */
function labelMarks(circles: readonly Circle[], width: number): readonly SceneMark[] {
  const taken: Box[] = circles.map(({ at: [x, y], radius: r }) => ({
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
  }));
  return circles.flatMap((circle, index): readonly SceneMark[] => {
    const { at, radius, text, name } = circle;
    const fits = textWidth(text) + 6 <= radius * 2;
    const words = fits ? name : `${name} ${text}`;
    const size = textWidth(words);
    const others = taken.filter((_, other) => other !== index);
    const candidates = labelBoxes(at, radius, size).filter((box) => box.x >= 0 && box.x + size <= width);
    const box = candidates.find((one) => others.every((other) => !overlap(one, other))) ?? candidates[0];
    const inside: SceneMark = {
      kind: 'text',
      x: at[0],
      y: at[1] + 4,
      text,
      paint: 'paper',
      anchor: 'middle',
      bold: true,
    };
    if (box === undefined) return fits ? [inside] : [];
    taken.push(box);
    const label: SceneMark = {
      kind: 'text',
      x: box.x,
      y: box.y + 12,
      text: words,
      paint: 'ink',
      bold: true,
      halo: true,
    };
    return fits ? [inside, label] : [label];
  });
}

const labelHeight = 16;

/** Below, above, at the right, at the left. */
function labelBoxes([x, y]: Point, radius: number, width: number): readonly Box[] {
  const size = { width, height: labelHeight };
  return [
    { x: x - width / 2, y: y + radius + 2, ...size },
    { x: x - width / 2, y: y - radius - labelHeight - 2, ...size },
    { x: x + radius + 4, y: y - labelHeight / 2, ...size },
    { x: x - radius - width - 4, y: y - labelHeight / 2, ...size },
  ];
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** At least as large as a fingertip needs. */
function targetOf({ at: [x, y], radius, index }: Circle): SceneTarget {
  const reach = Math.max(radius, 12);
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach, series: 0, category: index };
}
