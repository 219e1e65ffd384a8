import type { RecordId } from '../../../shared/core/ids.ts';
import type { ChangeSource } from '../../../shared/sync/changeSet.ts';
import type { EarlierCopy } from '../../../shared/workbook/earlierCopies.ts';
import { importKey } from '../../../shared/workbook/planContext.ts';
import { copyOf } from '../../../shared/workbook/planImport.ts';
import type { FieldbookStore } from '../../storage/fieldbookStore.ts';
import type { FilePlan, ReceivedFile } from './receiveState.ts';
import { takenBack } from './takenBack.ts';

// Far more imports than anybody has; the newest are the ones that are sent twice.
const importsToKnow = 5000;

/** Imports that stand, and those that were taken back. */
export async function importsBefore(
  store: FieldbookStore,
): Promise<{ readonly imported: ReadonlySet<string>; readonly takenBack: ReadonlySet<string> }> {
  const heads = await store.changeSetHeads(importsToKnow);
  const undone = takenBack(heads);
  const keysOf = (stands: boolean): ReadonlySet<string> =>
    new Set(
      heads.flatMap(({ id, source }) =>
        source === undefined || undone.has(id) === stands ? [] : [importKey(source)],
      ),
    );
  return { imported: keysOf(true), takenBack: keysOf(false) };
}

/**
 * Imports in force of other states of the files' workbooks, oldest first: those that the same person had saved, and of
 * all others what they brought of records that a row of a file goes on with, or may.
 */
export async function copiesBefore(
  store: FieldbookStore,
  files: readonly ReceivedFile[],
  plans: readonly FilePlan['result'][],
): Promise<readonly EarlierCopy[]> {
  const states = plans.flatMap((plan, index) =>
    plan.ok ? [{ source: plan.value.source, ids: recordsGoingOn(files[index], plan) }] : [],
  );
  const heads = await store.changeSetHeads(importsToKnow);
  const undone = takenBack(heads);
  const copies: EarlierCopy[] = [];
  for (const { id, source } of heads.toReversed()) {
    if (source === undefined || source.workbookId === null || undone.has(id)) continue;
    const later = states.filter((file) => isOtherState(source, file.source));
    const isWhole = later.some(
      (file) => source.savedBy !== undefined && file.source.savedBy === source.savedBy,
    );
    const ids = new Set(later.flatMap((file) => [...file.ids]));
    if (!isWhole && ids.size === 0) continue;
    const changes = (await store.changeSet(id))?.changes ?? [];
    copies.push(...copyOf(source, isWhole ? changes : changes.filter((change) => ids.has(change.id))));
  }
  return copies;
}

const isOtherState = (one: ChangeSource, other: ChangeSource): boolean =>
  one.workbookId === other.workbookId && one.contentHash !== other.contentHash;

/** Records that came with an earlier copy and that new rows of a file are said to be, or may be. */
function recordsGoingOn(
  file: ReceivedFile | undefined,
  plan: Extract<FilePlan['result'], { readonly ok: true }>,
): ReadonlySet<RecordId> {
  const told = file?.mapping?.rows.flatMap((one) => (one.becomes === 'record' ? [one.id] : [])) ?? [];
  const offered = plan.value.rows.flatMap(({ twin }) => (twin?.where === 'copy' ? [twin.id] : []));
  return new Set([...told, ...offered]);
}
