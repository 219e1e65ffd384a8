import { countryName } from '../../core/countries.ts';
import type { IsoDate } from '../../core/dates.ts';
import { derivedRecordId, type RecordId } from '../../core/ids.ts';
import { fillMessage } from '../../messages/message.ts';
import type { AnyValues } from '../../schema/fieldSpec.ts';
import type { RecordType, ValuesByType } from '../registry.ts';
import { centerActivities } from './sampleActivities.ts';
import { type SampleService, sampleServices } from './sampleDispatch.ts';
import { abridged, type SampleExtent, type SampleExtentName, sampleExtents } from './sampleExtent.ts';
import { centerGovernance } from './sampleGovernance.ts';
import {
  givenNames,
  koreanExperts,
  koreanOrganizations,
  localMinistryName,
  otherGivenNames,
  partnerOrganizations,
} from './sampleNames.ts';
import { centerResults } from './samplePublication.ts';
import { sealedSample } from './sampleSeals.ts';
import { lastActiveDay, type SampleTimeline, sampleRole, sampleTimeline } from './sampleTimeline.ts';
import { type SeededRandom, seededRandom } from './seededRandom.ts';

export interface SampleRecord {
  readonly type: RecordType;
  readonly id: RecordId;
  readonly values: AnyValues;
}

export interface SampleCenter {
  readonly id: RecordId;
  /** ISO 3166-1 code. */
  readonly country: string;
  /** Opening year. */
  readonly since: number;
  /** The operating period that people entered; null or absent where there is none. */
  readonly start?: IsoDate | null;
  readonly end?: IsoDate | null;
}

export interface SampleOptions {
  readonly seed: string;
  readonly today: IsoDate;
  /** Centers that exist already; the sample gives each organizations, people and activities. */
  readonly centers: readonly SampleCenter[];
  /** Default `tour`: what one click brings. */
  readonly extent?: SampleExtentName;
}

/** What the activities of one center are made from. */
export interface SampleCast {
  readonly center: SampleCenter;
  /** By opening year. */
  readonly rank: number;
  readonly timeline: SampleTimeline;
  /** The days between which the center's activities lie: its operation so far. */
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly today: IsoDate;
  readonly extent: SampleExtent;
  readonly experts: readonly RecordId[];
  /** When each of the experts is at the center. */
  readonly services: readonly SampleService[];
  /** Somebody of Korea who is not dispatched and comes for an exchange. */
  readonly visitor: RecordId;
  /** Organizations of Korea. */
  readonly hosts: readonly RecordId[];
  readonly officials: readonly RecordId[];
  readonly clients: readonly RecordId[];
  readonly random: SeededRandom;
  add<Type extends RecordType>(type: Type, values: ValuesByType[Type]): RecordId;
}

/**
 * An invented data set of every type that people write, in both languages, the same for the same options: over a
 * hundred records for each center, or some six hundred in its full extent. No record breaks an error rule; a few
 * carry warnings on purpose. Names say that they are samples.
 */
export function generateSample({
  seed,
  today,
  centers,
  extent: extentName = 'tour',
}: SampleOptions): readonly SampleRecord[] {
  const records: SampleRecord[] = [];
  const add: SampleCast['add'] = (type, values) => {
    const id = derivedRecordId('sample', seed, extentName, String(records.length), type);
    records.push({ type, id, values });
    return id;
  };
  const extent: SampleExtent = sampleExtents[extentName];
  const hosts = koreanOrganizations.map(({ name, type }) =>
    add('organization', { name, type, country: 'KR' }),
  );
  const byAge = centers.toSorted((a, b) => a.since - b.since || compare(a.country, b.country));
  byAge.forEach((center, rank) => {
    const timeline = sampleTimeline(center, sampleRole(rank, centers.length), rank, today);
    if (timeline === null) return;
    const cast = castOf({
      center,
      rank,
      timeline,
      today,
      extent,
      hosts,
      random: seededRandom(`${seed}:${center.id}`),
      add,
    });
    const decisions = centerGovernance(cast);
    const trainees = addTrainees(cast);
    centerResults(cast, centerActivities(cast, decisions), trainees);
  });
  return sealedSample(records, centers);
}

type CastParts = Pick<
  SampleCast,
  'center' | 'rank' | 'timeline' | 'today' | 'extent' | 'hosts' | 'random' | 'add'
>;

function castOf(parts: CastParts): SampleCast {
  const { center, timeline, today, extent, hosts, random, add } = parts;
  const clients = addOrganizations(center, add);
  const officials = addOfficials(center, clients, random, add);
  const [visitor, experts] = addKoreans(center, hosts, random, add);
  return {
    ...parts,
    from: timeline.start,
    until: lastActiveDay(timeline, today),
    // What is over long ago is told in less detail.
    extent: timeline.isClosed ? abridged(extent) : extent,
    clients,
    officials,
    experts,
    visitor,
    services: sampleServices(timeline, experts, random),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function addOrganizations({ country }: SampleCenter, add: SampleCast['add']): readonly RecordId[] {
  const local = localMinistryName[country];
  return partnerOrganizations.map(({ en, ko, type }) =>
    add('organization', {
      name: {
        en: fillMessage({ en, ko }, 'en', { country: countryName(country, 'en') }),
        ko: fillMessage({ en, ko }, 'ko', { country: countryName(country, 'ko') }),
        ...(type === 'ministry' && local !== undefined ? { local } : {}),
      },
      type,
      country,
    }),
  );
}

function addOfficials(
  { country }: SampleCenter,
  clients: readonly RecordId[],
  random: SeededRandom,
  add: SampleCast['add'],
): readonly RecordId[] {
  return (givenNames[country] ?? otherGivenNames).map(([en, ko, gender], index) => {
    const organization = clients[index];
    return add('person', {
      name: { en: `${en} Sample`, ko: `${ko} 샘플` },
      gender: random.chance(0.9) ? gender : 'undisclosed',
      position: index === 0 ? 'Director' : 'Information officer',
      ...(organization === undefined ? {} : { organization }),
      // The top-level domain “example” is reserved and never answers (RFC 2606).
      ...(index === 0 ? { email: `${en.toLowerCase()}@agency.example`, consent: true } : {}),
    });
  });
}

/** One who visits, and those who are dispatched. */
function addKoreans(
  { country }: SampleCenter,
  organizations: readonly RecordId[],
  random: SeededRandom,
  add: SampleCast['add'],
): readonly [visitor: RecordId, experts: readonly RecordId[]] {
  const addKorean = ({ name, gender }: (typeof koreanExperts)[number]): RecordId =>
    add('person', {
      // The country tells the experts of different centers apart.
      name: { en: `${name.en ?? ''}, ${country}`, ko: `${name.ko ?? ''}, ${country}` },
      gender,
      organization: random.pick(organizations),
      position: '전문위원',
    });
  const [visitor = random.pick(koreanExperts), ...others] = random.some(koreanExperts, 4);
  return [addKorean(visitor), others.map(addKorean)];
}

/** People of whom nothing is known but that they took part in trainings. */
function addTrainees({ center: { country }, clients, extent, random, add }: SampleCast): readonly RecordId[] {
  const names = givenNames[country] ?? otherGivenNames;
  return Array.from({ length: extent.trainees }, (_, index) => {
    const [en, ko, gender] = random.pick(names);
    return add('person', {
      // A number tells people of one name apart.
      name: { en: `${en} Sample ${country}-${index + 1}`, ko: `${ko} 샘플 ${country}-${index + 1}` },
      gender: random.chance(0.9) ? gender : 'undisclosed',
      organization: random.pick(clients),
    });
  });
}
