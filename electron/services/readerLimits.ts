import { defaultReaderLimits, type ReaderLimits } from './killableReader.ts';

/** The bounds of reading a workbook; `lowered` ("milliseconds,megabytes") is for tests, and can only lower them. */
export function readerLimits(lowered: string | undefined): ReaderLimits {
  const [milliseconds, megabytes] = (lowered ?? '').split(',').map(Number);
  return {
    milliseconds: lowerOf(milliseconds, defaultReaderLimits.milliseconds),
    residentBytes: lowerOf((megabytes ?? 0) * 1024 * 1024, defaultReaderLimits.residentBytes),
  };
}

const lowerOf = (wanted: number | undefined, most: number): number =>
  wanted !== undefined && wanted > 0 ? Math.min(wanted, most) : most;
