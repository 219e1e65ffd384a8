import type { Result } from '../core/result.ts';
import type { HostError, SettingsPort } from '../ipc/host.ts';

/**
 * Set while a plain database of before may hold records that the encrypted journal lost. An encrypted journal is there as
 * soon as it is begun anew, long before the database gave everything back, so the journal alone does not tell.
 */
export const keptDatabaseKey = 'keepsDatabase';

/** Whether the database must stay; also where the settings cannot be read, for then nobody knows. */
export async function keepsDatabase(settings: Pick<SettingsPort, 'read'>): Promise<boolean> {
  const read = await settings.read();
  return !read.ok || read.value[keptDatabaseKey] === true;
}

/** Notes that the database is to be read, before anything else is written; or that it gave all that it held. */
export async function noteKeptDatabase(
  settings: Pick<SettingsPort, 'read' | 'write'>,
  isKept: boolean,
): Promise<Result<null, HostError>> {
  const read = await settings.read();
  if (!read.ok) return read;
  const { [keptDatabaseKey]: before, ...others } = read.value;
  if (before === (isKept ? true : undefined)) return { ok: true, value: null };
  return settings.write(isKept ? { ...others, [keptDatabaseKey]: true } : others);
}
