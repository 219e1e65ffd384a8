import { countryName } from '../../core/countries.ts';
import type { RecordId } from '../../core/ids.ts';
import { fillMessage } from '../../messages/message.ts';
import type { SampleCast, SampleCenter } from './generateSample.ts';
import { sampleServices } from './sampleDispatch.ts';
import { abridged } from './sampleExtent.ts';
import {
  givenNames,
  koreanExperts,
  localMinistryName,
  otherGivenNames,
  partnerOrganizations,
} from './sampleNames.ts';
import { lastActiveDay } from './sampleTimeline.ts';
import type { SeededRandom } from './seededRandom.ts';

type CastParts = Pick<
  SampleCast,
  'center' | 'rank' | 'timeline' | 'today' | 'extent' | 'hosts' | 'random' | 'add'
> & { readonly partners: SamplePartners };

/** Organizations and officials of a partner country; its next center works with the same ones. */
export type SamplePartners = Pick<SampleCast, 'clients' | 'officials'>;

export function addPartners(
  center: SampleCenter,
  random: SeededRandom,
  add: SampleCast['add'],
): SamplePartners {
  const clients = addOrganizations(center, add);
  return { clients, officials: addOfficials(center, clients, random, add) };
}

/** A center with its people, dispatched and local. */
export function castOf({ partners, ...parts }: CastParts): SampleCast {
  const { center, timeline, today, extent, hosts, random, add } = parts;
  const [visitor, experts] = addKoreans(center, hosts, random, add);
  return {
    ...parts,
    from: timeline.start,
    until: lastActiveDay(timeline, today),
    // What is over long ago is told in less detail.
    extent: timeline.isClosed ? abridged(extent) : extent,
    ...partners,
    experts,
    visitor,
    services: sampleServices(timeline, experts, random),
  };
}

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
  center: SampleCenter,
  organizations: readonly RecordId[],
  random: SeededRandom,
  add: SampleCast['add'],
): readonly [visitor: RecordId, experts: readonly RecordId[]] {
  const addKorean = ({ name, gender }: (typeof koreanExperts)[number]): RecordId =>
    add('person', {
      // The center tells the experts of different centers apart.
      name: { en: `${name.en ?? ''}, ${signOf(center)}`, ko: `${name.ko ?? ''}, ${signOf(center)}` },
      gender,
      organization: random.pick(organizations),
      position: '전문위원',
    });
  const [visitor = random.pick(koreanExperts), ...others] = random.some(koreanExperts, 4);
  return [addKorean(visitor), others.map(addKorean)];
}

/** People of whom nothing is known but that they took part in trainings. */
export function addTrainees({ center, clients, extent, random, add }: SampleCast): readonly RecordId[] {
  const names = givenNames[center.country] ?? otherGivenNames;
  const sign = signOf(center);
  return Array.from({ length: extent.trainees }, (_, index) => {
    const [en, ko, gender] = random.pick(names);
    return add('person', {
      // A number tells people of one name apart.
      name: { en: `${en} Sample ${sign}-${index + 1}`, ko: `${ko} 샘플 ${sign}-${index + 1}` },
      gender: random.chance(0.9) ? gender : 'undisclosed',
      organization: random.pick(clients),
    });
  });
}

/** `VN`, and `VN 2` for the country's second center. */
const signOf = ({ country, phase = 1 }: SampleCenter): string =>
  phase === 1 ? country : `${country} ${phase}`;
