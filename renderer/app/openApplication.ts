import type { Clock, Randomness } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/language.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { AppInfo, Host, HostError } from '../../shared/ipc/host.ts';
import { type LockError, type LockState, worksWithoutDatabase } from '../../shared/ipc/lockPort.ts';
import { keepsDatabase } from '../../shared/lock/keptDatabase.ts';
import { openHost } from '../host/host.ts';
import { createWaits } from '../host/waits.ts';
import { i18n } from '../i18n/texts.ts';
import { databasePlaceOf } from '../storage/databasePlace.ts';
import type { FieldbookStore } from '../storage/fieldbookStore.ts';
import { type OpenError, openStore, removeWorkingStore } from '../storage/openStore.ts';
import { showLockDialog } from '../stores/lockStatus.ts';
import type { Services } from '../stores/services.tsx';
import { createSessionStore, type Session, type SessionStore } from '../stores/sessionStore.ts';
import { type Settings, settingsFromJson } from '../stores/settings.ts';
import { logSavingFailures } from './logSavingFailures.ts';
import { watchErrors } from './watchErrors.ts';

export interface Application {
  readonly services: Services;
  readonly store: FieldbookStore;
  readonly info: AppInfo;
}

/** The machine, with the data still closed. */
export interface Machine {
  readonly host: Host;
  readonly lock: LockState;
  /** What can be read of them while they are locked. */
  readonly settings: Settings;
}

/** Leaves the machine to the opening screen first. */
const firstBackupDelay = 20_000;

export type OpeningFailure =
  | { readonly stage: 'host'; readonly error: HostError }
  | { readonly stage: 'lock'; readonly error: LockError }
  | { readonly stage: 'store'; readonly error: OpenError };

/** What of the machine stays silent, from the first call on. */
export const waits = createWaits();

let host: Host | null = null;

/** The machine, once it was found: also where nothing else could be opened, a report can be asked of it. */
export const foundHost = (): Host | null => host;

/** Finds the machine and asks whether its data are locked. */
export async function openMachine(): Promise<Result<Machine, OpeningFailure>> {
  // Until the settings are read: waiting is told before.
  speak(systemLanguage());
  const opened = await openHost(waits);
  if (!opened.ok) return err({ stage: 'host', error: opened.error });
  host = opened.value;
  watchErrors(window, host.log);
  const lock = await host.lock.state();
  if (!lock.ok) {
    // Only for the language of the sentence that follows.
    await readSettings(host);
    host.log.write({ event: 'OPENING_FAILED', facts: { code: lock.error.code } });
    return err({ stage: 'lock', error: lock.error });
  }
  if (worksWithoutDatabase(lock.value) && !(await keepsDatabase(host.settings))) {
    await removeWorkingStore(databasePlaceOf(host), undefined, waits);
  }
  return ok({ host, lock: lock.value, settings: await readSettings(host) });
}

async function readSettings(from: Host): Promise<Settings> {
  const read = await from.settings.read();
  const info = await from.appInfo();
  const settings = settingsFromJson(read.ok ? read.value : {}, info.language);
  speak(settings.language);
  return settings;
}

/** Reads the settings and opens the store of a machine whose data are not locked. */
export async function openApplication(
  { host, lock }: Pick<Machine, 'host' | 'lock'>,
  onReplay: (done: number, entries: number) => void,
): Promise<Result<Application, OpeningFailure>> {
  // Before the store, which writes its device id there at the first start.
  const read = await host.settings.read();
  const info = await host.appInfo();
  const store = await openStore({
    host: logSavingFailures(host),
    clock,
    random,
    appVersion: info.version,
    place: databasePlaceOf(host),
    waits,
    onReplay,
    usesDatabase: lock.mode === 'off',
    restoresFromDatabase: !worksWithoutDatabase(lock) || (await keepsDatabase(host.settings)),
  });
  if (!store.ok) {
    host.log.write({ event: 'OPENING_FAILED', facts: { code: store.error.code } });
    return err({ stage: 'store', error: store.error });
  }
  const { changeSets, journalBytes } = store.value.state();
  host.log.write({ event: 'OPENED', facts: { changeSets, journalBytes } });
  const session = createSessionStore(
    host.settings,
    settingsFromJson(read.ok ? read.value : {}, info.language),
  );
  followLanguage(session);
  followHandOver(session, store.value);
  askToEncrypt(session, host, lock);
  host.onCloseRequested(() => {
    const { leaving, unsaved } = session.getState();
    return !leaving && (unsaved.size > 0 || store.value.state().writing);
  });
  // What was typed within the last half second; the page is not kept waiting for it, except by the question.
  for (const leaving of ['beforeunload', 'pagehide'] as const) {
    window.addEventListener(leaving, () => void session.getState().flush());
  }
  // Sessions are often shorter than the quarter of an hour between two backups: the last one's work is taken care of.
  setTimeout(() => void host.snapshots.take('interval'), firstBackupDelay);
  return ok({ services: { host, clock, random, session }, store: store.value, info });
}

function followLanguage(session: SessionStore): void {
  const follow = ({ settings: { language } }: Session): void => speak(language);
  follow(session.getState());
  session.subscribe(follow);
}

/** What a take-over left to be done; the dialogue stays due until encryption is on, or it is put off. */
function askToEncrypt(session: SessionStore, host: Host, { mode }: LockState): void {
  const { settings, update } = session.getState();
  if (!settings.asksToEncrypt) return;
  if (mode === 'off') showLockDialog(host.lock, 'setUp');
  else update({ asksToEncrypt: false });
}

export const systemLanguage = (): Language =>
  navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';

let spoken: Language | null = null;

/** The language of the settings as soon as they are read, and the system's before. */
export const spokenLanguage = (): Language => spoken ?? systemLanguage();

function speak(language: Settings['language']): void {
  spoken = language;
  if (i18n.language !== language) void i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Until it is taken back, nothing is written on a computer that was handed over. */
function followHandOver(session: SessionStore, store: FieldbookStore): void {
  const follow = ({ settings: { handedOverAt } }: Session): void =>
    store.setHandedOver(handedOverAt !== null);
  follow(session.getState());
  session.subscribe(follow);
}

const clock: Clock = { now: () => Date.now() };
const random: Randomness = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
