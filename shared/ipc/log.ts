import { isJsonObject } from '../core/json.ts';
import type { AppInfo } from './host.ts';

/** What happened, as the catalogue of the log knows it. */
export const logEvents = [
  'STARTED',
  'OPENED',
  'OPENING_FAILED',
  'SAVING_FAILED',
  'PAGE_ERROR',
  'MAIN_ERROR',
  'WINDOW_GONE',
  'ENDED',
] as const;

export type LogEvent = (typeof logEvents)[number];

/** A number, a yes or no, or a word that can be no text of a person (see `isSafeWord`). */
export type LogFact = number | boolean | string;

export interface LogEntry {
  readonly event: LogEvent;
  readonly facts: Readonly<Record<string, LogFact>>;
}

const maxFacts = 30;
const errorKind = /^([A-Z][a-zA-Z]{0,60})?(Error|Exception)$/;
const safeWords: readonly RegExp[] = [
  // Codes of the catalogues of errors, platforms, and versions.
  /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
  /^(linux|darwin|win32|browser|electron|crashed|oom|killed|abnormal-exit|launch-failed|integrity-failure)$/,
  /^\d+\.\d+\.\d+$/,
  // A kind of error, the place in a script, and the id of a record.
  errorKind,
  /^[\w.-]+\.(js|mjs|cjs|ts|tsx):\d+:\d+$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
];

/** Whether a text may stand in the log. Messages of errors may not: they quote what they stumbled over. */
export const isSafeWord = (text: string): boolean =>
  text.length <= 80 && safeWords.some((pattern) => pattern.test(text));

/** The entry, copied, when each part of it may stand in the log; else undefined. */
export function readLogEntry(value: unknown): LogEntry | undefined {
  if (!isJsonObject(value) || !isJsonObject(value.facts)) return undefined;
  const event = logEvents.find((known) => known === value.event);
  const facts = Object.entries(value.facts);
  if (event === undefined || facts.length > maxFacts) return undefined;
  const safe: Record<string, LogFact> = {};
  for (const [name, fact] of facts) {
    if (!/^[a-z][a-zA-Z0-9]{0,30}$/.test(name) || !isSafeFact(fact)) return undefined;
    safe[name] = fact;
  }
  return { event, facts: safe };
}

function isSafeFact(fact: unknown): fact is LogFact {
  if (typeof fact === 'number') return Number.isFinite(fact);
  return typeof fact === 'boolean' || (typeof fact === 'string' && isSafeWord(fact));
}

/** One line of the log, with its line end; `at` in milliseconds since 1970. */
export const logLine = ({ event, facts }: LogEntry, at: number): string =>
  `${JSON.stringify({ at: new Date(at).toISOString(), event, ...facts })}\n`;

/** An error as facts: its kind, its code, and where it was thrown, nearest first; its message is left out. */
export function errorFacts(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { kind: 'UNKNOWN' };
  const { name, message, stack = '' } = error;
  const code =
    'code' in error && typeof error.code === 'string' && isSafeWord(error.code) ? error.code : null;
  // The stack begins with the message.
  const trace = stack.slice(stack.indexOf(message) + message.length);
  const places = [...trace.matchAll(/([\w.-]+\.(?:js|mjs|cjs|ts|tsx))(?:\?[^:\s]*)?:(\d+):(\d+)/g)]
    .slice(0, 12)
    .map(([, file, line, column], index) => [`at${index}`, `${file}:${line}:${column}`] as const);
  const kind = errorKind.test(name) ? name : 'Error';
  return {
    kind,
    ...(code === null ? {} : { code }),
    ...Object.fromEntries(places.filter(([, place]) => isSafeWord(place))),
  };
}

/** An error in a few words for the screen, without its message: `TypeError, index-a1.js:10:5`. */
export function errorPlace(error: unknown): string {
  const { kind, code, at0 } = errorFacts(error);
  return [kind, code, at0].filter((word) => word !== undefined).join(', ');
}

/** What a user may send when something went wrong; `log` is the text of the log, oldest line first. */
export function crashReport(info: AppInfo, log: string): string {
  // Where the data lie is left out: the path names the person who is logged in.
  const { version, platform, language, durable, freeBytes, settingsCondition } = info;
  const head = { version, platform, language, durable, freeBytes, settingsCondition };
  return `eGCC Fieldbook\n${JSON.stringify(head, null, 2)}\n\n${log}`;
}
