import { dateInZone } from '../../shared/core/dates.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useStoreState } from '../storage/StoreContext.tsx';
import { localZone, useToday } from '../stores/useToday.ts';
import { shellTexts } from './shellTexts.ts';

/** “Saved 14:02”; with the day where it was not today. */
export function useSavedText(): { readonly text: string; readonly isSaved: boolean } {
  const t = useTexts(shellTexts);
  const format = useFormat();
  const today = useToday();
  const { savedAt, writing } = useStoreState();
  if (writing) return { text: t('saving'), isSaved: false };
  if (savedAt === null) return { text: t('nothingSaved'), isSaved: false };
  const isToday = dateInZone(savedAt, localZone()) === today;
  const time = isToday ? format.time(savedAt) : `${format.day(savedAt)}, ${format.time(savedAt)}`;
  return { text: t('saved', { time }), isSaved: true };
}
