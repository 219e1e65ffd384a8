import { expect, test, vi } from 'vitest';

type Listener = (...args: readonly never[]) => unknown;
const appListeners = new Map<string, Listener>();
const appendSwitch = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({
  app: {
    on: (event: string, listener: Listener) => appListeners.set(event, listener),
    commandLine: { appendSwitch },
  },
}));
const { closeNetwork, guardAllContents, guardSession } = await import('../../../../electron/main/guards.ts');

/** Writes down what is set on an Electron object, so that it can be called as Electron would. */
function recorder() {
  const set = new Map<string, (...args: readonly unknown[]) => unknown>();
  const target = new Proxy(
    {},
    {
      get: (_, name: string) => {
        if (name === 'webRequest') return target;
        return (first: unknown, second?: unknown) => {
          const [key, listener] = name === 'on' ? [String(first), second] : [name, first];
          set.set(key, typeof listener === 'function' ? (...args) => listener(...args) : () => listener);
        };
      },
    },
  );
  return { set, target };
}

function guardedSession() {
  const { set, target } = recorder();
  // The recorder answers to every method that the guards call.
  guardSession(target as never);
  return set;
}

test('every permission but the own persistent storage is denied, asked or checked', () => {
  const set = guardedSession();
  const asked = (permission: string, requestingUrl: string) => {
    const callback = vi.fn();
    set.get('setPermissionRequestHandler')?.(null, permission, callback, { requestingUrl });
    return callback.mock.calls[0]?.[0];
  };
  const checked = (permission: string, origin: string) =>
    set.get('setPermissionCheckHandler')?.(null, permission, origin, {});
  for (const judge of [asked, checked]) {
    expect(judge('persistent-storage', 'app://fieldbook/')).toBe(true);
    expect(judge('persistent-storage', 'https://evil.example/')).toBe(false);
    expect(judge('geolocation', 'app://fieldbook/')).toBe(false);
  }
  expect(set.get('setDevicePermissionHandler')?.({})).toBe(false);
  expect(set.get('setSpellCheckerEnabled')?.()).toBe(false);
});

test('every request that leaves the application is cancelled', () => {
  const set = guardedSession();
  const cancelled = (url: string) => {
    const callback = vi.fn();
    set.get('onBeforeRequest')?.({ url }, callback);
    return callback.mock.calls[0]?.[0];
  };
  expect(cancelled('app://fieldbook/assets/a.js')).toEqual({ cancel: false });
  for (const url of ['https://x.example/', 'http://127.0.0.1/', 'ws://x/', 'file:///etc/passwd']) {
    expect(cancelled(url)).toEqual({ cancel: true });
  }
});

test('no name is resolved, and WebRTC has no way around the requests', () => {
  closeNetwork();
  expect(appendSwitch).toHaveBeenCalledExactlyOnceWith('host-resolver-rules', 'MAP * ~NOTFOUND');
  guardAllContents();
  const { set, target } = recorder();
  appListeners.get('web-contents-created')?.(...([{}, target] as never[]));
  expect(set.get('setWebRTCIPHandlingPolicy')?.()).toBe('disable_non_proxied_udp');
});

test('downloads, windows, webviews, frames, redirects and foreign pages are stopped', () => {
  guardAllContents();
  const { set, target } = recorder();
  const made = appListeners.get('web-contents-created');
  made?.(...([{}, target] as never[]));
  expect(set.get('setWindowOpenHandler')?.({ url: 'app://fieldbook/' })).toEqual({ action: 'deny' });
  const isStopped = (event: string, details: object) => {
    const preventDefault = vi.fn();
    (set.get(event) ?? guardedSession().get(event))?.({ ...details, preventDefault });
    return preventDefault.mock.calls.length === 1;
  };
  expect(isStopped('will-attach-webview', {})).toBe(true);
  expect(isStopped('will-redirect', {})).toBe(true);
  expect(isStopped('will-download', {})).toBe(true);
  expect(isStopped('will-frame-navigate', { isMainFrame: true, url: 'https://x.example/' })).toBe(true);
  expect(isStopped('will-frame-navigate', { isMainFrame: false, url: 'app://fieldbook/' })).toBe(true);
  expect(isStopped('will-frame-navigate', { isMainFrame: true, url: 'app://fieldbook/log' })).toBe(false);
});
