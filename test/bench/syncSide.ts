/** One side of the sync bench in a process of its own, so that its peak of memory is its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import daff from 'daff';
import { zlibInflate } from '../../electron/services/zlibInflate.ts';
import { recordSetOf } from '../../shared/records/recordSet.ts';
import { overlaySet } from '../../shared/sync/overlay.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';
import { planImport } from '../../shared/workbook/planImport.ts';
import { readWorkbook } from '../../shared/workbook/read/readWorkbook.ts';
import { freshReplica } from './benchRecords.ts';
import { readAlone } from './readAlone.ts';
import { syncFileNames } from './syncFiles.ts';

/** What a side tells the bench: milliseconds (and those of processors), resident megabytes before its work and at the peak, rows changed. */
export interface SideResult {
  readonly milliseconds: number;
  readonly processor: number;
  readonly before: number;
  readonly peak: number;
  readonly changed: number;
  readonly parts: Readonly<Record<string, number>>;
}

const [side = '', folder = ''] = process.argv.slice(2);
const fileOf = (name: keyof typeof syncFileNames): Uint8Array =>
  readFileSync(join(folder, syncFileNames[name]));
const textOf = (name: keyof typeof syncFileNames): string => new TextDecoder().decode(fileOf(name));

const work = prepared();
globalThis.gc?.();
const before = process.memoryUsage.rss() / 1024 / 1024;
const start = performance.now();
const processorStart = process.cpuUsage();
const { changed, parts } = await work();
const used = process.cpuUsage(processorStart);
const result: SideResult = {
  milliseconds: performance.now() - start,
  processor: (used.user + used.system) / 1000,
  before,
  peak: process.resourceUsage().maxRSS / 1024,
  changed,
  parts,
};
process.send?.(result);

type Done = Pick<SideResult, 'changed' | 'parts'>;

function prepared(): () => Promise<Done> {
  switch (side) {
    case 'fieldbook':
      return fieldbookSide();
    case 'library': {
      const bytes = fileOf('workbook');
      return async () => ({ changed: readAlone(bytes).length, parts: {} });
    }
    case 'daff': {
      const texts = { parent: textOf('parent'), local: textOf('local'), remote: textOf('remote') };
      return async () => daffSide(texts);
    }
    default:
      throw new Error(`no side ${side}`);
  }
}

function fieldbookSide(): () => Promise<Done> {
  const receiver = freshReplica('benchoffice1', 2);
  // The boundary: the bench itself wrote these records.
  receiver.records = recordSetOf(deserialize(fileOf('records')) as readonly StoredRecord[]);
  const bytes = fileOf('workbook');
  return async () => {
    const times = [performance.now()];
    const read = await readWorkbook(bytes, 'received.xlsx', {}, zlibInflate);
    if (!read.ok) throw new Error(read.error.detail);
    times.push(performance.now());
    const plan = planImport({ name: 'received.xlsx', grid: read.value }, receiver.planContext());
    if (!plan.ok) throw new Error(plan.error.detail);
    times.push(performance.now());
    const { counts, changes } = plan.value;
    if (counts.rejected + counts.added + counts.deleted > 0) throw new Error(JSON.stringify(counts));
    receiver.records = overlaySet(receiver.records, changes);
    receiver.records.all('consultation');
    times.push(performance.now());
    const part = (index: number): number => (times[index + 1] ?? 0) - (times[index] ?? 0);
    return {
      changed: counts.updated + counts.conflict,
      parts: { read: part(0), plan: part(1), join: part(2) },
    };
  };
}

function daffSide(texts: Readonly<Record<'parent' | 'local' | 'remote', string>>): Done {
  const csv = new daff.Csv();
  const start = performance.now();
  const [parent, local, remote] = [texts.parent, texts.local, texts.remote].map((text) =>
    csv.makeTable(text),
  );
  if (parent === undefined || local === undefined || remote === undefined) throw new Error('no tables');
  const read = performance.now() - start;
  const flags = new daff.CompareFlags();
  flags.addPrimaryKey('ID');
  const conflicts = new daff.Merger(parent, local, remote, flags).apply();
  let edited = conflicts;
  for (let row = 0; row < local.height; row++)
    if (String(local.getCell(6, row)).startsWith('Edited ')) edited += 1;
  return { changed: edited, parts: { read, merge: performance.now() - start - read } };
}
