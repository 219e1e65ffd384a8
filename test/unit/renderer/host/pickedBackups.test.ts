import { expect, test } from 'vitest';
import { backupsIn } from '../../../../renderer/host/pickedBackups.ts';
import { SnapshotWriter } from '../../../../shared/snapshot/writeSnapshot.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';

/** A folder as the browser gives it, with what is in it. */
class Picked {
  readonly kind = 'directory';
  readonly folders = new Map<string, Picked>();
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly name: string;
  isAway = false;

  constructor(name: string, ...inside: readonly Picked[]) {
    this.name = name;
    for (const folder of inside) this.folders.set(folder.name, folder);
  }

  with(name: string, bytes: Uint8Array = new Uint8Array(0)): this {
    this.files.set(name, new Uint8Array(bytes));
    return this;
  }

  async *entries() {
    if (this.isAway) throw new DOMException('no such folder', 'NotFoundError');
    yield* this.folders;
    for (const name of this.files.keys()) yield [name, { kind: 'file' }] as const;
  }

  async getDirectoryHandle(name: string, { create = false } = {}) {
    const found = this.folders.get(name);
    if (found !== undefined) return found;
    if (!create) throw new DOMException('no such folder', 'NotFoundError');
    const made = new Picked(name);
    this.folders.set(name, made);
    return made;
  }

  async getFileHandle(name: string, { create = false } = {}) {
    if (!this.files.has(name) && !create) throw new DOMException('no such file', 'NotFoundError');
    let written = new Uint8Array(0);
    return {
      getFile: async () => new File([this.files.get(name) ?? written], name),
      createWritable: async () => ({
        write: async (bytes: Uint8Array<ArrayBuffer>) => {
          written = bytes;
        },
        close: async () => void this.files.set(name, written),
      }),
    };
  }
}

const found = (picked: Picked) => backupsIn(picked as unknown as FileSystemDirectoryHandle);

const device = 'samplelaptop';
const name = 'fieldbook-20261126T090000000Z-manual.fbs';

function backup(): Uint8Array {
  const writer = new SnapshotWriter();
  writer.add({ sequence: 1, payload: consultationPayloads(1)[0] ?? '' });
  return writer.finish({ appVersion: '0.0.0', device, takenAt: 0, reason: 'manual' }).bytes;
}

const deviceFolder = (): Picked => new Picked(device).with(name, backup());
const made = (): Picked => new Picked('Fieldbook backups', deviceFolder()).with('fieldbook-backups.txt');

test('backups of the installed program are found on the stick and in the folder that it has made there', async () => {
  expect(await (await found(made())).folder.names()).toContain(`${device}/${name}`);
  const onStick = await found(new Picked('stick', made()).with('holiday.jpg'));
  expect(onStick.path).toBe('stick/Fieldbook backups');
  expect(await onStick.folder.names()).toContain(`${device}/${name}`);
});

test('a folder that a browser has written stays the one, whatever an installed program makes in it later', async () => {
  const stick = new Picked(
    'stick',
    deviceFolder(),
    new Picked('Fieldbook backups').with('fieldbook-backups.txt'),
  );
  const { path, folder } = await found(stick);
  expect(path).toBe('stick');
  expect(await folder.names()).toEqual([`${device}/${name}`]);
});

test('an empty folder is taken as it is', async () => {
  const stick = new Picked('stick');
  const { path, folder } = await found(stick);
  await folder.write(`${device}/${name}`, backup());
  expect(path).toBe('stick');
  expect([...(stick.folders.get(device)?.files.keys() ?? [])]).toEqual([name]);
});

test('in an installation’s own folder its backups are its own, and nobody’s copies are mixed with them', async () => {
  const own = deviceFolder();
  const { folder, evidenceOf } = await found(own);
  expect(await folder.names()).toEqual([`${device}/${name}`]);
  expect(await folder.read(`${device}/${name}`)).toEqual(backup());
  const next = name.replace('26T', '27T');
  await folder.write(`${device}/${next}`, backup());
  expect([...own.files.keys()]).toEqual([name, next]);
  await evidenceOf(device).write('a', Uint8Array.of(1));
  expect(await evidenceOf(device).names()).toEqual(['a']);
  expect(await evidenceOf(null).names()).toEqual([]);
  await folder.write(`laptopbbbbbb/${name}`, backup());
  expect(await folder.names()).toContain(`laptopbbbbbb/${name}`);
});

test('a stick that is away is not taken for an empty folder', async () => {
  const stick = new Picked('stick');
  stick.isAway = true;
  await expect(found(stick)).rejects.toThrow('no such folder');
  stick.isAway = false;
  const { isThere } = await found(stick);
  expect(await isThere()).toBe(true);
  stick.isAway = true;
  expect(await isThere()).toBe(false);
});
