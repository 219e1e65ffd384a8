import { sha256Hex } from '../core/hashing.ts';
import { type RecordId, workbookDeviceId } from '../core/ids.ts';
import { canonicalJson, type JsonValue } from '../core/json.ts';
import type { Path } from '../schema/migrations.ts';
import { formatStamp, type Stamp, stampAfter } from '../sync/stamp.ts';
import type { StateHeader } from './state.ts';

/** The stamp of a value that somebody wrote into a row of a workbook. */
export type EditStamp = (path: Path, value: JsonValue) => Stamp;

/**
 * The stamp of an edit of a known record: just after the export, by a device that is named by the very edit (workbook,
 * record, path, value). So it is one edit however often the copy is edited further, saved anew or passed on, and two
 * people who wrote the same into their copies made the same one; a device of the whole file would make each save of
 * the copy another author, who had not seen what came of the first.
 */
export function editStampOf({ workbookId, exportStamp }: StateHeader, id: RecordId): EditStamp {
  return (path, value) => {
    const edit = [workbookId, id, path, canonicalJson(value)].join('\u0001');
    return stampAfter(exportStamp, workbookDeviceId(sha256Hex(edit)));
  };
}

/**
 * The stamp of a new row's values. Its id follows from its cells, so one device for the row says all of them; but whom
 * a name means can depend on the records of who imports, so a reference is named by what it was understood as.
 */
export function newRowStampOf(
  header: StateHeader | null,
  id: RecordId,
  isReference: (path: Path) => boolean,
): EditStamp {
  const stampFor = (text: string): Stamp => {
    const device = workbookDeviceId(sha256Hex(text));
    return header === null
      ? formatStamp({ wall: 0, counter: 1, device })
      : stampAfter(header.exportStamp, device);
  };
  const usual = stampFor(id);
  return (path, value) =>
    isReference(path) ? stampFor([id, path, canonicalJson(value)].join('\u0001')) : usual;
}
