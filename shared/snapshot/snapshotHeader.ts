import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { isStamp, type Stamp } from '../sync/stamp.ts';

export const snapshotReasons = [
  'interval',
  'manual',
  'import',
  'restore',
  'migration',
  'update',
  'rescue',
] as const;
/** Why a snapshot was taken: time passed, somebody asked, or what was about to be done. */
export type SnapshotReason = (typeof snapshotReasons)[number];

/** What can be counted in a snapshot's entries, so that loading it back shows whether it holds what it says. */
export interface SnapshotContent {
  readonly entries: number;
  /** 0 for none. */
  readonly lastSequence: number;
  /** The highest stamp of any change; null for none. */
  readonly lastStamp: Stamp | null;
  /** Records of each type that were ever written, deleted ones included. */
  readonly counts: Readonly<Record<string, number>>;
  /** The highest version of each record type that its changes were written with. */
  readonly versions: Readonly<Record<string, number>>;
  /** Id of the last restore among the entries; '' for none. Sequences compare only within one lineage. */
  readonly lineage: string;
}

/** What stands in front of a snapshot's entries, readable without them. */
export interface SnapshotHeader extends SnapshotContent {
  readonly appVersion: string;
  /** Device id of the installation; '' when unknown. */
  readonly device: string;
  /**
   * Name of who saved last, so that a person knows whose backup it is; absent when unknown, and in a sealed file, whose
   * header anybody can read.
   */
  readonly by?: string;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  readonly reason: SnapshotReason;
  readonly contentBytes: number;
  /** Of the entries before they were compressed. */
  readonly contentSha256: string;
  readonly bodyBytes: number;
  /** Of the body as it lies in the file. */
  readonly bodySha256: string;
}

/** The header as JSON, in the order of its declaration. */
export function snapshotHeaderToJson(header: SnapshotHeader): JsonObject {
  return { ...header, counts: { ...header.counts }, versions: { ...header.versions } };
}

/** Null when something of it is missing or has another form. */
export function snapshotHeaderFromJson(json: unknown): SnapshotHeader | null {
  if (!isJsonObject(json)) return null;
  const { appVersion, device, takenAt, contentSha256, bodySha256, contentBytes, bodyBytes } = json;
  const reason = snapshotReasons.find((known) => known === json.reason);
  const content = contentFromJson(json);
  if (content === null || reason === undefined) return null;
  if (!isText(appVersion) || !isText(device) || !isCount(takenAt)) return null;
  if (!isText(contentSha256) || !isText(bodySha256) || !isCount(contentBytes) || !isCount(bodyBytes)) {
    return null;
  }
  return {
    ...content,
    appVersion,
    device,
    ...(isText(json.by) && json.by !== '' ? { by: json.by } : {}),
    takenAt,
    reason,
    contentBytes,
    contentSha256,
    bodyBytes,
    bodySha256,
  };
}

/** Whether two descriptions of content agree in all that was counted. */
export function isSameContent(a: SnapshotContent, b: SnapshotContent): boolean {
  return (
    a.entries === b.entries &&
    a.lastSequence === b.lastSequence &&
    a.lastStamp === b.lastStamp &&
    a.lineage === b.lineage &&
    isSameTable(a.counts, b.counts) &&
    isSameTable(a.versions, b.versions)
  );
}

function contentFromJson(json: JsonObject): SnapshotContent | null {
  const { entries, lastSequence, lastStamp, counts, versions, lineage } = json;
  if (!isCount(entries) || !isCount(lastSequence) || !isText(lineage)) return null;
  if (lastStamp !== null && !isStamp(lastStamp)) return null;
  if (!isTable(counts) || !isTable(versions)) return null;
  return { entries, lastSequence, lastStamp, counts, versions, lineage };
}

const isText = (value: JsonValue | undefined): value is string => typeof value === 'string';

const isCount = (value: JsonValue | undefined): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isTable = (value: JsonValue | undefined): value is Readonly<Record<string, number>> =>
  isJsonObject(value) && Object.values(value).every(isCount);

function isSameTable(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
