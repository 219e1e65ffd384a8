import type { HostError, HostErrorCode } from '../../shared/ipc/host.ts';

const codeByNodeCode: Readonly<Record<string, HostErrorCode>> = {
  ENOSPC: 'NO_SPACE',
  EDQUOT: 'NO_SPACE',
  EROFS: 'READ_ONLY',
  EACCES: 'NO_PERMISSION',
  EPERM: 'NO_PERMISSION',
  EFBIG: 'TOO_LARGE',
  ENOENT: 'NOT_FOUND',
  ENOTDIR: 'NOT_FOUND',
  EBUSY: 'IN_USE',
  ETXTBSY: 'IN_USE',
};

/** The code of a failed file operation (`ENOSPC`), or null. */
export function nodeErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** A failure that has its name already, on its way through code that rejects. */
export class HostFailure extends Error {
  constructor(readonly hostError: HostError) {
    super(hostError.detail);
  }
}

/** A failed file operation as the renderer hears of it. */
export function toHostError(error: unknown): HostError {
  if (error instanceof HostFailure) return error.hostError;
  const code = codeByNodeCode[nodeErrorCode(error) ?? ''] ?? 'IO';
  return { code, detail: error instanceof Error ? error.message : String(error) };
}
