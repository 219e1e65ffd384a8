import { isJsonObject, type JsonValue } from '../../shared/core/json.ts';
import type { Label } from '../../shared/core/language.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { AnyRecordDefinition } from '../../shared/schema/defineRecord.ts';
import { splitPath } from '../../shared/schema/migrations.ts';
import type { Finding } from '../../shared/schema/validate.ts';
import { applyChange } from '../../shared/sync/applyChange.ts';
import type { Change, ChangeSetKind } from '../../shared/sync/changeSet.ts';
import { withPart } from '../../shared/sync/paths.ts';
import {
  besideOwn,
  currentValue,
  hasTakenIn,
  knowledgeAt,
  withBeside,
} from '../../shared/sync/pathVersions.ts';
import { isMarkPath, type StoredRecord } from '../../shared/sync/record.ts';
import { joinKnowledge } from '../../shared/sync/versions.ts';
import type { Replica } from './replica.ts';

/**
 * The planned changes as they are to be journaled. A plan can be older than the records (an import's preview stood
 * open meanwhile): a change that was taken in already is left out, and `before` and `was` are what the records have
 * now, so that history and undo tell the truth. Whoever edits here has seen what stands here; what an import brings
 * knows only what its author knew. Changes whose value the field cannot hold refuse the whole.
 */
export function stageChanges(
  planned: readonly Change[],
  replica: Replica,
  kind: ChangeSetKind,
): Result<readonly Change[], readonly Finding[]> {
  const working = new Map<string, StoredRecord>();
  const staged: Change[] = [];
  const findings: Finding[] = [];
  for (const change of planned) {
    const definition = replica.definitionOf(change.type);
    const key = `${change.type}/${change.id}`;
    const base = replica.records.find(change.type, change.id);
    const record = working.get(key) ?? base;
    if (definition === null || !fits(definition, record, change)) {
      findings.push(refusal(definition, change));
      continue;
    }
    if (hasTakenIn(record, change.path, change.stamp)) continue;
    // What an undo writes to a path stands side by side; each has seen what stood there before.
    const seen = kind === 'undo' ? base : record;
    const asSeen = asOfNow(definition, seen, change, kind);
    const current = withBeside(base, kind === 'import' ? asSeen : besideOwn(seen, asSeen));
    staged.push(current);
    working.set(key, applyChange(definition, record, current));
  }
  return findings.length > 0 ? err(findings) : ok(staged);
}

function asOfNow(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  change: Change,
  kind: ChangeSetKind,
): Change {
  const written = record?.stamps[change.path] ?? null;
  const shown = currentValue(definition, record, change.path);
  const current = written === change.was ? change : { ...change, was: written, before: shown };
  if (kind === 'import') return current;
  // Undoing replaces no more than it has to: what says the same may have come with another change set, and stays.
  const seen = knowledgeAt(record, change.path, kind === 'undo' ? undefined : shown);
  const knows = joinKnowledge(change.knows ?? [], seen);
  return knows.length === 0 ? current : { ...current, knows };
}

function fits(
  definition: AnyRecordDefinition,
  record: StoredRecord | null,
  { path, before, after }: Change,
): boolean {
  if (!isJsonValue(before) || !isJsonValue(after)) return false;
  if (path.startsWith('$')) return isMarkPath(path);
  const { field, part } = splitPath(path);
  const spec = definition.spec(field);
  return spec !== null && withPart(spec, record?.values[field], part, after).fits;
}

/** What survives being written as JSON and read again; `undefined`, NaN, dates and the like do not. */
function isJsonValue(value: unknown): value is JsonValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return value.every(isJsonValue);
      return isPlain(value) && Object.values(value).every(isJsonValue);
    default:
      return false;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return isJsonObject(value) && (prototype === Object.prototype || prototype === null);
}

const refusedValue: Label = {
  en: 'The value of “{field}” cannot be stored. Correct it and save again; nothing was changed.',
  ko: '“{field}”의 값을 저장할 수 없습니다. 값을 고친 뒤 다시 저장하세요. 변경된 내용은 없습니다.',
};

function refusal(definition: AnyRecordDefinition | null, { type, path }: Change): Finding {
  const { field } = splitPath(path);
  const label = definition?.spec(field)?.label ?? { en: `${type}.${path}`, ko: `${type}.${path}` };
  return { level: 'error', code: 'NOT_STORABLE', field, message: refusedValue, params: { field: label } };
}
