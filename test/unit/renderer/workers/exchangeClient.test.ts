import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  exportInWorker,
  planInWorker,
  problemsInWorker,
} from '../../../../renderer/workers/exchangeClient.ts';
import type { FileToRead, PlanOptions } from '../../../../renderer/workers/exchangeJob.ts';
import type { DeviceId } from '../../../../shared/core/ids.ts';
import type { Result } from '../../../../shared/core/result.ts';
import type { WorkbookPort, WorkbookToRead } from '../../../../shared/ipc/host.ts';
import { type FileError, type FileErrorCode, fileError } from '../../../../shared/messages/fileErrors.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { type GridPart, gridParts } from '../../../../shared/workbook/gridParts.ts';
import { readWorkbook } from '../../../../shared/workbook/read/readWorkbook.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/writeWorkbook.ts';
import { Replica } from '../../../support/exchange.ts';
import { suggestedMapping } from '../../../support/foreignLogs.ts';
import { type Mishap, MishapWorker } from './mishapWorker.ts';

const device = 'sender000000' as DeviceId;
const ministry = { name: { en: 'Ministry of Digital Affairs' }, type: 'ministry', country: 'BG' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function sentWorkbook(password?: string): Promise<Uint8Array> {
  const sender = new Replica(device);
  sender.create('organization', ministry);
  const written = await writeWorkbook(sender.export(password === undefined ? {} : { password }));
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
}

function planOptions(): PlanOptions {
  const { records: _, ...options } = new Replica('receiver0000' as DeviceId).planContext();
  return options;
}

const file = (name: string, bytes: Uint8Array, password: string | null = null): FileToRead => ({
  name,
  bytes,
  password,
});

function workers(mishaps: Readonly<Record<string, Mishap>> = {}) {
  const started: MishapWorker[] = [];
  const startWorker = (): MishapWorker => {
    const worker = new MishapWorker(mishaps);
    started.push(worker);
    return worker;
  };
  return { started, startWorker };
}

const nothing = recordSetOf([]);

test('plans come back in the order of the files, the unreadable ones refused by themselves', async () => {
  const bytes = await sentWorkbook();
  const { started, startWorker } = workers();
  const steps: unknown[] = [];
  const plans = await planInWorker(
    nothing,
    [file('empty.xlsx', new Uint8Array()), file('report.xlsx', bytes)],
    planOptions(),
    { startWorker, onStep: (step) => steps.push(step) },
  );
  expect(plans?.map((plan) => (plan.ok ? plan.value.counts.added : plan.error.code))).toEqual([
    'EMPTY_FILE',
    1,
  ]);
  expect(steps).toEqual([
    { step: 'reading', file: 0 },
    { step: 'planning', file: 0 },
    { step: 'reading', file: 1 },
    { step: 'planning', file: 1 },
  ]);
  expect(started.map(({ isTerminated }) => isTerminated)).toEqual([true]);
});

test('a plan counts on the records that are here', async () => {
  const sender = new Replica(device);
  sender.create('organization', ministry);
  const written = await writeWorkbook(sender.export());
  if (!written.ok) throw new Error(written.error.code);
  const plans = await planInWorker(
    sender.records,
    [file('own.xlsx', written.value)],
    planOptions(),
    workers(),
  );
  expect(plans?.map((plan) => plan.ok && plan.value.counts)).toMatchObject([
    { added: 0, updated: 0, unchanged: 1 },
  ]);
});

test('a password opens a protected workbook, and without one it is asked for', async () => {
  const bytes = await sentWorkbook('천리길도 한걸음부터');
  const files = [file('a.xlsx', bytes), file('b.xlsx', bytes, '천리길도 한걸음부터')];
  const plans = await planInWorker(nothing, files, planOptions(), workers());
  expect(plans?.map((plan) => (plan.ok ? 'read' : plan.error.code))).toEqual(['PASSWORD_NEEDED', 'read']);
});

test('a file that is not read in time is stopped and refused, and the others are planned without it', async () => {
  const bytes = await sentWorkbook();
  const { started, startWorker } = workers({ 'slow.xlsx': 'hangs' });
  const planning = planInWorker(
    nothing,
    [file('slow.xlsx', bytes), file('good.xlsx', bytes)],
    planOptions(),
    {
      startWorker,
    },
  );
  await vi.advanceTimersByTimeAsync(20_000);
  const plans = await planning;
  expect(plans?.[0]).toMatchObject({
    ok: false,
    error: { code: 'TIMEOUT', params: { name: 'slow.xlsx', seconds: 20 } },
  });
  expect(plans?.[1]?.ok).toBe(true);
  expect(started.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
});

test('a file whose planning does not end is refused as well, and the others are planned without it', async () => {
  const bytes = await sentWorkbook();
  const { started, startWorker } = workers({ 'wide.xlsx': 'hangsPlanning' });
  const files = [file('wide.xlsx', bytes), file('good.xlsx', bytes)];
  let isPlanned = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    isPlanned = resolve;
  });
  const planning = planInWorker(nothing, files, planOptions(), {
    startWorker,
    planSeconds: 30,
    onStep: ({ step }) => (step === 'planning' ? isPlanned() : undefined),
  });
  await begun;
  await vi.advanceTimersByTimeAsync(30_000);
  const plans = await planning;
  expect(plans?.[0]).toMatchObject({
    ok: false,
    error: { code: 'TIMEOUT', params: { name: 'wide.xlsx', seconds: 30 } },
  });
  expect(plans?.[1]?.ok).toBe(true);
  expect(started.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
});

test('a file that brings the reader down is refused, and the others are planned without it', async () => {
  const bytes = await sentWorkbook();
  const { startWorker } = workers({ 'bad.xlsx': 'dies' });
  const plans = await planInWorker(
    nothing,
    [file('good.xlsx', bytes), file('bad.xlsx', bytes)],
    planOptions(),
    {
      startWorker,
    },
  );
  expect(plans?.[0]?.ok).toBe(true);
  expect(plans?.[1]).toMatchObject({ ok: false, error: { code: 'DAMAGED', detail: 'out of memory' } });
});

test('nothing is read twice because of a file that brings the reader down, and the others count on each other', async () => {
  const sender = new Replica(device);
  sender.create('organization', ministry);
  const written = await writeWorkbook(sender.export());
  if (!written.ok) throw new Error(written.error.code);
  const people = new TextEncoder().encode('Name (English),Organization\nKim,Ministry of Digital Affairs\n');
  const table = await readWorkbook(people, 'people.csv');
  if (!table.ok) throw new Error(table.error.code);
  const { started, startWorker } = workers({ 'bad.xlsx': 'dies', 'worse.xlsx': 'dies' });
  const steps: string[] = [];
  const files = [
    file('first.xlsx', written.value),
    file('bad.xlsx', written.value),
    file('again.xlsx', written.value),
    file('worse.xlsx', written.value),
    { ...file('people.csv', people), mapping: suggestedMapping(table.value) },
  ];
  const plans = await planInWorker(nothing, files, planOptions(), {
    startWorker,
    onStep: (step) => (step.step === 'reading' ? steps.push(files[step.file]?.name ?? '') : 0),
  });
  expect(plans?.map((plan) => (plan.ok ? plan.value.counts.added : plan.error.params.name))).toEqual([
    1,
    'bad.xlsx',
    0,
    'worse.xlsx',
    1,
  ]);
  expect(steps).toEqual(files.map(({ name }) => name));
  expect(started).toHaveLength(3);
});

test('a workbook comes back with what is wrong in it', async () => {
  const bytes = new TextEncoder().encode('Name (English),Type,Country\nGood,Agency,PE\nBad,Nonsense,PE\n');
  const made = await problemsInWorker(nothing, file('table.csv', bytes), planOptions(), workers());
  if (made === null || !made.ok) throw new Error('no workbook');
  const plans = await planInWorker(nothing, [file('back.xlsx', made.value)], planOptions(), workers());
  expect(plans?.map((plan) => plan.ok && plan.value.counts)).toMatchObject([{ added: 1, rejected: 1 }]);
  const slow = await problemsInWorker(
    nothing,
    file('table.csv', bytes),
    planOptions(),
    workers({ 'table.csv': 'dies' }),
  );
  expect(slow).toMatchObject({ ok: false, error: { code: 'DAMAGED' } });
});

test('cancelling ends the worker at once', async () => {
  const { started, startWorker } = workers({ 'slow.xlsx': 'hangs' });
  const cancel = new AbortController();
  const planning = planInWorker(nothing, [file('slow.xlsx', await sentWorkbook())], planOptions(), {
    startWorker,
    signal: cancel.signal,
  });
  cancel.abort();
  expect(await planning).toBeNull();
  expect(started.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  expect(await planInWorker(nothing, [], planOptions(), { startWorker, signal: cancel.signal })).toBeNull();
  expect(started).toHaveLength(1);
});

/** A host that reads files as the real one does, by name also as one that refuses them. */
class ReadingHost implements WorkbookPort {
  readonly asked: string[] = [];
  readonly passwords: (string | null)[] = [];
  readonly ended: number[] = [];
  readonly #parts = new Map<number, Generator<GridPart, void>>();

  constructor(private readonly refusals: Readonly<Record<string, FileErrorCode>> = {}) {}

  async read({ reading, name, bytes, password }: WorkbookToRead): Promise<Result<GridPart, FileError>> {
    this.asked.push(name);
    this.passwords.push(password);
    const refusal = this.refusals[name];
    if (refusal !== undefined) return { ok: false, error: fileError(refusal, 'made to fail', { name }) };
    const grid = await readWorkbook(bytes, name, password === null ? {} : { password });
    if (!grid.ok) return grid;
    this.#parts.set(reading, gridParts(grid.value));
    return this.next(reading);
  }

  async next(reading: number): Promise<Result<GridPart, FileError>> {
    const part = this.#parts.get(reading)?.next().value;
    if (part === undefined) throw new Error('there is no further part');
    return { ok: true, value: part };
  }

  end(reading: number): void {
    this.ended.push(reading);
  }
}

test('files that the host reads are planned as those that the worker reads itself', async () => {
  const lines = Array.from({ length: 100 }, (_, row) => `Topic number ${row},${'long '.repeat(6000)}${row}`);
  const table = new TextEncoder().encode(['Topic,Notes', ...lines].join('\n'));
  const files = [
    file('table.csv', table, '천리길도 한걸음부터'),
    file('empty.xlsx', new Uint8Array()),
    file('report.xlsx', await sentWorkbook()),
  ];
  const here = await planInWorker(nothing, files, planOptions(), workers());
  const workbooks = new ReadingHost();
  const { started, startWorker } = workers();
  const byHost = await planInWorker(nothing, files, planOptions(), { startWorker, workbooks });
  expect(byHost).toEqual(here);
  expect(byHost?.[0]?.foreign?.grid.sheets[0]?.rows).toHaveLength(101);
  expect(workbooks.asked).toEqual(files.map(({ name }) => name));
  expect(workbooks.passwords).toEqual(['천리길도 한걸음부터', null, null]);
  expect(workbooks.ended).toEqual([]);
  expect(started).toHaveLength(1);
});

test('what the host refuses for its time or memory is refused, and the others are planned without it', async () => {
  const bytes = await sentWorkbook();
  const workbooks = new ReadingHost({ 'slow.xlsx': 'TIMEOUT', 'huge.xlsx': 'TOO_MUCH_MEMORY' });
  const files = ['slow.xlsx', 'good.xlsx', 'huge.xlsx'].map((name) => file(name, bytes));
  const plans = await planInWorker(nothing, files, planOptions(), { ...workers(), workbooks });
  expect(plans?.map((plan) => (plan.ok ? 'read' : plan.error.code))).toEqual([
    'TIMEOUT',
    'read',
    'TOO_MUCH_MEMORY',
  ]);
});

test('cancelling ends what the host is reading', async () => {
  class Busy extends ReadingHost {
    override read(wanted: WorkbookToRead): Promise<Result<GridPart, FileError>> {
      this.asked.push(wanted.name);
      return new Promise(() => undefined);
    }
  }
  const workbooks = new Busy();
  const cancel = new AbortController();
  const planning = planInWorker(nothing, [file('slow.xlsx', new Uint8Array(1))], planOptions(), {
    ...workers(),
    workbooks,
    signal: cancel.signal,
  });
  await vi.waitFor(() => expect(workbooks.asked).toEqual(['slow.xlsx']));
  // The host keeps its own time.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(workbooks.ended).toEqual([]);
  cancel.abort();
  expect(await planning).toBeNull();
  expect(workbooks.ended).toHaveLength(1);
});

test('an exported workbook can be received', async () => {
  const sender = new Replica(device);
  sender.create('organization', ministry);
  const options = {
    language: 'ko',
    scope: { kind: 'all' },
    centerId: null,
    redact: false,
    template: false,
    workbookId: 'workbook-1',
    device,
    exportStamp: sender.issue(),
    seen: {},
    by: 'Kim',
    at: sender.now,
    timeZone: 'Asia/Seoul',
  } as const;
  const workbook = await exportInWorker(sender.records, options, workers());
  if (workbook === null || !workbook.ok) throw new Error('no workbook');
  const plans = await planInWorker(nothing, [file('report.xlsx', workbook.value)], planOptions(), workers());
  expect(plans?.map((plan) => plan.ok && plan.value.counts.added)).toEqual([1]);
});
