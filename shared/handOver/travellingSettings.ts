import { isJsonObject, type JsonObject } from '../core/json.ts';

/** Settings that belong to the work and not to the person or the computer: they go along to a successor. */
const travelling = [
  'workspace',
  'lastExportAt',
  'compactRows',
  'listColumns',
  'foreignMappings',
  'drafts',
  'keptSentences',
] as const;

export interface HandOverFacts {
  /** Name of the person who hands over. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether the data were encrypted there; false where a pack does not say so. */
  readonly encrypted: boolean;
}

/** What a pack says beside records and files; `settings` as they are written. */
export function settingsForPack(settings: JsonObject, facts: HandOverFacts): JsonObject {
  return { ...picked(settings), handOver: { ...facts } };
}

/** The settings to be written where a pack is taken over; nothing but what travels. */
export function settingsFromPack(settings: JsonObject): JsonObject {
  return picked(settings);
}

/** Who handed over, and when; null where a pack does not say so. */
export function handOverFacts({ handOver }: JsonObject): HandOverFacts | null {
  if (!isJsonObject(handOver) || typeof handOver.by !== 'string' || typeof handOver.at !== 'number')
    return null;
  return { by: handOver.by, at: handOver.at, encrypted: handOver.encrypted === true };
}

function picked(settings: JsonObject): JsonObject {
  return Object.fromEntries(
    travelling.flatMap((key) => (settings[key] === undefined ? [] : [[key, settings[key]]])),
  );
}
