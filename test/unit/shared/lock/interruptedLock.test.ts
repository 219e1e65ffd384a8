import { expect, test } from 'vitest';
import { FaultyFiles, type FileStep } from '../../../support/faultyFiles.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import {
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
  textsOf,
} from '../../../support/lockWorld.ts';

const payloads = consultationPayloads(5);
const photo = Uint8Array.of(1, 2, 3, 4);

async function laptop(): Promise<{ readonly files: FaultyFiles; readonly started: Started }> {
  const files = new FaultyFiles();
  const started = startedOn(files);
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, payloads));
  await succeeded(started.snapshots.take('manual'));
  await succeeded(started.evidence.put(photo));
  await succeeded(started.snapshots.setSecondFolder('/stick'));
  await succeeded(started.settings.write({ language: 'ko', draft: 'half' }));
  return { files, started };
}

/** What is there after a start, whichever of both it has become; all of it, or the test fails. */
async function expectWhole(files: FaultyFiles): Promise<'off' | 'open'> {
  const again = startedOn(files);
  let state = await succeeded(again.lock.state());
  if (state.mode === 'locked') {
    state = await succeeded(again.lock.unlock({ kind: 'passphrase', text: passphrase }));
  }
  await succeeded(again.journal.open());
  expect(await textsOf(again)).toEqual(payloads);
  const [file] = await succeeded(again.evidence.list());
  expect(await succeeded(again.evidence.get(file?.sha256 ?? ''))).toEqual(photo);
  expect(await succeeded(again.settings.read())).toMatchObject({ language: 'ko', draft: 'half' });
  const [snapshot] = (await succeeded(again.snapshots.state())).snapshots;
  const bytes = await succeeded(again.snapshots.read('first', snapshot?.name ?? ''));
  expect(await again.lock.openSnapshot({ bytes, secret: null })).toMatchObject({ ok: true });
  expect(state.unsealed).toBe(0);
  // The copy in the second folder is good as well, at the latest from the next backup on.
  await succeeded(again.snapshots.take('manual'));
  await succeeded(again.evidence.remove([file?.sha256 ?? '']));
  await succeeded(again.snapshots.take('manual'));
  expect(await succeeded(again.evidence.get(file?.sha256 ?? ''))).toEqual(photo);
  // Work goes on.
  await succeeded(again.journal.append(payloads.length + 1, ['{}']));
  return state.mode === 'off' ? 'off' : 'open';
}

/** Lists of names are asked for by the hundred and change nothing. */
const counted = (step: FileStep): boolean => step !== 'list';

/** Runs with the disk failing at each single step, and with a disk that fails for good there and a power cut. */
async function interruptEverywhere(
  prepare: (started: Started) => Promise<unknown>,
  run: (started: Started) => Promise<unknown>,
): Promise<Readonly<Record<'off' | 'open', number>>> {
  const became = { off: 0, open: 0 };
  const { files: first, started: undisturbed } = await laptop();
  await prepare(undisturbed);
  first.failWhen(() => undefined);
  await run(undisturbed);
  const steps = first.steps.filter(counted).length;
  for (let at = 0; at < steps; at++) {
    for (const kind of ['once', 'power cut'] as const) {
      const { files, started } = await laptop();
      await prepare(started);
      let count = -1;
      files.failWhen((step) => {
        if (!counted(step)) return undefined;
        count++;
        return kind === 'once' ? (count === at ? 'EIO' : undefined) : count >= at ? 'EIO' : undefined;
      });
      await run(started);
      files.failWhen(() => undefined);
      if (kind === 'power cut') files.powerCut();
      became[await expectWhole(files)]++;
    }
  }
  return became;
}

test('whatever step of switching on is interrupted, all is there, plain or behind the passphrase', async () => {
  const became = await interruptEverywhere(
    async () => undefined,
    (started) => started.lock.enable({ passphrase, recoveryKey }),
  );
  // Both outcomes were met, so the interruptions reached before and behind the turning point.
  expect(became.off).toBeGreaterThan(20);
  expect(became.open).toBeGreaterThan(20);
}, 120_000);

test('whatever step of switching off is interrupted, all is there', async () => {
  const became = await interruptEverywhere(
    (started) => started.lock.enable({ passphrase, recoveryKey }),
    (started) => started.lock.disable(passphrase),
  );
  expect(became.off).toBeGreaterThan(5);
  expect(became.open).toBeGreaterThan(20);
}, 120_000);

test('whatever step of changing the passphrase is interrupted, one of both opens', async () => {
  const next = 'eight loud trains at dawn';
  for (let at = 0; at < 40; at++) {
    const { files, started } = await laptop();
    await succeeded(started.lock.enable({ passphrase, recoveryKey }));
    let count = -1;
    files.failWhen(() => (++count >= at ? 'EIO' : undefined));
    const current = { kind: 'passphrase', text: passphrase } as const;
    await started.lock.change({ current, passphrase: next, recoveryKey: null });
    files.failWhen(() => undefined);
    files.powerCut();
    const opened = [passphrase, next].map(async (text) => {
      const tried = await startedOn(files).lock.unlock({ kind: 'passphrase', text });
      return tried.ok;
    });
    expect(await Promise.all(opened)).toContain(true);
  }
}, 120_000);
