import type { ChangeSet } from '../../../shared/sync/changeSet.ts';
import type { Translate } from '../../i18n/texts.ts';
import type { batchTexts } from './batchTexts.ts';

/** What a change set was: the import of a file, the undo of something, an edit. */
export function describeChangeSet(
  { kind, source, undoes }: ChangeSet,
  others: ReadonlyMap<string, ChangeSet>,
  t: Translate<typeof batchTexts.entries>,
): string {
  if (kind === 'undo') {
    const undone = undoes === undefined ? undefined : others.get(undoes);
    return undone === undefined ? t('undoKind') : t('undoOf', { what: describeChangeSet(undone, others, t) });
  }
  if (kind === 'restore') return t('restoreOf', { name: source?.name ?? '' });
  return kind === 'import' && source !== undefined ? t('importOf', { name: source.name }) : t(kind);
}
