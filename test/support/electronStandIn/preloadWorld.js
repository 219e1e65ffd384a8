// The isolated world of the preload: what `require('electron')` gives a sandboxed preload, and the preload itself.
// It runs in every frame, so that a test can ask as a frame would; the preload runs in the top one only.

((events, invokeInMain) => {
  const methods = [];
  const listeners = new Map();
  const waiting = new Map();
  let callbackReturned;
  let lastId = 0;

  const invoke = (channel, ...args) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      invokeInMain(JSON.stringify({ id, channel, args: args.map(toPlain) }));
    });

  globalThis.standIn = {
    /** For tests, which have texts only. */
    ask: async (channel, payload) =>
      JSON.stringify(toPlain(await invoke(channel, fromPlain(JSON.parse(payload))))),
    answer: (text) => {
      const { id, value, error } = JSON.parse(text);
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) resolve(fromPlain(value));
      else reject(new Error(error));
    },
    message: (text) => {
      const { channel, args } = JSON.parse(text);
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args.map(fromPlain));
    },
  };
  if (window !== window.top) return;

  const tell = (event, detail) => window.dispatchEvent(new CustomEvent(event, { detail }));

  window.addEventListener(events.call, ({ detail }) => {
    // Null when the page gave what cannot be cloned: then nothing is returned, and the page hears of it.
    if (detail === null) return;
    try {
      const value = methods[detail.method](...detail.args.map(argumentOf));
      if (!(value instanceof Promise)) return tell(events.returned, { value });
      tell(events.returned, { promise: true });
      value.then(
        (settled) => tell(events.settled, { call: detail.call, value: settled }),
        (error) => tell(events.settled, { call: detail.call, error: messageOf(error) }),
      );
    } catch (error) {
      tell(events.returned, { error: messageOf(error) });
    }
  });
  window.addEventListener(events.callbackReturned, ({ detail }) => {
    callbackReturned = detail;
  });

  function argumentOf(carried) {
    if (!('callback' in carried)) return carried.value;
    return (...args) => {
      callbackReturned = undefined;
      tell(events.callback, { callback: carried.callback, args });
      if (callbackReturned.error !== undefined) throw new Error(callbackReturned.error);
      return callbackReturned.value;
    };
  }

  function shapeOf(value) {
    if (typeof value === 'function') return { method: methods.push(value) - 1 };
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return { value };
    return {
      members: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)])),
    };
  }

  const messageOf = (error) => (error instanceof Error ? error.message : String(error));

  const electron = {
    contextBridge: { exposeInMainWorld: (key, api) => tell(events.expose, { key, shape: shapeOf(api) }) },
    ipcRenderer: {
      invoke,
      on: (channel, listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  const module = { exports: {} };
  runPreload(require, module, module.exports);
})(EVENTS, INVOKE_IN_MAIN);
