import { describe, expect, it } from 'vitest';
import { keepSamplePictures, removeSamplePictures } from '../../../../renderer/stores/samplePictures.ts';
import { sampleChanges, sampleRemoval } from '../../../../renderer/stores/useSampleData.ts';
import { derivedRecordId, type RecordId } from '../../../../shared/core/ids.ts';
import { builtInCenterId, builtInChanges } from '../../../../shared/records/builtIn.ts';
import { type RecordSet, recordSetOf } from '../../../../shared/records/recordSet.ts';
import { references } from '../../../../shared/records/references.ts';
import { definitionOf, recordTypes } from '../../../../shared/records/registry.ts';
import { samplePictures } from '../../../../shared/records/sample/samplePictures.ts';
import { applyChange } from '../../../../shared/sync/applyChange.ts';
import type { Change } from '../../../../shared/sync/changeSet.ts';
import { planCreate } from '../../../../shared/sync/planEdit.ts';
import type { StoredRecord } from '../../../../shared/sync/record.ts';
import { MemoryHost } from '../../../support/memoryHost.ts';
import { testStamp } from '../../../support/recordGenerators.ts';
import { recordsFromChanges } from '../../../support/recordsFromChanges.ts';

const context = { by: 'Sample', at: Date.UTC(2026, 10, 23), zone: 'Asia/Seoul' };
const headquarters = { kind: 'headquarters' } as const;

/** A laptop with the published centers, somebody's own record and picture. */
function workspace(): Map<RecordId, StoredRecord> {
  const own = planCreate(
    definitionOf('evidence'),
    {
      center: builtInCenterId('BG10'),
      fileName: 'own.png',
      kind: 'photo',
      sha256: samplePictures()[0]?.sha256 ?? '',
    },
    { id: '00000000-0000-7000-8000-00000000000a' as RecordId, by: 'Somebody', at: 1 },
    () => testStamp(1),
  );
  return new Map(recordsFromChanges([...builtInChanges(), ...own]).map((record) => [record.id, record]));
}

function apply(records: Map<RecordId, StoredRecord>, changes: readonly Change[]): RecordSet {
  for (const change of changes) {
    records.set(change.id, applyChange(definitionOf(change.type), records.get(change.id) ?? null, change));
  }
  return recordSetOf(records.values());
}

/** All that is live, as it is stored: values, stamps and what stands beside them. */
const contentOf = (set: RecordSet) =>
  recordTypes.flatMap((type) => set.all(type)).toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('the sample', () => {
  it.each(['tour', 'full'] as const)(
    'leaves nothing behind but tombstones when it is removed (%s)',
    (extent) => {
      const records = workspace();
      const before = contentOf(recordSetOf(records.values()));
      let time = 10;
      const issue = () => testStamp(time++);
      const added = apply(
        records,
        sampleChanges(recordSetOf(records.values()), headquarters, { ...context, extent }, issue),
      );
      expect(contentOf(added).length).toBeGreaterThan(before.length + 700);
      expect(added.all('center').filter(({ sample }) => sample).length).toBeGreaterThan(0);

      const removed = apply(records, sampleRemoval(added, issue).changes);
      expect(contentOf(removed)).toEqual(before);

      // And comes back as it was, not a second time.
      const again = apply(records, sampleChanges(removed, headquarters, { ...context, extent }, issue));
      expect(contentOf(again).map(({ id, values }) => ({ id, values }))).toEqual(
        contentOf(added).map(({ id, values }) => ({ id, values })),
      );
    },
  );

  it('leaves what somebody’s own records refer to, and what that refers to, and says how much', async () => {
    const records = workspace();
    let time = 10;
    const issue = () => testStamp(time++);
    const added = apply(records, sampleChanges(recordSetOf(records.values()), headquarters, context, issue));
    const [client] = added.all('organization').filter(({ sample }) => sample);
    const [story] = added.all('story').filter(({ values }) => Array.isArray(values.photo));
    const center = added.all('center').find(({ sample }) => sample);
    const [photo] = (story?.values.photo ?? []) as readonly RecordId[];
    const link = { center: builtInCenterId('BG10'), client: client?.id, date: '2026-11-02' };
    let own = 0;
    const create = (type: string, values: object) =>
      apply(
        records,
        planCreate(
          definitionOf(type),
          { ...values },
          { id: derivedRecordId('own', String(own++)), by: 'Somebody', at: 1 },
          issue,
        ),
      );
    create('consultation', link);
    create('meeting', { center: center?.id, date: '2026-11-03' });
    const before = create('training', { center: builtInCenterId('BG10'), evidenceFiles: [photo] });
    const { changes, kept } = sampleRemoval(before, issue);
    const removed = apply(records, changes);
    const live = recordTypes.flatMap((type) => removed.all(type));
    const left = live.filter(({ sample }) => sample).map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining([client?.id, center?.id, photo]));
    expect(new Set(left)).toEqual(kept);
    // Nothing that is left leads nowhere.
    const here = new Set(live.map(({ id }) => id));
    const missing = live.flatMap((record) => references(record).filter(([, id]) => !here.has(id)));
    expect(missing).toEqual([]);
    // Nor does it keep what nobody's own records need.
    expect(left.length).toBeLessThan(12);
    expect(sampleRemoval(removed, issue)).toEqual({ changes: [], kept });

    const { evidence } = new MemoryHost();
    await keepSamplePictures(evidence);
    await removeSamplePictures(evidence, removed);
    const listed = await evidence.list();
    const files = listed.ok ? listed.value.map(({ sha256 }) => sha256) : [];
    expect(files).toContain(removed.find('evidence', photo as RecordId)?.values.sha256);
    expect(files.length).toBeLessThan(samplePictures().length);
  });

  it('gives a center of somebody’s sample no sample of its own', () => {
    const records = workspace();
    let time = 10;
    const issue = () => testStamp(time++);
    const added = apply(records, sampleChanges(recordSetOf(records.values()), headquarters, context, issue));
    const centers = new Set(added.all('center').map(({ id }) => id));
    const set = apply(records, sampleChanges(added, headquarters, { ...context, extent: 'full' }, issue));
    const later = set.all('center').filter(({ id }) => !centers.has(id));
    expect(later.map(({ values }) => values.country).sort()).toEqual(['UZ', 'VN']);
  });

  it('has the pictures that its stories name, and takes those away that nothing else names', async () => {
    const { evidence } = new MemoryHost();
    await keepSamplePictures(evidence);
    const here = async () => {
      const listed = await evidence.list();
      return listed.ok ? listed.value.map(({ sha256 }) => sha256).sort() : [];
    };
    const records = workspace();
    let time = 10;
    const issue = () => testStamp(time++);
    const set = apply(records, sampleChanges(recordSetOf(records.values()), headquarters, context, issue));
    const named = set.all('story').flatMap(({ values }) => (Array.isArray(values.photo) ? values.photo : []));
    expect(named.length).toBeGreaterThan(5);
    const kept = await here();
    for (const photo of set.all('evidence').filter(({ id }) => named.includes(id))) {
      expect(kept).toContain(photo.values.sha256);
    }
    await removeSamplePictures(evidence, apply(records, sampleRemoval(set, issue).changes));
    expect(await here()).toEqual([samplePictures()[0]?.sha256]);
  });
});
