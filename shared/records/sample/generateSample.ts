import { compareTexts } from '../../core/compareTexts.ts';
import type { IsoDate } from '../../core/dates.ts';
import { derivedRecordId, type RecordId } from '../../core/ids.ts';
import type { AnyValues } from '../../schema/fieldSpec.ts';
import type { RecordType, ValuesByType } from '../registry.ts';
import { centerActivities } from './sampleActivities.ts';
import { laterCenters } from './sampleCenters.ts';
import type { SampleService } from './sampleDispatch.ts';
import {
  abridged,
  allReports,
  type SampleExtent,
  type SampleExtentName,
  sampleExtents,
} from './sampleExtent.ts';
import { withGoals } from './sampleGoals.ts';
import { centerGovernance } from './sampleGovernance.ts';
import { koreanOrganizations } from './sampleNames.ts';
import { addPartners, addTrainees, castOf } from './samplePeople.ts';
import { centerResults } from './samplePublication.ts';
import { sampleRecordSet, sealedSample } from './sampleSeals.ts';
import { type SampleTimeline, sampleRole, sampleTimeline } from './sampleTimeline.ts';
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
  /** Default 1. */
  readonly phase?: number;
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
  const randomOf = (name: string): SeededRandom => seededRandom(`${seed}:${name}`);
  const byAge = centers.toSorted((a, b) => a.since - b.since || compareTexts(a.country, b.country));
  const casts = byAge.flatMap((center, rank): readonly SampleCast[] => {
    const timeline = sampleTimeline(center, sampleRole(rank, centers.length), rank, today);
    if (timeline === null) return [];
    const random = randomOf(center.id);
    const partners = addPartners(center, random, add);
    return [withActivities(castOf({ center, rank, timeline, today, extent, hosts, partners, random, add }))];
  });
  // One more center in a tour is a small one.
  const told = { ...(extentName === 'tour' ? abridged(extent) : extent), ...allReports };
  const laterOnes = laterCenters(casts, centers, today).slice(0, extent.laterCenters);
  for (const { before, timeline, values, ...later } of laterOnes) {
    const { clients, officials } = before;
    const center = { ...later.center, id: add('center', { ...values, ...responsibleOf(hosts, clients) }) };
    const [rank, random] = [casts.length, randomOf(center.id)];
    const partners = { clients, officials };
    withActivities(castOf({ center, rank, timeline, today, extent: told, hosts, partners, random, add }));
  }
  const planned = withGoals(records, sampleRecordSet(records, centers), today);
  return sealedSample(planned, centers);
}

function withActivities(cast: SampleCast): SampleCast {
  const decisions = centerGovernance(cast);
  const trainees = addTrainees(cast);
  centerResults(cast, centerActivities(cast, decisions), trainees);
  return cast;
}

/** The first organization of each side leads, the second is the specialized one. */
const responsibleOf = (
  [koreaLead, ...korea]: readonly RecordId[],
  [partnerLead, ...partner]: readonly RecordId[],
): Partial<ValuesByType['center']> => ({
  ...(koreaLead === undefined ? {} : { koreaLead, koreaSpecialized: korea.slice(0, 1) }),
  ...(partnerLead === undefined ? {} : { partnerLead, partnerSpecialized: partner.slice(0, 1) }),
});
