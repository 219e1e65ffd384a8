import { err, type Result } from '../../shared/core/result.ts';
import type { WorkbookToRead } from '../../shared/ipc/host.ts';
import { type FileError, fileError } from '../../shared/messages/fileErrors.ts';
import type { GridPart } from '../../shared/workbook/gridParts.ts';
import type { PartedReader, Reading } from './killableReader.ts';

/** The window's readings by the numbers that the window gave them. */
export interface WorkbookReadings {
  read(file: WorkbookToRead): Promise<Result<GridPart, FileError>>;
  next(reading: number): Promise<Result<GridPart, FileError>>;
  end(reading: number): void;
}

export function createWorkbookReadings(reader: Pick<PartedReader, 'begin'>): WorkbookReadings {
  const readings = new Map<number, Reading>();

  const end = (number: number): void => {
    readings.get(number)?.end();
    readings.delete(number);
  };

  const next = async (number: number): Promise<Result<GridPart, FileError>> => {
    const reading = readings.get(number);
    if (reading === undefined) return err(fileError('DAMAGED', 'no such reading'));
    const part = await reading.next();
    // The number may stand for a later reading by now, which an ended one must not take away.
    const isOver = !part.ok || part.value.isLast;
    if (isOver && readings.get(number) === reading) readings.delete(number);
    return part;
  };

  return {
    read: ({ reading, name, bytes, password }) => {
      // A page that was loaded anew counts from 1 again.
      end(reading);
      readings.set(reading, reader.begin(bytes, name, password === null ? {} : { password }));
      return next(reading);
    },
    next,
    end,
  };
}
