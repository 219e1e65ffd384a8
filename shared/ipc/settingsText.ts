import { sha256Hex } from '../core/hashing.ts';
import { canonicalJson, isJsonObject, type JsonObject } from '../core/json.ts';

/** Settings as read from a store: `generation` counts the writes, so that of two copies the newer is known. */
export interface StoredSettings {
  readonly generation: number;
  readonly settings: JsonObject;
}

/** Settings as the text of a file that says by itself whether it is whole. */
export function settingsToText({ generation, settings }: StoredSettings): string {
  const body = { format: 1, generation, settings };
  return `${JSON.stringify({ sha256: sha256Hex(canonicalJson(body)), ...body }, null, 2)}\n`;
}

/** Reads such a text; null when it is torn, damaged or something else. */
export function textToSettings(text: string): StoredSettings | null {
  const parsed = parseJson(text);
  if (!isJsonObject(parsed)) return null;
  const { sha256, format, generation, settings } = parsed;
  if (format !== 1 || typeof generation !== 'number' || !isJsonObject(settings)) return null;
  return sha256 === sha256Hex(canonicalJson({ format, generation, settings }))
    ? { generation, settings }
    : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
