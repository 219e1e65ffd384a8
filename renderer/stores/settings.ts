import { isRecordId, type RecordId } from '../../shared/core/ids.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../shared/core/json.ts';
import { isLanguage, type Language } from '../../shared/core/language.ts';
import {
  type RememberedMappings,
  rememberedFromJson,
  rememberedToJson,
} from '../../shared/workbook/foreign/remembered.ts';
import type { ThemeChoice } from '../theme/ThemeProvider.tsx';

export interface Person {
  readonly name: string;
  readonly role: string;
}

/** One center's log, or all centers at headquarters. */
export type Workspace =
  | { readonly kind: 'center'; readonly centerId: RecordId }
  | { readonly kind: 'headquarters' };

/** A form that was left before it was saved. */
export interface Draft {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly values: JsonObject;
}

/** What this installation remembers apart from its records. The storage keeps further keys of its own beside. */
export interface Settings {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly person: Person | null;
  /** Null until the first run is through. */
  readonly workspace: Workspace | null;
  /** Milliseconds since 1970; null when no report was sent yet. */
  readonly lastExportAt: number | null;
  readonly compactRows: boolean;
  /** Share of the width that the list keeps beside an open record. */
  readonly listShare: number;
  /** Shown columns by record type, where they differ from the type's own. */
  readonly listColumns: Readonly<Record<string, readonly string[]>>;
  readonly navigationCollapsed: boolean;
  /** Where the tour of the pages stands, from 0; null while nobody takes it. */
  readonly tourStep: number | null;
  /** Somebody who took over wished to encrypt the data, and was not yet through with the dialogue for it. */
  readonly asksToEncrypt: boolean;
  /** By form: `consultation/new` or `consultation/<id>`. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Minutes without a sign of life until encrypted data are locked; 0 for never. */
  readonly lockAfterMinutes: number;
  /** Milliseconds since 1970 of the hand-over to a successor; null while somebody works here. */
  readonly handedOverAt: number | null;
  /** Sentences that the log gave anew and that a report was not to take, by report, field and language. */
  readonly keptSentences: Readonly<Record<string, string>>;
  /** How somebody's own tables were read, by their headers. */
  readonly foreignMappings: RememberedMappings;
}

/** The pauses to choose from. */
export const lockPauses = [1, 5, 15, 30, 60, 0] as const;

export const listShareRange = { min: 0.25, max: 0.7 } as const;

/** Reads the settings file; what is missing or does not fit takes its default. */
export function settingsFromJson(json: JsonObject, systemLanguage: Language): Settings {
  const { theme, lastExportAt, listShare, handedOverAt } = json;
  return {
    language: isLanguage(json.language) ? json.language : systemLanguage,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    person: personFromJson(json.person),
    workspace: workspaceFromJson(json.workspace),
    lastExportAt: typeof lastExportAt === 'number' ? lastExportAt : null,
    handedOverAt: typeof handedOverAt === 'number' ? handedOverAt : null,
    compactRows: json.compactRows === true,
    listShare: typeof listShare === 'number' ? clampShare(listShare) : 0.45,
    listColumns: mapObject(json.listColumns, textsFromJson),
    tourStep: typeof json.tourStep === 'number' ? json.tourStep : null,
    navigationCollapsed: json.navigationCollapsed === true,
    lockAfterMinutes: lockPauses.find((minutes) => minutes === json.lockAfterMinutes) ?? 15,
    asksToEncrypt: json.asksToEncrypt === true,
    drafts: mapObject(json.drafts, draftFromJson),
    keptSentences: mapObject(json.keptSentences, (text) => (typeof text === 'string' ? text : null)),
    foreignMappings: rememberedFromJson(json.foreignMappings),
  };
}

export const clampShare = (share: number): number =>
  Math.min(listShareRange.max, Math.max(listShareRange.min, share));

/** The settings as they are written; optional ones as null, so that clearing one is written too. */
export function settingsToJson(settings: Settings): JsonObject {
  const { person, workspace, drafts, listColumns, keptSentences, foreignMappings, ...plain } = settings;
  return {
    ...plain,
    person: person === null ? null : { ...person },
    workspace: workspace === null ? null : { ...workspace },
    listColumns: { ...listColumns },
    keptSentences: { ...keptSentences },
    foreignMappings: rememberedToJson(foreignMappings),
    drafts: Object.fromEntries(Object.entries(drafts).map(([key, draft]) => [key, { ...draft }])),
  };
}

function personFromJson(json: JsonValue | undefined): Person | null {
  if (!isJsonObject(json) || typeof json.name !== 'string' || json.name === '') return null;
  return { name: json.name, role: typeof json.role === 'string' ? json.role : '' };
}

function workspaceFromJson(json: JsonValue | undefined): Workspace | null {
  if (!isJsonObject(json)) return null;
  if (json.kind === 'headquarters') return { kind: 'headquarters' };
  return json.kind === 'center' && isRecordId(json.centerId)
    ? { kind: 'center', centerId: json.centerId }
    : null;
}

function draftFromJson(json: JsonValue): Draft | null {
  if (!isJsonObject(json) || typeof json.at !== 'number' || !isJsonObject(json.values)) return null;
  return { at: json.at, values: json.values };
}

function textsFromJson(json: JsonValue): readonly string[] | null {
  return Array.isArray(json) ? json.filter((item): item is string => typeof item === 'string') : null;
}

function mapObject<T>(
  json: JsonValue | undefined,
  read: (member: JsonValue) => T | null,
): Readonly<Record<string, T>> {
  const result: Record<string, T> = {};
  for (const [key, member] of Object.entries(isJsonObject(json) ? json : {})) {
    const value = read(member);
    if (value !== null) result[key] = value;
  }
  return result;
}
