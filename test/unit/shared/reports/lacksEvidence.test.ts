import { expect, test } from 'vitest';
import { derivedRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import { recordSetOf } from '../../../../shared/records/recordSet.ts';
import { definitionOf } from '../../../../shared/records/registry.ts';
import { lacksEvidence } from '../../../../shared/reports/lacksEvidence.ts';
import type { AnyValues } from '../../../../shared/schema/fieldSpec.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';

const center = derivedRecordId('center');
const other = derivedRecordId('other center');
const sheet = derivedRecordId('sheet');
const photo = derivedRecordId('photo');
const today = '2026-11-23';

function record(
  type: string,
  name: string,
  values: AnyValues,
  change: Partial<StoredRecord> = {},
): StoredRecord {
  return {
    id: derivedRecordId(name),
    type,
    centerId: center,
    values,
    stamps: {},
    createdBy: 'Kim',
    createdAt: 0,
    deleted: false,
    sample: false,
    knows: {},
    siblings: {},
    deletedSeeing: [],
    resolved: {},
    ...change,
  };
}

const files = [
  record('evidence', 'sheet', { fileName: 'a.pdf', kind: 'attendanceSheet', sha256: 'a1'.repeat(32) }),
  record('evidence', 'photo', { fileName: 'a.jpg', kind: 'photo', keptAt: 'Folder 3' }),
];

function gapsOf(records: readonly StoredRecord[], centerId: RecordId | null = null) {
  const gaps = lacksEvidence(recordSetOf([...files, ...records]), { today, centerId });
  return gaps.map(({ code, ids }) => [code, ids]);
}

test.each([
  ['MILESTONE', 'milestone', { status: 'done' }, { status: 'planned' }],
  ['MILESTONE', 'milestone', { status: 'done' }, { status: 'done', evidenceFiles: [photo] }],
  ['DELIVERABLE', 'deliverable', { doneOn: today }, { due: today }],
  ['DELIVERABLE', 'deliverable', { doneOn: today }, { doneOn: today, evidenceFiles: [photo] }],
  ['DELIVERABLE', 'deliverable', { doneOn: today }, { doneOn: today, evidenceNote: 'Folder 5' }],
  ['ADVICE', 'consultation', { result: 'adopted' }, { result: 'accepted' }],
  ['ADVICE', 'consultation', { result: 'adopted' }, { result: 'adopted', evidenceNote: 'Letter 12' }],
  ['TRAINING', 'training', { end: today, evidenceFiles: [photo] }, { end: today, evidenceFiles: [sheet] }],
  ['TRAINING', 'training', { end: today }, { end: '2026-11-24' }],
  ['MEETING', 'meeting', { date: today }, { date: today, minutes: 'Agreed.' }],
  ['SPENDING', 'budgetEntry', { evidenceFiles: [photo] }, { evidenceNote: 'Receipts, folder 4' }],
  ['SPENDING', 'budgetEntry', { flow: 'spent' }, { flow: 'received' }],
  ['FILE', 'evidence', { fileName: 'b' }, { fileName: 'b', keptAt: 'Folder 4' }],
] as const)('%s: the one is named, the other is not', (code, type, lacking, proven) => {
  expect(gapsOf([record(type, 'x', lacking)])).toEqual([[code, [derivedRecordId('x')]]]);
  expect(gapsOf([record(type, 'x', proven)])).toEqual([]);
});

test('an attendance sheet that was deleted proves nothing', () => {
  const training = record('training', 'x', { end: today, evidenceFiles: [sheet] });
  const deleted = record('evidence', 'sheet', { kind: 'attendanceSheet' }, { deleted: true });
  expect(lacksEvidence(recordSetOf([training, deleted]), { today })).toMatchObject([{ code: 'TRAINING' }]);
});

test.each([
  ['milestone', { status: 'done' }],
  ['deliverable', { doneOn: today }],
  ['consultation', { result: 'adopted' }],
] as const)('a %s is not proven by a photo that was deleted or never arrived', (type, values) => {
  const proven = record(type, 'x', { ...values, evidenceFiles: [photo] });
  const deleted = record('evidence', 'photo', { kind: 'photo' }, { deleted: true });
  expect(lacksEvidence(recordSetOf([proven, deleted]), { today })).toMatchObject([{ type }]);
  expect(lacksEvidence(recordSetOf([proven]), { today })).toMatchObject([{ type }]);
  expect(lacksEvidence(recordSetOf([proven, ...files]), { today })).toEqual([]);
  const noted = { ...proven, values: { ...proven.values, evidenceNote: 'Folder 3' } };
  expect(lacksEvidence(recordSetOf([noted, deleted]), { today })).toEqual([]);
});

test('only what belongs to the center is asked of it, in a fixed order', () => {
  const records = [
    record('meeting', 'b', { date: today }),
    record('milestone', 'a', { status: 'done' }),
    record('milestone', 'c', { status: 'done' }, { centerId: other }),
  ];
  expect(gapsOf(records, center)).toEqual([
    ['MILESTONE', [derivedRecordId('a')]],
    ['MEETING', [derivedRecordId('b')]],
  ]);
  expect(gapsOf(records, other)).toEqual([['MILESTONE', [derivedRecordId('c')]]]);
});

test('advice is called adopted as it is on the consultation', () => {
  const adopted = definitionOf('consultation').fields.result;
  const word =
    adopted?.kind === 'choice' ? adopted.choices.find(({ value }) => value === 'adopted') : undefined;
  const advice = record('consultation', 'advice', { result: 'adopted' });
  const [gap] = lacksEvidence(recordSetOf([advice]), { today });
  expect(word?.label.ko).toBe('반영 완료');
  expect(gap?.label.ko).toContain('반영 완료');
});
