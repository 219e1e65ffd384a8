import type { Language } from '../core/language.ts';
import { isSha256 } from '../ipc/evidenceStore.ts';
import { references } from '../records/references.ts';
import { definitionOf } from '../records/registry.ts';
import { evidenceType } from '../schema/codecs/references.ts';
import type { StoredRecord } from '../sync/record.ts';
import type { PackedRecord, PackFile } from './packManifest.ts';
import { PathNames } from './pathNames.ts';

/** What would go along with a workbook. */
export interface PackPlan {
  readonly files: readonly PackFile[];
  /** Names of evidence whose file is not on this computer. */
  readonly absent: readonly string[];
  /** Of all files together. */
  readonly bytes: number;
}

/**
 * The files behind the evidence that an export holds: each content once, in a folder named like the first type of
 * record that names it. `sizes` are those of the files that are here, by SHA-256. Evidence that the export leaves out
 * (as personal data) is not in `live`, and so its file stays out as well.
 */
export function planPack(
  live: ReadonlyMap<string, readonly StoredRecord[]>,
  sizes: ReadonlyMap<string, number>,
  language: Language,
): PackPlan {
  const namedBy = recordsByEvidence(live);
  const names = new PathNames();
  const files = new Map<string, PackFile>();
  const absent: string[] = [];
  for (const { id, values } of live.get(evidenceType) ?? []) {
    const { sha256 } = values;
    if (!isSha256(sha256)) continue;
    const name = typeof values.fileName === 'string' ? values.fileName : '';
    const bytes = sizes.get(sha256);
    if (bytes === undefined) {
      absent.push(name);
      continue;
    }
    const records = namedBy.get(id) ?? [];
    const known = files.get(sha256);
    if (known !== undefined) files.set(sha256, { ...known, records: [...known.records, ...records] });
    else {
      const folder = definitionOf(records[0]?.type ?? evidenceType).label.many[language];
      files.set(sha256, { path: names.pathOf(folder, name), sha256, bytes, name, records });
    }
  }
  const planned = [...files.values()];
  return { files: planned, absent, bytes: planned.reduce((sum, file) => sum + file.bytes, 0) };
}

function recordsByEvidence(
  live: ReadonlyMap<string, readonly StoredRecord[]>,
): ReadonlyMap<string, readonly PackedRecord[]> {
  const found = new Map<string, PackedRecord[]>();
  for (const [type, records] of live) {
    for (const record of records) {
      for (const [target, id] of references(record)) {
        if (target !== evidenceType) continue;
        const named = found.get(id) ?? [];
        named.push({ type, id: record.id });
        found.set(id, named);
      }
    }
  }
  return found;
}
