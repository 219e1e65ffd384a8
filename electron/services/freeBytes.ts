import { statfs } from 'node:fs/promises';

/** Bytes free for this user where a folder lies; null where that cannot be told. */
export async function freeBytesAt(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    // Some network folders cannot tell; a full one is then met at the first write.
    return null;
  }
}
