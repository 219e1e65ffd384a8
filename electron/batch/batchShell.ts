import type { Randomness } from '../../shared/core/ids.ts';
import type { Language } from '../../shared/core/language.ts';
import { fillMessage, type MessageParams } from '../../shared/messages/message.ts';
import type { FileOperations } from '../services/fileOperations.ts';
import type { KillableReader } from '../services/killableReader.ts';
import { type BatchError, batchErrorText } from './batchErrors.ts';
import { batchTexts } from './batchTexts.ts';

/** What the commands need of the world outside. */
export interface BatchShell {
  /** One line of the result. */
  print(line: string): void;
  /** One line for the person who waits. */
  tell(line: string): void;
  /** Turns what was typed into a path. */
  resolvePath(path: string): string;
  readonly reader: KillableReader;
  readonly operations: FileOperations;
  /** Milliseconds since 1970. */
  now(): number;
  readonly random: Randomness;
  /** Told which file is recognized and planned from now on, and with null that none is: its clock is elsewhere. */
  planning(name: string | null): void;
}

export const exitCodes = { done: 0, openPoints: 1, unusable: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command's own view of the shell: its language, and whether its errors are data. */
export interface BatchSession extends BatchShell {
  readonly language: Language;
  text(name: keyof typeof batchTexts, params?: MessageParams): string;
}

export function sessionOf(shell: BatchShell, language: Language): BatchSession {
  return { ...shell, language, text: (name, params) => fillMessage(batchTexts[name], language, params) };
}

/** Tells why nothing could be done. */
export function fail(
  { language, print, tell }: Pick<BatchSession, 'language' | 'print' | 'tell'>,
  errors: readonly BatchError[],
  json = false,
): ExitCode {
  for (const error of errors) tell(batchErrorText(error, language));
  const [first] = errors;
  if (json && first !== undefined) {
    const { code } = first;
    print(JSON.stringify({ error: { code, message: batchErrorText(first, language) } }, null, 2));
  }
  return exitCodes.unusable;
}
