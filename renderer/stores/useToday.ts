import { dateInZone, type IsoDate } from '../../shared/core/dates.ts';
import { useClock } from './services.tsx';

/** The calendar date at this computer's place; read anew on each drawing. */
export function useToday(): IsoDate {
  return dateInZone(useClock().now(), localZone());
}

export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
