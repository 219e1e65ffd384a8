/** The one place of an open store per database name in this page. */
export interface StorePlace {
  /** Runs the store's closing; who wants the place next waits for its end. */
  release(close: () => Promise<void>): Promise<void>;
}

const closings = new Map<string, Promise<void> | 'open'>();

/** Null while another store of this page has the place; one that is just closing is waited for. */
export async function takeStorePlace(name: string): Promise<StorePlace | null> {
  for (let held = closings.get(name); held !== undefined; held = closings.get(name)) {
    if (held === 'open') return null;
    await held;
  }
  closings.set(name, 'open');
  return {
    release: (close) => {
      const closing = close().finally(() => closings.delete(name));
      closings.set(name, closing);
      return closing;
    },
  };
}
