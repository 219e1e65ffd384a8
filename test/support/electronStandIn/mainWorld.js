// The page's side of contextBridge, run before any script of the page. Worlds share the document but no object, so
// calls go as events whose details Chromium clones, at once and in order.

((events) => {
  const functions = new Map();
  const settling = new Map();
  let returned;
  let lastId = 0;

  window.addEventListener(events.expose, ({ detail }) => {
    Object.defineProperty(window, detail.key, {
      value: build(detail.shape),
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });
  window.addEventListener(events.returned, ({ detail }) => {
    returned = detail;
  });
  window.addEventListener(events.settled, ({ detail }) => {
    const { resolve, reject } = settling.get(detail.call);
    settling.delete(detail.call);
    if (detail.error === undefined) resolve(detail.value);
    else reject(new Error(detail.error));
  });
  window.addEventListener(events.callback, ({ detail }) => {
    window.dispatchEvent(new CustomEvent(events.callbackReturned, { detail: outcomeOf(detail) }));
  });

  function build(shape) {
    if ('method' in shape) return (...args) => call(shape.method, args);
    if ('value' in shape) return shape.value;
    return Object.freeze(
      Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, build(member)])),
    );
  }

  function call(method, args) {
    const id = ++lastId;
    const promise = new Promise((resolve, reject) => settling.set(id, { resolve, reject }));
    const carried = args.map((value) =>
      typeof value === 'function' ? { callback: keep(value) } : { value },
    );
    returned = undefined;
    window.dispatchEvent(new CustomEvent(events.call, { detail: { call: id, method, args: carried } }));
    if (returned === undefined) throw new Error('An object could not be cloned.');
    if (returned.promise) return promise;
    settling.delete(id);
    if (returned.error !== undefined) throw new Error(returned.error);
    return returned.value;
  }

  function outcomeOf({ callback, args }) {
    try {
      return { value: functions.get(callback)(...args) };
    } catch (error) {
      return { error: String(error) };
    }
  }

  function keep(value) {
    const id = ++lastId;
    functions.set(id, value);
    return id;
  }
})(EVENTS);
