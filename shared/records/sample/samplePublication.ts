import { countryName } from '../../core/countries.ts';
import { addDays, yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import { fillMessage } from '../../messages/message.ts';
import type { SampleCast } from './generateSample.ts';
import type { CenterActivities, SampleTraining } from './sampleActivities.ts';
import { earlier, someDay } from './sampleDates.ts';
import { addPicture } from './sampleEvidence.ts';
import { sampleExchanges, sampleFollowUps, sampleStories } from './samplePublicationTexts.ts';
import { addReports } from './sampleReports.ts';
import { lastDayOf } from './sampleTimeline.ts';

/** What came of a center's work: participants by name, exchanges, follow-ups, outcomes, stories, reports. */
export function centerResults(
  cast: SampleCast,
  { trainings, doneProjects, consultations }: CenterActivities,
  trainees: readonly RecordId[],
): void {
  for (const training of trainings) addParticipations(cast, training, trainees);
  addExchanges(cast);
  addFollowUps(cast, doneProjects, consultations);
  addOutcomes(cast);
  for (let index = 0; index < cast.extent.stories; index++) addStory(cast, index);
  addReports(cast);
}

function addParticipations(
  { center, today, extent, random, add }: SampleCast,
  { id, end }: SampleTraining,
  trainees: readonly RecordId[],
): void {
  for (const person of random.some(trainees, extent.namedParticipants)) {
    const isOver = end < today;
    add('participation', {
      center: center.id,
      training: id,
      person,
      ...(isOver ? { completed: random.chance(0.92) } : {}),
    });
  }
}

/** In both directions in turn, one after the other, so that nobody is in two places. */
function addExchanges(cast: SampleCast): void {
  const { center, from, until, timeline, visitor, hosts, officials, clients, extent, random, add } = cast;
  for (let index = 0; index < extent.exchanges; index++) {
    const start = addDays(until, -(index + 1) * 90 + random.between(0, 30));
    if (start < from) return;
    const toKorea = index % 2 === 0;
    // The official who is local staff stays.
    const person = toKorea ? (officials[index % 4 === 0 ? 0 : 2] ?? random.pick(officials)) : visitor;
    add('exchange', {
      center: center.id,
      person,
      direction: toKorea ? 'partnerToKorea' : 'koreaToPartner',
      host: random.pick(toKorea ? hosts : clients),
      purpose: random.pick(sampleExchanges[toKorea ? 'toKorea' : 'fromKorea'])[
        random.pick(['en', 'ko'] as const)
      ],
      start,
      end: earlier(addDays(start, random.between(4, 40)), lastDayOf(timeline)),
    });
  }
}

function addFollowUps(
  { center, clients, random, add }: SampleCast,
  doneProjects: readonly RecordId[],
  consultations: readonly RecordId[],
): void {
  const [first] = doneProjects;
  for (const { title, type, stage } of sampleFollowUps) {
    const isContracted = stage === 'contracted';
    add('followUp', {
      center: center.id,
      title,
      type,
      stage,
      organization: random.pick(clients),
      ...(isContracted || random.chance(0.5)
        ? { value: { amount: random.between(4, 90) * 100_000, currency: 'USD' } }
        : {}),
      ...(first === undefined ? {} : { originProjects: [random.pick(doneProjects)] }),
      originConsultations: [...random.some(consultations, 2)].sort(),
    });
  }
}

/** An invented rank, which improves as the years go by. */
function addOutcomes({ center, today, extent, random, add }: SampleCast): void {
  const last = yearOf(today) - (yearOf(today) % 2);
  let value = random.between(60, 90);
  for (let year = last - 2 * (extent.years - 1); year <= last; year += 2) {
    if (year >= center.since) {
      add('outcome', {
        name: 'e-Government rank (sample)',
        year,
        value,
        unit: 'rank',
        country: center.country,
        source: 'Invented for the sample data; no survey says so.',
      });
    }
    value = Math.max(1, value - random.between(2, 8));
  }
}

function addStory(cast: SampleCast, index: number): void {
  const { center, random, add } = cast;
  // Centers begin with different ones.
  const place = index + cast.rank;
  const { title, body } = sampleStories[place % sampleStories.length] ?? random.pick(sampleStories);
  const date = someDay(cast);
  const inLanguage = (text: { readonly en: string; readonly ko: string }, language: 'en' | 'ko') =>
    fillMessage(text, language, { country: countryName(center.country, language) });
  // One in eight was written in Korean only and marked for publication too early: a warning to look at.
  const isHasty = random.chance(0.12);
  const texts = (text: { readonly en: string; readonly ko: string }) =>
    isHasty ? { ko: inLanguage(text, 'ko') } : { en: inLanguage(text, 'en'), ko: inLanguage(text, 'ko') };
  add('story', {
    center: center.id,
    title: texts(title),
    date,
    body: texts(body),
    photo: [addPicture(cast, place, date)],
    photoConsent: true,
    publishable: isHasty || random.chance(0.8),
    links: 'https://sample.example/stories',
  });
}
