// A host that works until it is killed: saves, imports, snapshots and restores on real files, and says on its standard
// output what it begins and what it acknowledges. Started by killHost.ts.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { nodeFileOperations } from '../../electron/services/fileOperations.ts';
import { openableJournal } from '../../electron/services/journal.ts';
import { createSettingsFile } from '../../electron/services/settingsFile.ts';
import { createSnapshotService } from '../../electron/services/snapshots.ts';
import { fingerprintOf, payloadsOf, restoreMark, victimPayloads } from './faultWorld.ts';

const [, , folder = '', start = '0'] = argv;
const parts = { operations: nodeFileOperations };
const journal = openableJournal(join(folder, 'journal.fbj'), nodeFileOperations);
const snapshots = createSnapshotService({
  ...parts,
  folder: join(folder, 'snapshots'),
  evidence: join(folder, 'evidence'),
  journal,
  settings: createSettingsFile(join(folder, 'settings.json'), parts),
  memory: createSettingsFile(join(folder, 'backups.json'), parts),
  clock: { now: () => Date.now() },
  appVersion: '0.1.0',
});

const isManual = ({ name }: { readonly name: string }): boolean => name.includes('-manual');
const tell = (text: string): void => void writeSync(1, `${text}\n`);

const opened = await journal.open();
if (!opened.ok) throw new Error(opened.error.detail);
let last = opened.value.lastSequence;
tell(`ready ${fingerprintOf(await payloadsOf(journal))}`);
for (let turn = Number(start); ; turn++) {
  const kind = turn % 11;
  if (kind === 7) {
    const taken = await snapshots.take('manual');
    const state = await snapshots.state();
    if (!taken.ok || !state.ok) throw new Error('no snapshot was taken');
    tell(`snapshot ${state.value.snapshots.find(isManual)?.name}`);
  } else if (kind === 10) {
    const state = await snapshots.state();
    // Those that a restore takes by itself go again before anybody can look at them.
    const name = state.ok ? state.value.snapshots.find(isManual)?.name : undefined;
    const bytes = name === undefined ? null : await snapshots.read('first', name);
    if (bytes?.ok !== true) continue;
    tell(`restoring ${turn} ${name}`);
    const restored = await snapshots.restore(bytes.value, restoreMark(turn));
    if (!restored.ok) throw new Error(restored.error.detail);
    last = restored.value.lastSequence;
    tell(`restored ${turn}`);
  } else {
    // Every fourth is an import: 30 entries that belong together.
    const size = kind % 4 === 3 ? 30 : 1;
    tell(`saving ${turn} ${size}`);
    const appended = await journal.append(last + 1, victimPayloads(turn, size));
    if (!appended.ok) throw new Error(appended.error.detail);
    last = appended.value.lastSequence;
    tell(`saved ${turn} ${size}`);
  }
}
