import { type IsoDate, isoDate } from './dates.ts';

export interface LocalDateTime {
  readonly date: IsoDate;
  /** `HH:MM:SS` */
  readonly time: string;
}

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(zone: string): boolean {
  if (zone === '') return false;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall shows at an instant (`YYYY-MM-DDTHH:MM:SSZ`); null for an unknown zone or instant. */
export function utcToLocal(utc: string, zone: string): LocalDateTime | null {
  const instant = Date.parse(utc);
  return Number.isNaN(instant) || !isTimeZone(zone) ? null : wallClock(instant, zone);
}

/**
 * The instant at which a clock on the wall shows a time. A time that the clock shows twice (end of summer time)
 * means the first; one that it skips means the same distance after the change.
 */
export function localToUtc(date: IsoDate, time: string, zone: string): string {
  const asIfUtc = Date.parse(`${date}T${time}Z`);
  // A zone's offset changes by at most a day around any instant, so both sides of a change are tried.
  const candidates = [asIfUtc - 86_400_000, asIfUtc + 86_400_000].map(
    (near) => asIfUtc - offsetAt(near, zone),
  );
  const exact = candidates.filter((instant) => instant + offsetAt(instant, zone) === asIfUtc);
  const instant = exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function offsetAt(instant: number, zone: string): number {
  const local = wallClock(instant, zone);
  return local === null ? 0 : Date.parse(`${local.date}T${local.time}Z`) - Math.floor(instant / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

function wallClock(instant: number, zone: string): LocalDateTime | null {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const date = isoDate(Number(parts.get('year')), Number(parts.get('month')), Number(parts.get('day')));
  const time = [parts.get('hour'), parts.get('minute'), parts.get('second')].join(':');
  return date === null ? null : { date, time };
}
