import { maxPickedBytes } from '../ipc/channels.ts';

/** What is taken of a pack: as a workbook's limits, with room for some thousand photos. */
export const packLimits = {
  fileBytes: maxPickedBytes,
  zipEntries: 5000,
  /** Of all entries together, unpacked. */
  inflatedBytes: 2 * maxPickedBytes,
  ratio: 100,
  manifestBytes: 8 * 1024 * 1024,
} as const;

export type PackLimits = { readonly [Limit in keyof typeof packLimits]: number };
