import { derivedRecordId, isRecordId, type RecordId } from '../../core/ids.ts';
import { sealedReportOf, sealHash, sealNamesIn, sealText } from '../../reports/periodic/sealedReport.ts';
import { textToPieces } from '../../reports/periodic/sealedText.ts';
import type { AnyValues } from '../../schema/fieldSpec.ts';
import type { StoredRecord } from '../../sync/record.ts';
import { type RecordSet, recordSetOf } from '../recordSet.ts';
import { recordsOf } from '../recordsOf.ts';
import type { ValuesByType } from '../registry.ts';
import type { SampleCenter, SampleRecord } from './generateSample.ts';

/** The sample's records and the centers that it is for, as a workspace would hold them. */
export function sampleRecordSet(
  records: readonly SampleRecord[],
  centers: readonly SampleCenter[],
): RecordSet {
  return recordSetOf([
    ...centers.map(({ id, country, since }) => stored('center', id, { country, since, phase: 1 })),
    ...records.map(({ type, id, values }) => stored(type, id, values)),
  ]);
}

/** The sample's records with its submitted reports sealed as the product seals them, and with the steps they took. */
export function sealedSample(
  records: readonly SampleRecord[],
  centers: readonly SampleCenter[],
): readonly SampleRecord[] {
  const set = sampleRecordSet(records, centers);
  const names = sealNamesIn(set);
  const made: SampleRecord[] = [];
  const hashes = new Map<RecordId, string>();
  for (const report of recordsOf(set, 'report')) {
    const { center, status, submittedOn } = report.values;
    const sealed = submittedOn === undefined ? null : sealedReportOf(set, report, submittedOn, { names });
    if (sealed === null || center === undefined || submittedOn === undefined) continue;
    const hash = sealHash(sealed);
    hashes.set(report.id, hash);
    textToPieces(sealText(sealed)).forEach((content, index, { length: parts }) => {
      const id = derivedRecordId('seal', report.id, hash, String(index + 1));
      made.push({
        type: 'sealPart',
        id,
        values: { center, report: report.id, hash, part: index + 1, parts, content },
      });
    });
    made.push(step(report.id, { center, step: 'submitted', hash }, `${submittedOn}T08:00:00Z`));
    if (status === 'returned' || status === 'accepted') {
      const { returnNote: note } = report.values;
      const why = status === 'returned' && note !== undefined ? { note } : {};
      made.push(step(report.id, { center, step: status, hash, ...why }, `${submittedOn}T09:30:00Z`));
    }
  }
  const sealedRecords = records.map((record) => {
    const snapshotHash = hashes.get(record.id);
    return snapshotHash === undefined ? record : { ...record, values: { ...record.values, snapshotHash } };
  });
  return [...sealedRecords, ...made];
}

function step(report: RecordId, values: ValuesByType['reportStep'], utc: string): SampleRecord {
  const by = values.step === 'submitted' ? 'Head of center (sample)' : 'Programme officer (sample)';
  return {
    type: 'reportStep',
    id: derivedRecordId('sample step', report, values.step ?? ''),
    values: { ...values, report, at: { utc, zone: 'Asia/Seoul' }, by },
  };
}

function stored(type: string, id: RecordId, values: AnyValues): StoredRecord {
  const { center } = values;
  return {
    id,
    type,
    centerId: type === 'center' ? id : isRecordId(center) ? center : null,
    values,
    stamps: {},
    knows: {},
    siblings: {},
    deleted: false,
    deletedSeeing: [],
    resolved: {},
    sample: true,
    createdBy: '',
    createdAt: 0,
  };
}
