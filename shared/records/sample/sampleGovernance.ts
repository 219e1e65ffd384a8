import { addDays, type IsoDate, isoDate, yearOf } from '../../core/dates.ts';
import type { RecordId } from '../../core/ids.ts';
import type { ValuesByType } from '../registry.ts';
import type { SampleCast } from './generateSample.ts';
import { dayOfYear, sampleYears, workingDay } from './sampleDates.ts';
import { onDuty } from './sampleDispatch.ts';
import { addEvidence, evidenceText } from './sampleEvidence.ts';
import { sampleAgendas, sampleDecisions, samplePurchases, sampleTargets } from './sampleGovernanceTexts.ts';

/** Meetings and decisions, plans with their targets, and what was spent; gives the decisions that projects rest on. */
export function centerGovernance(cast: SampleCast): readonly RecordId[] {
  const decisions: RecordId[] = [];
  let number = 0;
  const rates = new Map<string, number>();
  for (const year of sampleYears(cast)) {
    const opening = meetingDay(cast, year, 2) ?? firstMeetingDay(cast, year);
    const approval = opening === null ? null : addMeeting(cast, 'committee', ++number, opening);
    if (opening !== null && approval !== null) decisions.push(...addDecisions(cast, approval, opening));
    const second = meetingDay(cast, year, 9);
    if (second !== null) {
      decisions.push(...addDecisions(cast, addMeeting(cast, 'committee', ++number, second), second));
    }
    const working = dayOfYear(cast, year);
    if (working !== null) addMeeting(cast, 'working', undefined, working);
    const lines = addPlan(cast, year, approval);
    addBudgetEntries(cast, year, lines, rates);
  }
  return decisions;
}

/** A day in the middle of a month that has come already and in which the center operated. */
function meetingDay({ from, until, random }: SampleCast, year: number, month: number): IsoDate | null {
  const day = isoDate(year, month, random.between(10, 20));
  return day === null || day > until || day < from ? null : workingDay(day, from);
}

/** Of a center that began later in the year: its committee meets soon, so that there is a plan to work by. */
function firstMeetingDay({ from, until }: SampleCast, year: number): IsoDate | null {
  const day = workingDay(addDays(from, 20), from);
  return yearOf(from) === year && day <= until ? day : null;
}

function addMeeting(
  cast: SampleCast,
  kind: NonNullable<ValuesByType['meeting']['kind']>,
  number: number | undefined,
  date: IsoDate,
): RecordId {
  const { center, services, officials, random, add } = cast;
  const { agenda, minutes } = random.pick(sampleAgendas);
  const language = random.pick(['en', 'ko'] as const);
  // One meeting in ten has no minutes yet: a warning where it is some time ago.
  const hasMinutes = random.chance(0.9);
  return add('meeting', {
    center: center.id,
    kind,
    ...(number === undefined ? {} : { number }),
    date,
    venue: random.pick(['Sample Hall', 'Exampleville', 'Online']),
    attendees: [...random.some(onDuty(services, date), 2), ...random.some(officials, 2)].sort(),
    agenda: agenda[language],
    ...(hasMinutes ? { minutes: minutes[language] } : {}),
    ...(hasMinutes && random.chance(0.5) ? { evidenceFiles: [addEvidence(cast, 'minutes', date)] } : {}),
  });
}

function addDecisions(cast: SampleCast, meeting: RecordId, date: IsoDate): readonly RecordId[] {
  const { center, today, experts, officials, random, add } = cast;
  return random.some(sampleDecisions, random.between(2, 3)).map((text) => {
    const due = addDays(date, random.between(30, 150));
    const isOver = due < addDays(today, -15);
    const status = isOver
      ? random.chance(0.9)
        ? 'done'
        : 'dropped'
      : random.pick(['open', 'inProgress'] as const);
    return add('decision', {
      center: center.id,
      meeting,
      text: text[random.pick(['en', 'ko'] as const)],
      owner: random.pick([...experts, ...officials]),
      due,
      status,
      ...(status === 'done' ? { doneOn: addDays(due, -random.between(0, 20)) } : {}),
    });
  });
}

interface Line {
  readonly id: RecordId;
  readonly budget: number;
}

