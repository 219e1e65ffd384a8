import { createHash } from 'node:crypto';
import { isoDate } from '../../shared/core/dates.ts';
import type { PackFile } from '../../shared/exchangePack/packManifest.ts';
import { writePack } from '../../shared/exchangePack/writePack.ts';
import { definitionOf } from '../../shared/records/registry.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const nodeHash = async (bytes: Uint8Array): Promise<string> => sha256Of(bytes);

const day = isoDate(2026, 11, 23);
if (day === null) throw new Error('a day');
export const packedAt = { date: day, time: '09:30:00' };

/** A pack of a workbook and files by their paths. */
export async function packOf(
  workbook: Uint8Array,
  contents: Readonly<Record<string, Uint8Array>>,
): Promise<Uint8Array> {
  const files = Object.entries(contents).map(
    ([path, bytes]): PackFile => ({
      path,
      sha256: sha256Of(bytes),
      bytes: bytes.length,
      name: path.split('/').at(-1) ?? '',
      records: [{ type: definitionOf('training').type, id: 'a' }],
    }),
  );
  const written = await writePack({
    workbook: { name: 'report.xlsx', bytes: workbook },
    files,
    at: packedAt,
    read: async ({ path }) => contents[path] ?? null,
  });
  if (!written.ok) throw new Error(written.error.code);
  return written.value.bytes;
}
