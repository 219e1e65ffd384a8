import { mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { nodeErrorCode } from './nodeErrors.ts';

export interface UserDataPlaces {
  readonly platform: string;
  /** Where Electron puts an application's data by itself. */
  readonly usual: string;
  /** Windows' folder for what belongs to one computer (%LOCALAPPDATA%); undefined where none is named. */
  readonly local: string | undefined;
}

/** Names of what is in a folder. */
export type ListNames = (folder: string) => readonly string[];

/**
 * Where the data of this installation lie. On Windows, Electron's own place is in the part of the profile that roams: with
 * one person at two computers both would be given one journal and one device id, and who logs off last would overwrite
 * the other's work. Data that were begun there are used where they are, and so is a place that cannot be looked into:
 * its data may be there, and an empty Fieldbook beside them would look like their loss.
 */
export function userDataFolder({ platform, usual, local }: UserDataPlaces, list = listNames): string {
  if (platform !== 'win32' || local === undefined || !isAbsolute(local)) return usual;
  const own = join(local, basename(usual));
  if (mayHoldData(own, list)) return own;
  return mayHoldData(usual, list) ? usual : own;
}

/** Before it is named to Electron, which refuses a folder that is not there. */
export function makeUserDataFolders(...folders: readonly string[]): void {
  try {
    for (const folder of folders) mkdirSync(folder, { recursive: true });
  } catch {
    // The data folder inside cannot be made either then, and that is told in a sentence.
  }
}

/** What Fieldbook keeps, what Chromium keeps for it, or the note that both are still to be deleted. */
function mayHoldData(folder: string, list: ListNames): boolean {
  try {
    // A profile on a server that is not reached is no empty one.
    list(dirname(folder));
    return (
      namesIn(join(folder, 'data'), list).length > 0 ||
      namesIn(join(folder, 'browser', 'IndexedDB'), list).length > 0 ||
      namesIn(folder, list).includes('forgotten')
    );
  } catch {
    return true;
  }
}

function namesIn(folder: string, list: ListNames): readonly string[] {
  try {
    return list(folder);
  } catch (error) {
    if (nodeErrorCode(error) === 'ENOENT' || nodeErrorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}

const listNames: ListNames = (folder) => readdirSync(folder);
