import type { EvidencePort } from '../../shared/ipc/host.ts';
import { filesOf } from '../../shared/records/namedFiles.ts';
import type { RecordSet } from '../../shared/records/recordSet.ts';
import { samplePictures } from '../../shared/records/sample/samplePictures.ts';
import type { StoredRecord } from '../../shared/sync/record.ts';

/**
 * Keeps the pictures that the sample's stories name. A sample goes without them where they cannot be kept: its stories
 * then say so, as for every photo that is not on this computer.
 */
export async function keepSamplePictures(evidence: EvidencePort): Promise<void> {
  const listed = await evidence.list();
  const here = new Set(listed.ok ? listed.value.map(({ sha256 }) => sha256) : []);
  for (const { bytes, sha256 } of samplePictures()) {
    if (!here.has(sha256)) await evidence.put(bytes.slice());
  }
}

/** Keeps those that sample records name and that are not here: the sample came back by an undo or with a workbook. */
export async function keepMissingSamplePictures(
  evidence: EvidencePort,
  files: readonly StoredRecord[],
): Promise<void> {
  const listed = await evidence.list();
  if (!listed.ok) return;
  const here = new Set(listed.value.map(({ sha256 }) => sha256));
  const isMissing = files.some(
    ({ sample, values }) => sample && typeof values.sha256 === 'string' && !here.has(values.sha256),
  );
  // Drawing them takes a moment, which most starts can do without.
  if (isMissing) await keepSamplePictures(evidence);
}

/** Takes those away that only sample records name that were removed; one's own that was deleted may come back. */
export async function removeSamplePictures(evidence: EvidencePort, records: RecordSet): Promise<void> {
  const named = new Set(
    [...records.all('evidence'), ...records.deleted('evidence')].flatMap((one) =>
      one.sample && one.deleted ? [] : filesOf(one),
    ),
  );
  const unnamed = samplePictures().filter(({ sha256 }) => !named.has(sha256));
  await evidence.remove(unnamed.map(({ sha256 }) => sha256));
}
