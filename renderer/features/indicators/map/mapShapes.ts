import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { drawnCountries } from './drawnCountries.ts';

export interface CountryShape {
  /** ISO 3166-1 alpha-2; null for an area that has none. */
  readonly country: string | null;
  readonly shape: Polygon | MultiPolygon;
}

const antarctica = 'AQ';

/** The countries of the world as Natural Earth draws them at 1:110 million, without the Antarctic. */
export function countryShapes(): readonly CountryShape[] {
  // The boundary: the file is what its package says it is; a JSON import knows no more than texts and numbers.
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
  const countries = feature(topology, topology.objects.countries) as FeatureCollection<
    Polygon | MultiPolygon
  >;
  return countries.features
    .map(({ id, geometry }) => ({ country: countryByNumber.get(String(id)) ?? null, shape: geometry }))
    .filter(({ country }) => country !== antarctica);
}

const countryByNumber: ReadonlyMap<string, string> = new Map(
  drawnCountries.map((entry) => [entry.slice(2), entry.slice(0, 2)]),
);
