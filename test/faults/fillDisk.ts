import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileOperations } from '../../electron/services/fileOperations.ts';
import { openableJournal } from '../../electron/services/journal.ts';
import { createSettingsFile } from '../../electron/services/settingsFile.ts';
import { createSnapshotService } from '../../electron/services/snapshots.ts';
import { loadSnapshot } from '../../shared/snapshot/loadSnapshot.ts';
import { isPrefixOf, payloadsOf, samples } from './faultWorld.ts';
import { mountSmallDisk, unmountSmallDisk } from './smallDisk.ts';

export interface DiskFigures {
  readonly acknowledged: number;
  /** Saves and snapshots that were refused on the full disk. */
  readonly refused: number;
  readonly wrong: readonly string[];
}

/** Fills a real small disk (a mounted tmpfs) while saving and taking snapshots; null where none can be mounted. */
export async function fillDisk(): Promise<DiskFigures | null> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldbook-disk-'));
  if (!mountSmallDisk(folder, '2m')) {
    await rm(folder, { recursive: true });
    return null;
  }
  try {
    return await fill(folder);
  } finally {
    unmountSmallDisk(folder);
    await rm(folder, { recursive: true });
  }
}

async function fill(folder: string): Promise<DiskFigures> {
  const parts = { operations: nodeFileOperations };
  const journalPath = join(folder, 'data', 'journal.fbj');
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'ballast'), new Uint8Array(500_000));
  const journal = openableJournal(journalPath, nodeFileOperations);
  const snapshots = createSnapshotService({
    ...parts,
    folder: join(folder, 'data', 'snapshots'),
    evidence: join(folder, 'data', 'evidence'),
    journal,
    settings: createSettingsFile(join(folder, 'settings.json'), parts),
    memory: createSettingsFile(join(folder, 'backups.json'), parts),
    clock: { now: () => Date.now() },
    appVersion: '0.1.0',
  });
  await journal.open();
  const wrong: string[] = [];
  const held: string[] = [];
  let refused = 0;
  for (let turn = 0; refused < 50; turn++) {
    const payload = samples[turn % samples.length] ?? '';
    const saved = await journal.append(held.length + 1, [payload]);
    if (saved.ok) held.push(payload);
    else refused++;
    if (turn % 50 === 0 && !(await snapshots.take('manual')).ok) refused++;
  }
  if (!isPrefixOf(held, await payloadsOf(journal)))
    wrong.push('an acknowledged entry is lost on the full disk');
  // Somebody makes room: it works again by itself.
  await rm(join(folder, 'ballast'));
  if (!(await journal.append(held.length + 1, ['{}'])).ok)
    wrong.push('nothing can be saved after room was made');
  if (!(await snapshots.take('manual')).ok) wrong.push('no snapshot after room was made');
  await journal.close();
  const again = openableJournal(journalPath, nodeFileOperations);
  await again.open();
  if (!isPrefixOf([...held, '{}'], await payloadsOf(again))) wrong.push('an acknowledged entry is lost');
  await again.close();
  wrong.push(...(await badSnapshots(snapshots)));
  return { acknowledged: held.length, refused, wrong };
}

async function badSnapshots(service: ReturnType<typeof createSnapshotService>): Promise<readonly string[]> {
  const state = await service.state();
  if (!state.ok) return ['the snapshots cannot be listed'];
  const bad: string[] = [];
  for (const { name } of state.value.snapshots) {
    const read = await service.read('first', name);
    if (!read.ok || !loadSnapshot(read.value, () => undefined).ok) bad.push(`${name} does not load`);
  }
  return bad;
}
