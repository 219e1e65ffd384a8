import type { Format } from '../i18n/useFormat.ts';

/** 512 B, 12 KB, 3.4 MB: decimal units, as file managers count. */
export function formatBytes(bytes: number, format: Pick<Format, 'number'>): string {
  if (bytes < 1000) return `${format.number(bytes)} B`;
  if (bytes < 1_000_000) return `${format.number(Math.round(bytes / 1000))} KB`;
  return `${format.number(Math.round(bytes / 100_000) / 10)} MB`;
}
