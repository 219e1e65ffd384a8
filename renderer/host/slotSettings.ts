import type { JsonObject } from '../../shared/core/json.ts';
import type { SettingsCondition } from '../../shared/ipc/host.ts';
import { type JournalFile, writeAll } from '../../shared/ipc/journalFile.ts';
import { type StoredSettings, settingsToText, textToSettings } from '../../shared/ipc/settingsText.ts';

export interface ReadSettings {
  readonly settings: JsonObject;
  readonly condition: SettingsCondition;
}

const slotsOf = (base: string) => [`${base}-0.json`, `${base}-1.json`] as const;

type SlotContent = StoredSettings | 'empty' | 'damaged';
type OpenSlot = (name: string) => Promise<JournalFile>;

/**
 * Settings in two files in turn: a write goes to the one that does not hold the newest whole settings, so
 * whatever interrupts it, those stay. Of two whole ones the later counts.
 */
export async function readSlots(open: OpenSlot, base = 'settings'): Promise<ReadSettings> {
  const contents = await Promise.all(slotsOf(base).map((name) => readSlot(open, name)));
  const newest = newestOf(contents);
  const isDamaged = contents.includes('damaged');
  if (newest === null) return { settings: {}, condition: isDamaged ? 'lost' : 'intact' };
  return { settings: newest.stored.settings, condition: isDamaged ? 'recovered' : 'intact' };
}

export async function writeSlots(open: OpenSlot, settings: JsonObject, base = 'settings'): Promise<void> {
  const slots = slotsOf(base);
  const contents = await Promise.all(slots.map((name) => readSlot(open, name)));
  const newest = newestOf(contents);
  const generation = (newest?.stored.generation ?? 0) + 1;
  const bytes = new TextEncoder().encode(settingsToText({ generation, settings }));
  const file = await open(newest?.index === 0 ? slots[1] : slots[0]);
  try {
    await replaceContent(file, bytes);
  } catch (error) {
    // What was told as failed must not be read later as if it had been written.
    await replaceContent(file, new Uint8Array(0)).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

async function replaceContent(file: JournalFile, bytes: Uint8Array): Promise<void> {
  await file.truncate(0);
  await writeAll(file, bytes, 0);
  await file.sync();
}

async function readSlot(open: OpenSlot, name: string): Promise<SlotContent> {
  const file = await open(name);
  try {
    const size = await file.size();
    if (size === 0) return 'empty';
    return textToSettings(new TextDecoder().decode(await file.read(0, size))) ?? 'damaged';
  } finally {
    await file.close();
  }
}

function newestOf(contents: readonly SlotContent[]) {
  let newest: { readonly index: number; readonly stored: StoredSettings } | null = null;
  for (const [index, content] of contents.entries()) {
    if (typeof content !== 'object') continue;
    if (newest === null || content.generation > newest.stored.generation) newest = { index, stored: content };
  }
  return newest;
}
