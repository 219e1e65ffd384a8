import { isSha256 } from '../ipc/evidenceStore.ts';
import { definitionOf } from '../records/registry.ts';
import { applyChanges } from '../sync/applyChange.ts';
import { type Change, changeSetFromPayload } from '../sync/changeSet.ts';
import type { StoredRecord } from '../sync/record.ts';

/**
 * SHA-256 of the files that records name, as the entries of a journal leave them: of records that are not deleted, also
 * of values that stand beside the one that counts.
 */
export class NamedEvidence {
  readonly #definition = definitionOf('evidence');
  readonly #records = new Map<string, StoredRecord>();

  /** Payloads of journal entries, in any order. */
  add(payload: string): void {
    // Hardly any entry is of evidence, and reading one costs more than looking for the word.
    if (!payload.includes('"evidence"')) return;
    const parsed = changeSetFromPayload(payload);
    if (!parsed.ok) return;
    const { changes, versions } = parsed.value;
    const byRecord = new Map<string, Change[]>();
    for (const change of changes.filter(({ type }) => type === 'evidence')) {
      byRecord.set(change.id, [...(byRecord.get(change.id) ?? []), change]);
    }
    for (const [id, its] of byRecord) {
      const record = applyChanges(this.#definition, this.#records.get(id) ?? null, its, versions.evidence);
      if (record !== null) this.#records.set(id, record);
    }
  }

  names(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const { deleted, values, siblings } of this.#records.values()) {
      if (deleted) continue;
      const beside = (siblings.sha256 ?? []).map(({ value }) => value);
      for (const name of [values.sha256, ...beside]) if (isSha256(name)) names.add(name);
    }
    return names;
  }
}
