type Listener = (event: unknown, ...args: readonly unknown[]) => unknown;

class StandInIpcMain {
  readonly #handlers = new Map<string, Listener>();

  handle(channel: string, listener: Listener): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, listener);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Not Electron's: a call that came from a frame, with the error that Electron makes of a rejection. */
  async dispatch(channel: string, event: unknown, args: readonly unknown[]): Promise<unknown> {
    const prefix = `Error invoking remote method '${channel}': `;
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`${prefix}Error: No handler registered for '${channel}'`);
    try {
      return await handler(event, ...args);
    } catch (error) {
      throw new Error(`${prefix}${String(error)}`);
    }
  }
}

export const ipcMain = new StandInIpcMain();
