import { countryName } from '../../core/countries.ts';
import { addDays, addYears, type IsoDate, isoDate, yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import { fillMessage } from '../../messages/message.ts';
import type { SampleCast } from './generateSample.ts';
import type { CenterActivities, SampleTraining } from './sampleActivities.ts';
import { earlier, someDay } from './sampleDates.ts';
import { addEvidence } from './sampleEvidence.ts';
import {
  sampleExchanges,
  sampleFollowUps,
  sampleReportTexts,
  sampleStories,
} from './samplePublicationTexts.ts';

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

/** One after the other, so that nobody is in two places. */
function addExchanges({ center, from, today, officials, clients, extent, random, add }: SampleCast): void {
  for (let index = 0; index < extent.exchanges; index++) {
    const start = addDays(today, -(index + 1) * 90 + random.between(0, 30));
    if (start < from) return;
    add('exchange', {
      center: center.id,
      // The one who is local staff stays.
      person: officials[index % 2 === 0 ? 0 : 2] ?? random.pick(officials),
      direction: 'partnerToKorea',
      host: random.pick(clients),
      purpose: random.pick(sampleExchanges)[random.pick(['en', 'ko'] as const)],
      start,
      end: addDays(start, random.between(4, 40)),
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
  const { title, body } = sampleStories[index % sampleStories.length] ?? random.pick(sampleStories);
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
    photo: [addEvidence(cast, 'photo', date)],
    photoConsent: true,
    publishable: isHasty || random.chance(0.8),
    links: 'https://sample.example/stories',
  });
}

/** Quarterly reports: old ones accepted, one returned now and then, some of the last ones still drafts. */
function addReports(cast: SampleCast): void {
  const { center, from, today, extent, random, add } = cast;
  let end = lastQuarterEnd(today);
  for (let index = 0; index < extent.quarters; index++) {
    const start = addDays(addMonths(end, -3), 1);
    if (start < from) return;
    const dueOn = addDays(end, 15);
    const isDraft = index === 0 && (dueOn >= today || random.chance(0.4));
    const isReturned = !isDraft && random.chance(0.07);
    const language = random.pick(['en', 'ko'] as const);
    const submittedOn = earlier(addDays(end, random.between(5, 15)), today);
    add('report', {
      center: center.id,
      kind: 'quarterly',
      from: start,
      to: end,
      dueOn,
      summary: { [language]: sampleReportTexts.summary[language] },
      achievements: { [language]: sampleReportTexts.achievements[language] },
      problems: { [language]: sampleReportTexts.problems[language] },
      nextSteps: { [language]: sampleReportTexts.nextSteps[language] },
      status: isDraft ? 'draft' : isReturned ? 'returned' : 'accepted',
      ...(isDraft ? {} : { submittedOn }),
      ...(isReturned ? { returnNote: sampleReportTexts.returnNote[language] } : {}),
    });
    end = addDays(start, -1);
  }
}

/** The last day of the last calendar quarter that is over. */
function lastQuarterEnd(today: IsoDate): IsoDate {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  return addDays(isoDate(yearOf(today), month, 1) ?? today, -1);
}

/** The last day of the month that lies so many months from the month of a month's last day. */
function addMonths(end: IsoDate, months: number): IsoDate {
  const index = yearOf(end) * 12 + Number(end.slice(5, 7)) + months;
  const next = isoDate(Math.floor(index / 12), (index % 12) + 1, 1);
  return addDays(next ?? addYears(end, 0), -1);
}
