import { expect, test } from 'vitest';
import { sha256Hex } from '../../../../shared/core/hashing.ts';
import { type Fault, FaultyFiles, type FileStep } from '../../../support/faultyFiles.ts';
import { consultationPayloads, evidencePayload } from '../../../support/journalSamples.ts';
import {
  filesWith,
  passphrase,
  recoveryKey,
  type Started,
  startedOn,
  succeeded,
  textsOf,
} from '../../../support/lockWorld.ts';

const canary = 'CANARY-Ministry-of-Quiet-Boats';
const photo = new TextEncoder().encode(`a photo of ${canary}`);
const payloads = [
  ...consultationPayloads(5).map((text) => text.replace('agencies', canary)),
  evidencePayload(sha256Hex(photo)),
];
const draft = `half of ${canary}`;

async function laptop(): Promise<{ readonly files: FaultyFiles; readonly started: Started }> {
  const files = new FaultyFiles();
  const started = startedOn(files);
  await succeeded(started.lock.state());
  await succeeded(started.journal.open());
  await succeeded(started.journal.append(1, payloads));
  await succeeded(started.snapshots.take('manual'));
  await succeeded(started.evidence.put(photo));
  await succeeded(started.snapshots.setSecondFolder('/stick'));
  await succeeded(started.settings.write({ language: 'ko', draft }));
  return { files, started };
}

/**
 * What is there after a start, whichever of both it has become; all of it, and encrypted all of it nothing in plain text,
 * or the test fails.
 */
