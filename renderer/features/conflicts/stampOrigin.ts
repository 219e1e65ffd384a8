import { isBesideDevice, workbookDeviceId } from '../../../shared/core/ids.ts';
import { builtInStamp, parseStamp, type Stamp } from '../../../shared/sync/stamp.ts';
import type { Translate } from '../../i18n/texts.ts';
import type { Format } from '../../i18n/useFormat.ts';
import type { RecordHistoryEntry } from '../../storage/fieldbookStore.ts';
import type { conflictTexts } from './conflictTexts.ts';

export interface OriginContext {
  /** This computer's. */
  readonly device: string;
  /** Of the record; null while it is read. */
  readonly history: readonly RecordHistoryEntry[] | null;
  readonly t: Translate<(typeof conflictTexts)['entries']>;
  readonly format: Pick<Format, 'dateTime'>;
}

/** Who wrote a value, and when, as far as it is known here: “Kim, this computer · 23 Nov 2026, 14:02”. */
export function stampOrigin(stamp: Stamp, { device, history, t, format }: OriginContext): string {
  const { device: author, wall } = parseStamp(stamp);
  if (stamp === builtInStamp) return t('published');
  const entry = history?.find(({ change }) => change.stamp === stamp);
  const name = entry?.changeSet.source?.name;
  const time = format.dateTime(wall);
  // What somebody typed into a workbook has no time of its own; it is later than the export.
  if (isWorkbook(author)) {
    const workbook = name === undefined ? t('anyWorkbook') : t('workbook', { name });
    return `${workbook} · ${t('afterTime', { time })}`;
  }
  // What stands beside another value of this computer has an author of its own (see besideOwn).
  const isOwn = author === device || (isBesideDevice(author) && entry !== undefined && name === undefined);
  if (isOwn) {
    const by = entry?.changeSet.by ?? '';
    return `${by === '' ? t('thisComputer') : t('thisComputerBy', { name: by })} · ${time}`;
  }
  return `${name === undefined ? t('otherComputer') : t('otherComputerVia', { name })} · ${time}`;
}

/** Workbooks that were edited count as devices of their own, with longer ids than computers. */
const isWorkbook = (device: string): boolean =>
  device.startsWith('w') && device.length === workbookDeviceId('0'.repeat(64)).length;
