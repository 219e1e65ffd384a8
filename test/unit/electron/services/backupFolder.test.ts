import { expect, test } from 'vitest';
import { FaultyFiles } from '../../../support/faultyFiles.ts';
import { consultationPayloads } from '../../../support/journalSamples.ts';
import { type Started, startedOn, succeeded } from '../../../support/lockWorld.ts';

const shared = '/stick/Fieldbook backups';
const device = 'laptopaaaaaa';

async function begun(device: string, files = new FaultyFiles()): Promise<Started> {
  const laptop = startedOn(files, { device });
  await succeeded(laptop.lock.state());
  await succeeded(laptop.journal.open());
  await succeeded(laptop.journal.append(1, consultationPayloads(1)));
  return laptop;
}

/** The folder that backups go to when this one is chosen, and how many of the device are found in it. */
async function choose({ snapshots }: Started, path: string) {
  const { second, snapshots: listed } = await succeeded(snapshots.setSecondFolder(path));
  const found = listed.filter((one) => one.place === 'second' && one.device === device);
  return { path: second?.path, found: found.length };
}

/** Another laptop with the stick of the first one. */
async function successorOf(laptop: Started): Promise<Started> {
  const files = new FaultyFiles();
  for (const [path, bytes] of laptop.files.files) if (path.startsWith('/stick')) files.files.set(path, bytes);
  return begun('laptopbbbbbb', files);
}

test('whoever chooses the stick, the folder of backups that it shows or one in that, finds the same backups', async () => {
  const laptop = await begun(device);
  expect(await choose(laptop, '/stick')).toEqual({ path: shared, found: 1 });
  for (const path of ['/stick', shared, `${shared}/${device}`]) {
    expect(await choose(await successorOf(laptop), path), path).toEqual({ path: shared, found: 1 });
  }
  expect([...laptop.files.files.keys()].some((path) => path.includes('backups/Fieldbook backups'))).toBe(
    false,
  );
});

test('backups that a browser has put into the chosen folder itself are found', async () => {
  const laptop = await begun(device);
  await choose(laptop, '/stick');
  for (const [path, bytes] of [...laptop.files.files]) {
    if (!path.startsWith(shared)) continue;
    laptop.files.files.delete(path);
    // It makes neither a folder of its own nor a mark.
    if (path.endsWith('.fbs')) laptop.files.files.set(path.replace(shared, '/stick'), bytes);
  }
  for (const path of ['/stick', `/stick/${device}`]) {
    expect(await choose(await successorOf(laptop), path), path).toEqual({ path: '/stick', found: 1 });
  }
});

test('a folder into which somebody has saved copies is not taken for one of backups, whatever its name', async () => {
  const laptop = await begun(device);
  await choose(laptop, '/stick');
  const [copy] = [...laptop.files.files].filter(([path]) => path.endsWith('.fbs') && path.startsWith(shared));
  if (copy === undefined) throw new Error('no backup');
  const other = await begun('laptopbbbbbb');
  other.files.files.set(`/home/presentations/${copy[0].split('/').at(-1)}`, copy[1]);
  expect((await choose(other, '/home')).path).toBe('/home/Fieldbook backups');
  const path = '/home/presentations';
  expect((await choose(other, path)).path).toBe(`${path}/Fieldbook backups`);
});
