import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileToRead, planEach, unpacked } from '../../../../../renderer/features/exchange/readFiles.ts';
import {
  type ReceiveContext,
  receiveActions,
} from '../../../../../renderer/features/exchange/receiveActions.ts';
import { keepFiles, withPack } from '../../../../../renderer/features/exchange/receivedPack.ts';
import type { ReceivedFile } from '../../../../../renderer/features/exchange/receiveState.ts';
import { createReceiveStore } from '../../../../../renderer/features/exchange/receiveStore.ts';
import { ok } from '../../../../../shared/core/result.ts';
import { type OpenedPack, readPack } from '../../../../../shared/exchangePack/readPack.ts';
import { nodeHash, packOf, sha256Of } from '../../../../support/exchangePacks.ts';
import { MemoryHost } from '../../../../support/memoryHost.ts';
import { Laptop } from '../../storage/laptop.ts';
import { handMadePlan } from './handMadePlan.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const [hall, list] = [bytesOf('a photo of the hall'), bytesOf('%PDF names')];

async function openedPack(): Promise<{ readonly archive: Uint8Array; readonly pack: OpenedPack }> {
  const archive = await packOf(bytesOf('workbook'), { 'Events/hall.jpg': hall, 'Events/list.pdf': list });
  const pack = await readPack(archive, 'pack.zip', { hash: nodeHash });
  if (!pack.ok) throw new Error(pack.error.code);
  return { archive, pack: pack.value };
}

const received = (key: string, bytes: Uint8Array): ReceivedFile => ({
  key,
  name: `${key}.zip`,
  bytes,
  password: null,
});

test('of the files that came along only new ones are kept, each once by its content', async () => {
  const host = new MemoryHost();
  await host.evidence.put(list);
  const { archive, pack } = await openedPack();
  const file = await withPack(received('a', archive), pack, host.evidence);
  expect(file.bytes).toEqual(bytesOf('workbook'));
  expect(file.pack).toMatchObject({ hereAlready: 1, fresh: [{ name: 'hall.jpg' }] });
  if (file.pack === undefined) throw new Error('the pack is there');
  expect(await keepFiles(file.pack, host.evidence)).toEqual({ kept: 1, failed: [] });
  const kept = await host.evidence.get(sha256Of(hall));
  expect(kept).toEqual(ok(hall));
});

test('a file that the disk refuses stops no other and is told', async () => {
  const host = new MemoryHost();
  const { archive, pack } = await openedPack();
  const file = await withPack(received('a', archive), pack, host.evidence);
  if (file.pack === undefined) throw new Error('the pack is there');
  host.failWhen((call, count) => (call === 'evidence.put' && count === 1 ? 'NO_SPACE' : undefined));
  expect(await keepFiles(file.pack, host.evidence)).toEqual({
    kept: 1,
    failed: [{ name: 'hall.jpg', code: 'NO_SPACE' }],
  });
});

function contextOf(host: MemoryHost, unpack: ReceiveContext['unpack']) {
  const receive = createReceiveStore();
  const asked: string[][] = [];
  const context = {
    receive,
    services: { host },
    store: { records: null },
    unpack,
    planFiles: async (_: unknown, files: readonly { readonly name: string }[]) => {
      asked.push(files.map(({ name }) => name));
      return files.map(() => ok(handMadePlan()));
    },
  };
  // The boundary of the test: only what reading files asks for is given.
  return { context: context as unknown as ReceiveContext, receive, asked };
}

test('a pack is looked into once, a refused one is not planned, and the others keep their places', async () => {
  const host = new MemoryHost();
  const good = await packOf(bytesOf('workbook'), { 'Events/hall.jpg': hall });
  const bad = zipSync({ 'fieldbook-pack.json': bytesOf('{}') });
  let looks = 0;
  const { context, receive, asked } = contextOf(host, async ({ name, bytes }) => {
    looks += 1;
    return readPack(bytes, name, { hash: nodeHash });
  });
  const files = [received('good', good), received('bad', bad), received('plain', bytesOf('a,b'))];
  receive.dispatch({ type: 'filesAdded', files });
  const state = receive.getState();
  if (state.step !== 'reading') throw new Error('reading');
  const known = await unpacked(context, state, new AbortController().signal);
  if (known === null) throw new Error('nobody cancelled');
  expect(known.map(({ pack, refused }) => [pack?.fresh.length, refused?.code])).toEqual([
    [1, undefined],
    [undefined, 'DAMAGED'],
    [undefined, undefined],
  ]);
  expect(receive.getState()).toMatchObject({ files: known });

  const again = await unpacked(context, { ...state, files: known }, new AbortController().signal);
  expect(again).toEqual(known);
  expect(looks).toBe(2);
  // The boundary of the test: the options are handed through.
  const options = {} as Parameters<typeof planEach>[2];
  const plans = await planEach(context, known, options, {});
  expect(asked).toEqual([['good.zip', 'plain.zip']]);
  expect(plans?.map((plan) => (plan.ok ? 'planned' : plan.error.code))).toEqual([
    'planned',
    'DAMAGED',
    'planned',
  ]);
});

test('what is read in another thread goes there without the pack', () => {
  const file = { ...received('a', hall), pack: { archive: list, fresh: [], hereAlready: 0, notes: [] } };
  expect(fileToRead(file)).toEqual({ name: 'a.zip', bytes: hall, password: null });
});

test('where nothing is saved no file that came along is written either', async () => {
  const laptop = new Laptop();
  const store = await laptop.open();
  const { archive, pack } = await openedPack();
  const { context, receive } = contextOf(laptop.host, async () => ok(pack));
  const file = await withPack(received('a', archive), pack, laptop.host.evidence);
  receive.dispatch({ type: 'filesAdded', files: [file] });
  receive.dispatch({
    type: 'planned',
    run: 1,
    plans: [{ file, result: ok({ ...handMadePlan(), changes: [] }) }],
  });
  store.setHandedOver(true);
  await receiveActions({ ...context, store }).commit();
  expect(receive.getState()).toMatchObject({
    outcomes: [{ kind: 'notSaved', error: { code: 'HANDED_OVER' } }],
  });
  expect(laptop.host.evidenceFolder.files.size).toBe(0);
});
