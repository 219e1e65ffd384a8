import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordId } from '../../shared/core/ids.ts';
import type { JsonObject } from '../../shared/core/json.ts';
import type { HostError, SettingsPort } from '../../shared/ipc/host.ts';
import { type Draft, type Settings, settingsToJson } from './settings.ts';

/** Records that another page asks a list to show: a cell of the history table, a search's hits. */
export interface RecordSelection {
  readonly type: string;
  /** What the records have in common, for the chip above the list. */
  readonly title: string;
  readonly ids: ReadonlySet<RecordId>;
}

export interface Session {
  readonly settings: Settings;
  /** Why the settings could not be written the last time; null when they were. */
  readonly settingsError: HostError | null;
  /** False while a change of the settings, drafts among them, is not on the medium yet. */
  readonly written: boolean;
  /** The page is about to go by itself, and come again: nobody is to be asked. */
  readonly leaving: boolean;
  readonly selection: RecordSelection | null;
  /** Forms with input that is not saved yet, by draft key; the window asks before it closes. */
  readonly unsaved: ReadonlySet<string>;
  /** Changes settings at once and writes them soon. */
  update(patch: Partial<Settings>): void;
  select(selection: RecordSelection | null): void;
  /** Null forgets the draft. */
  keepDraft(key: string, draft: Draft | null): void;
  /** Writes what is still waiting; resolves when it is on the medium. */
  flush(): Promise<void>;
  /** Writes what is waiting, and lets the page go without a question. */
  leave(): Promise<void>;
}

export type SessionStore = StoreApi<Session>;

/** Waits before settings other than drafts are written, so that dragging a divider does not write for each step. */
const writeDelay = 500;

/** The session over the host's settings. Other writers' keys (the storage's device id) are kept. */
export function createSessionStore(port: SettingsPort, initial: Settings): SessionStore {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let dirty: ReadonlySet<string> = new Set();
  let queue: Promise<void> = Promise.resolve();

  const store = createStore<Session>()((set, get) => {
    const change = (patch: Partial<Settings>): void => {
      set({ settings: { ...get().settings, ...patch }, written: false });
      dirty = new Set([...dirty, ...Object.keys(patch)]);
      timer ??= setTimeout(write, writeDelay);
    };
    return {
      settings: initial,
      settingsError: null,
      written: true,
      leaving: false,
      selection: null,
      unsaved: new Set(),
      update: change,
      select: (selection) => set({ selection }),
      keepDraft: (key, draft) => {
        const { [key]: _previous, ...others } = get().settings.drafts;
        change({ drafts: draft === null ? others : { ...others, [key]: draft } });
        const unsaved = new Set(get().unsaved);
        if (draft === null) unsaved.delete(key);
        else unsaved.add(key);
        set({ unsaved });
        // Not after the wait: a crash takes what was typed within it. Keys typed during a write share the next one.
        write();
      },
      flush: () => {
        write();
        return queue;
      },
      leave: () => {
        set({ leaving: true });
        write();
        return queue;
      },
    };
  });

  function write(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (dirty.size === 0) return;
    queue = queue.then(writeNow);
  }

  async function writeNow(): Promise<void> {
    const keys = dirty;
    if (keys.size === 0) return;
    dirty = new Set();
    const current = await port.read();
    const json = settingsToJson(store.getState().settings);
    const own = Object.fromEntries(Object.entries(json).filter(([key]) => keys.has(key)));
    const merged: JsonObject = { ...(current.ok ? current.value : {}), ...own };
    const written = current.ok ? await port.write(merged) : current;
    if (!written.ok) dirty = new Set([...dirty, ...keys]);
    store.setState({ settingsError: written.ok ? null : written.error, written: dirty.size === 0 });
  }

  return store;
}
