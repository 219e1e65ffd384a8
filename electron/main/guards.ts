import { app, type Session, type WebContents } from 'electron';
import { isOwnAddress } from '../services/ownOrigin.ts';
import { isLoadable, isPermitted } from '../services/permissions.ts';

/** Before the application is ready: leaves Chromium's own machinery no name to resolve, whatever asks for it. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Denies the session every permission but its own storage, every device, and every network. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, callback, details) =>
    callback(isPermitted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isLoadable(details.url) }));
  // A save goes through the host's dialogue; a download that a page starts is none of the application's.
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

/** Keeps every page that is ever made on the application's own address, alone and without children. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  // WebRTC passes by the session's requests: without a proxy it then has no way out.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
