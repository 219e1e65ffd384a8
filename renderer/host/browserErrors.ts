import type { HostError, HostErrorCode } from '../../shared/ipc/host.ts';

const codeByName: Readonly<Record<string, HostErrorCode>> = {
  QuotaExceededError: 'NO_SPACE',
  NoModificationAllowedError: 'IN_USE',
  NotAllowedError: 'NO_PERMISSION',
  SecurityError: 'NO_PERMISSION',
  NotFoundError: 'NOT_FOUND',
  LockedFile: 'LOCKED',
};

/** A failed browser call as the application hears of it. */
export function toHostError(error: unknown): HostError {
  const name = error instanceof Error ? error.name : '';
  return { code: codeByName[name] ?? 'IO', detail: error instanceof Error ? error.message : String(error) };
}
