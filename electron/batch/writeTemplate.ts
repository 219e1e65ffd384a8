import { newDeviceId, newRecordId, type RecordId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { foldText } from '../../shared/core/text.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { recordsOf } from '../../shared/records/recordsOf.ts';
import { HybridClock } from '../../shared/sync/stamp.ts';
import { exportDocument } from '../../shared/workbook/exportWorkbook.ts';
import { writeWorkbook } from '../../shared/workbook/write/writeWorkbook.ts';
import type { BatchCommand } from './arguments.ts';
import { type BatchError, batchError } from './batchErrors.ts';
import { outputProblem, saveOutput } from './batchFiles.ts';
import { type BatchSession, type ExitCode, exitCodes, fail } from './batchShell.ts';
import { programmeZone, publishedRecords } from './joinInputs.ts';

/** An empty workbook with the drop-downs, for centers that fill it in with Excel. */
export async function writeTemplate(
  command: Extract<BatchCommand, { readonly command: 'template' }>,
  session: BatchSession,
): Promise<ExitCode> {
  const { language, now, operations, print, random, resolvePath, text } = session;
  const out = resolvePath(command.out);
  const wrong = await outputProblem(out, []);
  if (wrong !== null) return fail(session, [wrong]);
  const records = publishedRecords();
  const center = centerOf(records, command.center);
  if (!center.ok) return fail(session, [center.error]);
  const device = newDeviceId(random);
  const bytes = await writeWorkbook(
    exportDocument(records, {
      language,
      scope: { kind: 'all' },
      centerId: center.value,
      redact: false,
      template: true,
      workbookId: newRecordId({ now }, random),
      device,
      exportStamp: new HybridClock(device, { now }).issue(),
      seen: {},
      by: '',
      at: now(),
      timeZone: programmeZone,
    }),
  );
  if (!bytes.ok) return fail(session, [batchError(bytes.error.code, bytes.error.params)]);
  const problem = await saveOutput(out, bytes.value, operations);
  if (problem !== null) return fail(session, [problem]);
  print(text('written', { path: out }));
  return exitCodes.done;
}

function centerOf(records: RecordSet, code: string | null): Result<RecordId | null, BatchError> {
  if (code === null) return ok(null);
  const centers = recordsOf(records, 'center');
  const found = centers.find(({ values }) => foldText(values.code ?? '') === foldText(code));
  if (found !== undefined) return ok(found.id);
  const codes = centers
    .flatMap(({ values }) => values.code ?? [])
    .sort()
    .join(', ');
  return err(batchError('UNKNOWN_CENTER', { value: code, codes }));
}