/** Every other year's plan was revised once; its first version is kept, and has its targets too. */
function addPlan(cast: SampleCast, year: number, approval: RecordId | null): readonly Line[] {
  const { center, random, add } = cast;
  const isRevised = approval !== null && random.chance(0.5);
  const planned = (version: number, status: NonNullable<ValuesByType['plan']['status']>) => {
    const approvedBy = approval !== null && status !== 'proposed' ? { approvedBy: approval } : {};
    return add('plan', { center: center.id, year, version, status, ...approvedBy });
  };
  if (isRevised) addLines(cast, planned(1, 'superseded'), `${year}-1`);
  const version = isRevised ? 2 : 1;
  return addLines(cast, planned(version, approval === null ? 'proposed' : 'approved'), `${year}-${version}`);
}

function addLines(
  { center, extent, random, add }: SampleCast,
  plan: RecordId,
  code: string,
): readonly Line[] {
  return sampleTargets.slice(0, extent.targets).map(({ indicator, from, to, quarter, notes }, index) => {
    const budget = random.between(5, 25) * 1000;
    const id = add('planLine', {
      center: center.id,
      plan,
      code: `${center.country} ${code}.${index + 1}`,
      indicator,
      target: random.between(from, to),
      ...(quarter === null ? {} : { quarter }),
      budget: { amount: budget, currency: 'USD' },
      notes: notes[random.pick(['en', 'ko'] as const)],
    });
    return { id, budget };
  });
}

/** `rates` are those of the entries made before: one currency has one rate a day. */
function addBudgetEntries(
  cast: SampleCast,
  year: number,
  lines: readonly Line[],
  rates: Map<string, number>,
): void {
  const left = new Map(lines.map(({ id, budget }) => [id, budget]));
  for (let index = 0; index < cast.extent.budgetEntriesAYear; index++) {
    const date = dayOfYear(cast, year);
    if (date !== null) addBudgetEntry(cast, date, cast.random.pick(lines), left, rates);
  }
}

function addBudgetEntry(
  cast: SampleCast,
  date: IsoDate,
  line: Line,
  left: Map<RecordId, number>,
  rates: Map<string, number>,
): void {
  const { center, random, add } = cast;
  const { category, description } = random.pick(samplePurchases);
  const dollars = random.between(4, 60) * 100;
  const rest = left.get(line.id) ?? 0;
  // What goes beyond a target's budget is not charged to it, with some exceptions (a warning to look at).
  const isCharged = dollars <= rest || random.chance(0.2);
  if (isCharged) left.set(line.id, rest - dollars);
  const source = random.pick(['korea', 'korea', 'partner', 'oda'] as const);
  add('budgetEntry', {
    center: center.id,
    date,
    category,
    description: description[random.pick(['en', 'ko'] as const)],
    source,
    form: source === 'partner' && random.chance(0.5) ? 'inKind' : 'cash',
    ...(isCharged ? { planLine: line.id } : {}),
    ...paidIn(cast, source, dollars, date, rates),
    evidenceNote: evidenceText(cast, 'ko'),
  });
}

/** Korea often pays in won, the partner in its own money; the rates are invented, and near the real ones. */
function paidIn(
  { center, random }: SampleCast,
  source: 'korea' | 'partner' | 'oda',
  dollars: number,
  date: IsoDate,
  rates: Map<string, number>,
): Pick<ValuesByType['budgetEntry'], 'amount' | 'fxRate' | 'fxDate'> {
  const local = source === 'partner' ? localMoney[center.country] : won;
  if (local === undefined || source === 'oda' || random.chance(0.4)) {
    return { amount: { amount: dollars, currency: 'USD' } };
  }
  const drawn = Math.round(local.rate * (0.92 + random.fraction() * 0.16) * 100) / 100;
  const day = `${local.currency} ${date}`;
  const fxRate = rates.get(day) ?? drawn;
  rates.set(day, fxRate);
  // Paid in round sums.
  const amount = Math.round((dollars * fxRate) / 10) * 10;
  return { amount: { amount, currency: local.currency }, fxRate, fxDate: date };
}

interface LocalMoney {
  readonly currency: string;
  /** Units for one US dollar. */
  readonly rate: number;
}

const won: LocalMoney = { currency: 'KRW', rate: 1320 };
const localMoney: Readonly<Record<string, LocalMoney>> = {
  BG: { currency: 'EUR', rate: 0.91 },
  VN: { currency: 'VND', rate: 24_500 },
  UZ: { currency: 'UZS', rate: 12_400 },
  ID: { currency: 'IDR', rate: 15_600 },
  PE: { currency: 'PEN', rate: 3.75 },
  KE: { currency: 'KES', rate: 130 },
};
