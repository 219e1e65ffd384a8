import type { JsonObject } from '../../shared/core/json.ts';
import type { Result } from '../../shared/core/result.ts';
import type { HostError, JournalEntry, JournalState } from '../../shared/ipc/host.ts';
import type { LogEntry } from '../../shared/ipc/log.ts';
import type { ReadSettings } from './slotSettings.ts';

/** What the page asks of the store worker, which alone may open files of the origin's store for writing. */
export type StoreRequest =
  | { readonly call: 'open' }
  | { readonly call: 'append'; readonly from: number; readonly payloads: readonly string[] }
  | { readonly call: 'read'; readonly from: number; readonly limit: number }
  | { readonly call: 'readSettings' }
  | { readonly call: 'writeLog'; readonly entry: LogEntry }
  | { readonly call: 'readLog' }
  | { readonly call: 'writeSettings'; readonly settings: JsonObject };

/** The answer's type of each call. */
export interface StoreAnswers {
  readonly open: JournalState;
  readonly append: JournalState;
  readonly read: readonly JournalEntry[];
  readonly readSettings: ReadSettings;
  readonly writeLog: null;
  readonly readLog: string;
  readonly writeSettings: null;
}

export interface NumberedRequest {
  readonly id: number;
  readonly request: StoreRequest;
}

export interface NumberedAnswer {
  readonly id: number;
  readonly answer: Result<StoreAnswers[StoreRequest['call']], HostError>;
}
