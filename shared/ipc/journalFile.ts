/** An open file as the journal needs it: in Node a file handle, in a browser a synchronous access handle. */
export interface JournalFile {
  size(): Promise<number>;
  /** Exactly `length` bytes, or a rejection. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** How many bytes were taken, which may be fewer than given. */
  write(bytes: Uint8Array, offset: number): Promise<number>;
  truncate(size: number): Promise<void>;
  /** Returns when everything lies on the medium. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Writes until all bytes are out; rejects when the medium fails or takes no more. */
export async function writeAll(file: JournalFile, bytes: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const written = await file.write(bytes.subarray(done), offset + done);
    // More than was given is an error code that a medium let slip; taking it for success would lose the entry.
    if (!(written > 0 && written <= bytes.length - done)) throw new Error('the medium took no more bytes');
    done += written;
  }
}
