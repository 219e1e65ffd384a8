import { expect, test } from 'vitest';
import type { PartedReader, Reading } from '../../../../electron/services/killableReader.ts';
import { createWorkbookReadings } from '../../../../electron/services/workbookReadings.ts';
import { err, ok, type Result } from '../../../../shared/core/result.ts';
import { type FileError, fileError } from '../../../../shared/messages/fileErrors.ts';
import type { GridPart } from '../../../../shared/workbook/gridParts.ts';

const part = (isLast: boolean): Result<GridPart, FileError> => ok({ bytes: new Uint8Array(0), isLast });

test('a reading that a page loaded anew put an end to does not take the new one of its number away', async () => {
  let refuseFirst = (): void => undefined;
  const first: Reading = {
    next: () =>
      new Promise((resolve) => {
        refuseFirst = () => resolve(err(fileError('DAMAGED', 'ended')));
      }),
    end: () => refuseFirst(),
  };
  const parts = [part(false), part(true)];
  const second: Reading = {
    next: async () => parts.shift() ?? err(fileError('DAMAGED', 'asked too often')),
    end: () => undefined,
  };
  const begun = [first, second];
  const reader: Pick<PartedReader, 'begin'> = { begin: () => begun.shift() ?? second };
  const readings = createWorkbookReadings(reader);
  const file = { reading: 1, name: 'a.xlsx', bytes: new Uint8Array(0), password: null };
  const early = readings.read(file);
  expect(await readings.read(file)).toMatchObject({ ok: true, value: { isLast: false } });
  expect(await early).toMatchObject({ ok: false });
  expect(await readings.next(1)).toMatchObject({ ok: true, value: { isLast: true } });
  // It is over, and forgotten.
  expect(await readings.next(1)).toMatchObject({ ok: false, error: { detail: 'no such reading' } });
});
