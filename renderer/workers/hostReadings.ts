import { err, type Result } from '../../shared/core/result.ts';
import type { WorkbookPort } from '../../shared/ipc/host.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import type { GridPart } from '../../shared/workbook/gridParts.ts';
import type { FileToRead } from './exchangeJob.ts';

/** Of this page; the host ends an earlier reading of the same number. */
let lastNumber = 0;

/** Has a job's files read by the host, one after the other, and gives their parts when they are wanted. */
export class HostReadings {
  /** The file that is being read, and the host's number for it. */
  #current: { readonly file: number; readonly number: number } | null = null;

  constructor(
    private readonly port: WorkbookPort | null,
    private readonly files: readonly FileToRead[],
    private readonly give: (part: Result<GridPart, FileError>) => void,
  ) {}

  async giveNext(file: number): Promise<void> {
    const part = await this.#next(file);
    if (!part.ok || part.value.isLast) this.#current = null;
    this.give(part);
  }

  /** Gives up what is being read. */
  end(): void {
    if (this.#current !== null) this.port?.end(this.#current.number);
    this.#current = null;
  }

  async #next(file: number): Promise<Result<GridPart, FileError>> {
    const wanted = this.files[file];
    if (this.port === null || wanted === undefined)
      return err(fileError('DAMAGED', 'nobody reads this file'));
    if (this.#current?.file === file) return this.port.next(this.#current.number);
    const number = ++lastNumber;
    this.#current = { file, number };
    const { name, bytes, password } = wanted;
    return this.port.read({ reading: number, name, bytes, password });
  }
}