async function expectWhole(files: FaultyFiles, drafted = draft): Promise<'off' | 'open'> {
  const again = startedOn(files);
  let state = await succeeded(again.lock.state());
  if (state.mode === 'locked') {
    state = await succeeded(again.lock.unlock({ kind: 'passphrase', text: passphrase }));
  }
  await succeeded(again.journal.open());
  expect(await textsOf(again)).toEqual(payloads);
  const [file] = await succeeded(again.evidence.list());
  expect(await succeeded(again.evidence.get(file?.sha256 ?? ''))).toEqual(photo);
  expect(await succeeded(again.settings.read())).toMatchObject({ language: 'ko', draft: drafted });
  const [snapshot] = (await succeeded(again.snapshots.state())).snapshots;
  const bytes = await succeeded(again.snapshots.read('first', snapshot?.name ?? ''));
  expect(await again.lock.openSnapshot({ bytes, secret: null })).toMatchObject({ ok: true });
  expect(state.unsealed).toBe(0);
  expect(state.mode === 'open' ? filesWith({ files }, canary) : []).toEqual([]);
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

test('whatever step of switching off is interrupted, all is there, plain or behind the passphrase', async () => {
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

const evening = `an evening with ${canary}`;
const saved = new TextEncoder().encode(evening);

/** Saves a draft and a file while the journal is being replaced, and lets that fail there. */
async function saveMeanwhile({ files, settings, evidence }: Started, fault: Fault | undefined) {
  const saving: Promise<unknown>[] = [];
  let isFailing = false;
  files.failWhen((step, path) => {
    if (step === 'write' && path.endsWith('.new') && saving.length === 0) {
      saving.push(settings.write({ language: 'ko', draft: evening }), evidence.put(saved));
    }
    isFailing ||= step === 'rename' && path.endsWith('.new');
    return isFailing && path.includes('journal') ? fault : undefined;
  });
  return async () => {
    expect(saving).toHaveLength(2);
    for (const one of await Promise.all(saving)) expect(one).toMatchObject({ ok: true });
  };
}

async function expectSaved(files: FaultyFiles): Promise<'off' | 'open'> {
  const again = startedOn(files);
  const { mode } = await succeeded(again.lock.state());
  if (mode === 'locked') await succeeded(again.lock.unlock({ kind: 'passphrase', text: passphrase }));
  const names = (await succeeded(again.evidence.list())).map(({ sha256 }) => sha256);
  const kept = await Promise.all(names.map((name) => succeeded(again.evidence.get(name))));
  expect(kept.map((bytes) => new TextDecoder().decode(bytes))).toContain(evening);
  expect(await succeeded(again.settings.read())).toMatchObject({ draft: evening });
  return mode === 'off' ? 'off' : 'open';
}

test('what is saved while switching on fails is there afterwards, at once and after a start', async () => {
  const { files, started } = await laptop();
  const savings = await saveMeanwhile(started, 'EIO');
  expect(await started.lock.enable({ passphrase, recoveryKey })).toMatchObject({ ok: false });
  await savings();
  files.failWhen(() => undefined);
  expect(await succeeded(started.settings.read())).toMatchObject({ draft: evening });
  expect(await expectSaved(files)).toBe('off');
  // It can be tried again.
  await succeeded(started.journal.open());
  expect(await succeeded(started.lock.enable({ passphrase, recoveryKey }))).toMatchObject({ unsealed: 0 });
  expect(await expectSaved(files)).toBe('open');
  expect(filesWith({ files }, canary)).toEqual([]);
});

test('what is saved while the power is cut during switching on is there afterwards', async () => {
  const { files, started } = await laptop();
  const savings = await saveMeanwhile(started, undefined);
  let cut = new FaultyFiles();
  const rename = files.rename.bind(files);
  files.rename = async (from, to) => {
    if (from.endsWith('.new')) {
      await savings();
      // The medium as it is at this moment.
      cut = files.afterPowerCut();
    }
    return rename(from, to);
  };
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  expect(await expectSaved(cut)).toBe('off');
  expect(await expectSaved(files)).toBe('open');
  expect(filesWith({ files }, canary)).toEqual([]);
});

test('a switching on that cannot tell what it became keeps its key until the journal can be read', async () => {
  const { files, started } = await laptop();
  let isBehind = false;
  files.failWhen((step, path) => {
    const isJournal = path.endsWith('journal.fbj') || path === '/data';
    if (isBehind && isJournal && step !== 'rename') return 'EIO';
    isBehind ||= step === 'rename' && path.endsWith('.new');
    return undefined;
  });
  expect(await started.lock.enable({ passphrase, recoveryKey })).toMatchObject({ ok: false });
  await succeeded(started.settings.write({ language: 'ko', draft }));
  files.failWhen(() => undefined);
  await succeeded(started.journal.open());
  expect(await succeeded(started.lock.state())).toMatchObject({ mode: 'open', unsealed: 0 });
  expect(await textsOf(started)).toEqual(payloads);
  expect(await expectWhole(files)).toBe('open');
});

test('a switching off that failed at its end, and cannot say so, seals nothing with a key that may go', async () => {
  const { files, started } = await laptop();
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  let isBehind = false;
  files.failWhen((step, path) => {
    if (isBehind && path.includes('key.json')) return 'ENOSPC';
    if (step === 'syncFolder' && path === '/data' && isBehind) return 'EIO';
    isBehind ||= step === 'rename' && path.endsWith('.new');
    return undefined;
  });
  expect(await started.lock.disable(passphrase)).toMatchObject({ ok: false });
  expect(await succeeded(started.lock.state())).toMatchObject({ mode: 'open', unsealed: 1 });
  await succeeded(started.settings.write({ language: 'ko', draft }));
  files.failWhen(() => undefined);
  const { files: unplugged } = startedOn(files.afterPowerCut());
  expect(await expectWhole(unplugged)).toMatch(/off|open/);
  // It can be tried again, or locked, which then says what it became.
  expect(await succeeded(started.lock.lock())).toMatchObject({ mode: 'off' });
  expect(await expectWhole(files)).toBe('off');
});

test('while a switching off that failed is taken back, no power cut costs the key of what is sealed again', async () => {
  const { files, started } = await laptop();
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  const cuts: FaultyFiles[] = [];
  let renames = 0;
  let isUnflushed = false;
  files.failWhen((step, path) => {
    if (step === 'rename' && path.endsWith('.new')) renames++;
    if (renames === 0 || !counted(step)) return undefined;
    if (isUnflushed) cuts.push(files.afterPowerCut());
    // The journal became plain, its folder could not be flushed, and there is no room to write it again.
    if (!isUnflushed && step === 'syncFolder' && path === '/data') {
      isUnflushed = true;
      return 'EIO';
    }
    return step === 'write' && path.endsWith('.new') ? 'ENOSPC' : undefined;
  });
  expect(await started.lock.disable(passphrase)).toMatchObject({ ok: false });
  expect(await succeeded(started.lock.state())).toMatchObject({ mode: 'open', unsealed: 1 });
  files.failWhen(() => undefined);
  expect(cuts.length).toBeGreaterThan(20);
  for (const cut of cuts) await expectWhole(cut);
  expect(await expectWhole(files)).toBe('open');
});

test('a file that is just being written while it is switched off ends in plain text', async () => {
  const { files, started } = await laptop();
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  await succeeded(started.settings.write({ language: 'ko', draft: evening }));
  const open = files.open.bind(files);
  let isHeld = true;
  files.open = async (path, mode) => {
    // What was sealed for it before reaches the medium late.
    while (isHeld && path.endsWith('.tmp') && path.includes(sha256Hex(saved)))
      await new Promise(setImmediate);
    return open(path, mode);
  };
  const saving = started.evidence.put(saved);
  let isOff = false;
  const switching = started.lock.disable(passphrase).finally(() => {
    isOff = true;
  });
  for (let ticks = 0; ticks < 1000 && !isOff; ticks++) await new Promise(setImmediate);
  isHeld = false;
  await succeeded(saving);
  expect(await succeeded(switching)).toMatchObject({ mode: 'off' });
  expect(await expectSaved(files)).toBe('off');
});

test('a journal in the other form that a power cut left beside the real one is removed by the next start', async () => {
  const { files, started } = await laptop();
  await succeeded(started.lock.enable({ passphrase, recoveryKey }));
  let left: Uint8Array | undefined;
  files.failWhen((step, path) => {
    if (step === 'rename' && path.endsWith('.new')) left = files.bytesOf(path);
    return left === undefined ? undefined : 'EIO';
  });
  await started.lock.disable(passphrase);
  files.failWhen(() => undefined);
  files.powerCut();
  // Some file systems keep the name of a file with what was flushed to it.
  files.files.set('/data/journal.fbj.new', left ?? new Uint8Array(0));
  expect(filesWith({ files }, canary)).toContain('/data/journal.fbj.new');
  expect(await succeeded(startedOn(files).lock.state())).toMatchObject({ mode: 'locked' });
  expect(files.files.has('/data/journal.fbj.new')).toBe(false);
  expect(await expectWhole(files)).toBe('open');
});
