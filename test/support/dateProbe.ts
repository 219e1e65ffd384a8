// Run under different values of TZ: everything that it prints but the zone has to be the same.
import { addDays, addYears, isoDateToSerial, serialToIsoDate } from '../../shared/core/dates.ts';
import { parseDateText } from '../../shared/core/parseDate.ts';
import { localToUtc, utcToLocal } from '../../shared/core/timeZones.ts';
import { dateCodec } from '../../shared/schema/codecs/dates.ts';

const days = Array.from({ length: 800 }, (_, index) => addDays('2025-01-01', index));
const context = {
  language: 'en',
  references: { titleOf: () => null, find: () => [], labelOf: () => ({ en: '', ko: '' }) },
} as const;

console.log(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    serial: isoDateToSerial('2026-11-23'),
    days,
    serials: days.map((day) => isoDateToSerial(day)),
    back: days.map((day) => serialToIsoDate(isoDateToSerial(day) ?? 0)),
    parsed: days.map((day) => parseDateText(day.replaceAll('-', '.'))),
    years: days.map((day) => addYears(day, 3)),
    cells: days.map((day) =>
      dateCodec.fromCells(
        dateCodec.toCells(day, { kind: 'date', label: { en: '', ko: '' } }, context),
        { kind: 'date', label: { en: '', ko: '' } },
        context,
      ),
    ),
    local: days.map((day) => utcToLocal(localToUtc(day, '02:30:00', 'Europe/Sofia'), 'Europe/Sofia')),
  }),
);
